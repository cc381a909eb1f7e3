/* Reading boilerplate rules from a file. */
#include "stages/boilerplate/rules_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/lang.h"
#include "stages/boilerplate/rule_fields.h"
#include "stages/boilerplate/rule_index.h"
#include "stages/stage.h"
#include "unicode/regex.h"

struct reader {
	struct strip_rules *rules;
	const char *file; /* "built-in rules", "rules" */
	uint32_t line;
	char *error;
	size_t error_size;
	enum cd_status status;
};

static void fail(struct reader *reader, const char *what, struct field field)
{
	if (reader->status != CD_OK)
		return;
	reader->status = CD_DATA;
	if (reader->error_size)
		snprintf(reader->error, reader->error_size, "%s:%u: %s%s%.*s",
			 reader->file, reader->line, what,
			 field.len ? ": " : "",
			 (int)(field.len > 60 ? 60 : field.len), field.text);
}

/* A rule for whole lines is for lines no longer than its pattern. */
static void limit_words(struct strip_rules *rules, struct strip_rule *rule)
{
	size_t most;

	if (rule->how == HOW_SHAPE || rule->how == HOW_REGEX)
		return;
	most = pattern_most_words(&rules->patterns, rule->pattern);
	rule->reach = (uint16_t)(most < UINT16_MAX ? most : UINT16_MAX);
	if (rule->how == HOW_LINE && rule->reach < rule->max_words)
		rule->max_words = rule->reach;
}

static void add_regex(struct reader *reader, struct strip_rule *rule,
		      struct field pattern)
{
	struct strip_rules *rules = reader->rules;
	struct regex *regex = NULL;
	enum cd_status status;

	if (memchr(pattern.text, '\n', pattern.len)) {
		fail(reader, "a regular expression is one line", pattern);
		return;
	}
	if (!array_grow(&rules->regexes, &rules->regex_cap, rules->regex_count,
			sizeof(*rules->regexes))) {
		reader->status = CD_NOMEM;
		return;
	}
	status = regex_new(pattern.text, pattern.len, &regex);
	if (status == CD_NOMEM)
		reader->status = CD_NOMEM;
	else if (status != CD_OK)
		fail(reader, "not a regular expression", pattern);
	if (!regex)
		return;
	rule->pattern = (uint32_t)rules->regex_count;
	rules->regexes[rules->regex_count++] = regex;
}

static void add_pattern(struct reader *reader, struct strip_rule *rule,
			struct field pattern)
{
	enum pattern_status status;

	if (rule->how == HOW_SHAPE)
		return;
	if (rule->how == HOW_REGEX) {
		add_regex(reader, rule, pattern);
		return;
	}
	status = pattern_add(&reader->rules->patterns, pattern.text,
			     pattern.len, &rule->pattern);
	if (status == PATTERN_NOMEM)
		reader->status = CD_NOMEM;
	else if (status != PATTERN_OK)
		fail(reader, pattern_status_text(status), pattern);
}

static void add_rule(struct reader *reader, struct strip_rule *rule,
		     struct field pattern)
{
	struct strip_rules *rules = reader->rules;

	add_pattern(reader, rule, pattern);
	if (reader->status != CD_OK)
		return;
	if (!array_grow(&rules->rules, &rules->rule_cap, rules->rule_count,
			sizeof(*rule))) {
		reader->status = CD_NOMEM;
		return;
	}
	limit_words(rules, rule);
	rules->rules[rules->rule_count] = *rule;
	rules->rule_count++;
	if (!index_rule(rules, (uint32_t)rules->rule_count - 1))
		reader->status = CD_NOMEM;
}

/* "CLASS WHERE HOW [ATTRIBUTE...] :: PATTERN" */
static void read_rule(struct reader *reader, struct field class, const char *at,
		      const char *middle, const char *end)
{
	const struct field where = field_next(&at, middle);
	const struct field how = field_next(&at, middle);
	struct strip_rule rule = {
		.lines = 12,
		.points = POINTS_SURE,
		.max_words = 60,
		.source_line = reader->line,
	};

	if (!rule_fields_class(class, &rule)) {
		fail(reader, "no such class", class);
		return;
	}
	if (!rule_fields_where(where, &rule)) {
		fail(reader, "no such place", where);
		return;
	}
	if (!rule_fields_how(how, &rule)) {
		fail(reader, "no such way to match", how);
		return;
	}
	if (rule.rule == RULE_COUNT && rule.how != HOW_SHAPE) {
		fail(reader, "only shapes serve every class", how);
		return;
	}
	if (rule.how >= HOW_FRONT)
		rule.max_words = WORDS_ANY;
	for (;;) {
		const struct field field = field_next(&at, middle);

		if (!field.len)
			break;
		if (!rule_fields_attribute(field, &rule)) {
			fail(reader, "no such attribute", field);
			return;
		}
	}
	add_rule(reader, &rule, field_trimmed(middle + 2, end));
}

/* Put the last set's words into `words`. */
static void remember_words(const struct pattern_table *table,
			   struct token_set *words)
{
	const struct phrase_set *set = &table->sets[table->set_count - 1];

	for (size_t i = 0; i < set->count; i++)
		token_set_add(
			words,
			table->hashes[table->phrases[set->first + i].first]);
}

/* Sets that the engine knows by their names. */
static void remember_set(struct reader *reader, struct field name)
{
	struct strip_rules *rules = reader->rules;
	struct {
		const char *name;
		struct token_set *words;
	} known[] = {
		{ "common", &rules->common },
		{ "frequent", &rules->frequent },
		{ "you", &rules->you },
		{ "me", &rules->me },
		{ "told", &rules->told },
		{ "subject", &rules->subject },
		{ "joining", &rules->joining },
		{ "person", &rules->person },
		{ "calls", &rules->calls },
		{ "units", &rules->units },
		{ "openers", &rules->openers },
		{ "enders", &rules->enders },
		{ "unfinished", &rules->unfinished },
		{ "leading", &rules->leading },
		{ "occasion", &rules->occasion },
		{ "amends", &rules->amends },
		{ "starters", &rules->starters },
		{ "determiners", &rules->determiners },
		{ "verbs", &rules->verbs },
		{ "speech", &rules->speech },
		{ "past", &rules->past },
		{ "page", &rules->page },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (field_is(name, known[i].name))
			remember_words(&rules->patterns, known[i].words);
}

/* "set NAME = PHRASE | PHRASE ...", also with a line end for each bar. */
static void read_set(struct reader *reader, const char *at, const char *end)
{
	const struct field name = field_next(&at, end);
	const struct field equals = field_next(&at, end);
	const struct field text = field_trimmed(at, end);
	struct pattern_table *table = &reader->rules->patterns;
	enum pattern_status status;

	if (!field_is(equals, "=")) {
		fail(reader, "expected \"set NAME = PHRASE | ...\"", name);
		return;
	}
	status = pattern_add_set(table, name.text, name.len, text.text,
				 text.len);
	if (status == PATTERN_NOMEM)
		reader->status = CD_NOMEM;
	else if (status != PATTERN_OK)
		fail(reader, "not a set", name);
	if (status != PATTERN_OK)
		return;
	remember_set(reader, name);
}

static void read_line(struct reader *reader, const char *at, const char *end)
{
	const char *middle = at;
	const struct field line = field_trimmed(at, end);
	struct field first;

	if (!line.len || line.text[0] == '#')
		return;
	at = line.text;
	end = line.text + line.len;
	first = field_next(&at, end);
	if (field_is(first, "set")) {
		read_set(reader, at, end);
		return;
	}
	while (middle + 2 <= end && memcmp(middle, "::", 2))
		middle++;
	if (middle + 2 > end) {
		fail(reader, "no \"::\" before the pattern", line);
		return;
	}
	read_rule(reader, first, at, middle, end);
}

/* The end of the line at `at`. */
static const char *line_end(const char *at, const char *end)
{
	const char *stop = memchr(at, '\n', (size_t)(end - at));

	return stop ? stop : end;
}

/* Whether the line after the one that ends at `stop` belongs to it. */
static bool is_continued(const char *stop, const char *end)
{
	return end - stop >= 2 && (stop[1] == ' ' || stop[1] == '\t');
}

static void read_file(struct reader *reader, const char *bytes, size_t len)
{
	const char *at = bytes, *end;
	uint32_t line = 0;

	if (!len) /* bytes may be NULL, as of a language without rules */
		return;
	end = bytes + len;
	while (at < end && reader->status == CD_OK) {
		const char *stop = line_end(at, end);

		reader->line = ++line;
		while (*at != '#' && is_continued(stop, end)) {
			stop = line_end(stop + 1, end);
			line++;
		}
		read_line(reader, at, stop);
		at = stop + 1;
	}
}

enum cd_status strip_rules_new(const struct lang *lang, const char *user_rules,
			       size_t len, struct strip_rules **rules,
			       char *error, size_t error_size)
{
	const struct lang_file *file = &lang->boilerplate;
	const struct lang_file *lists = &lang->lists;
	struct reader reader = {
		.file = "lists of words",
		.error = error,
		.error_size = error_size,
		.status = CD_OK,
	};

	*rules = NULL;
	if (error_size)
		error[0] = '\0';
	if (file->bytes == file->end && !len)
		return CD_OK;
	reader.rules = calloc(1, sizeof(*reader.rules));
	if (!reader.rules)
		return CD_NOMEM;
	read_file(&reader, lists->bytes, (size_t)(lists->end - lists->bytes));
	reader.file = "built-in rules";
	if (reader.status == CD_OK)
		read_file(&reader, file->bytes,
			  (size_t)(file->end - file->bytes));
	reader.file = "boilerplate rules";
	if (reader.status == CD_OK && len)
		read_file(&reader, user_rules, len);
	if (reader.status == CD_OK && !index_finish(reader.rules))
		reader.status = CD_NOMEM;
	if (reader.status != CD_OK) {
		strip_rules_free(reader.rules);
		return reader.status;
	}
	*rules = reader.rules;
	return CD_OK;
}

void strip_rules_free(struct strip_rules *rules)
{
	if (!rules)
		return;
	for (size_t i = 0; i < rules->regex_count; i++)
		regex_free(rules->regexes[i]);
	free(rules->regexes);
	free(rules->rules);
	index_release(rules);
	pattern_table_release(&rules->patterns);
	free(rules);
}
