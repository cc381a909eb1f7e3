/* Reading boilerplate rules from a file. */
#include "stages/boilerplate/rules_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "lang/lang.h"
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

struct named {
	const char *name;
	uint32_t value;
};

static const struct named wheres[] = {
	{ "any", WHERE_ANY },
	{ "top", WHERE_TOP },
	{ "later", WHERE_LATER },
	{ "head", WHERE_HEAD },
	{ "between", WHERE_BETWEEN },
	{ "tail", WHERE_TAIL },
	{ "end", WHERE_END },
	{ "edge", WHERE_EDGE },
	{ NULL, 0 },
};

static const struct named hows[] = {
	{ "line", HOW_LINE },
	{ "prefix", HOW_PREFIX },
	{ "suffix", HOW_SUFFIX },
	{ "inside", HOW_INSIDE },
	{ "shape", HOW_SHAPE },
	{ "regex", HOW_REGEX },
	{ "front", HOW_FRONT },
	{ "back", HOW_BACK },
	{ "inline", HOW_INLINE },
	{ "rear", HOW_REAR },
	{ NULL, 0 },
};

static const struct named untils[] = {
	{ "match", UNTIL_MATCH },	{ "sentence", UNTIL_SENTENCE },
	{ "headline", UNTIL_HEADLINE }, { "bracket", UNTIL_BRACKET },
	{ "body", UNTIL_BODY },		{ "open", UNTIL_OPEN },
	{ "end", UNTIL_END },		{ "above", UNTIL_ABOVE },
	{ "glued", UNTIL_GLUED },	{ NULL, 0 },
};

static const struct named features[] = {
	{ "open", FEATURE_OPEN },	{ "caps", FEATURE_CAPS },
	{ "title", FEATURE_TITLE },	{ "bullet", FEATURE_BULLET },
	{ "handle", FEATURE_HANDLE },	{ "url", FEATURE_URL },
	{ "mail", FEATURE_MAIL },	{ "number", FEATURE_NUMBER },
	{ "quote", FEATURE_QUOTE },	{ "bar", FEATURE_BAR },
	{ "bracket", FEATURE_BRACKET }, { "name", FEATURE_NAME },
	{ "short", FEATURE_SHORT },	{ "long", FEATURE_LONG },
	{ "colon", FEATURE_COLON },	{ "query", FEATURE_QUERY },
	{ "said", FEATURE_SAID },	{ "near", FEATURE_NEAR },
	{ "clause", FEATURE_CLAUSE },	{ "speaker", FEATURE_SPEAKER },
	{ "called", FEATURE_CALLED },	{ "common", FEATURE_COMMON },
	{ "you", FEATURE_YOU },		{ "glued", FEATURE_GLUED },
	{ "tight", FEATURE_TIGHT },	{ "table", FEATURE_TABLE },
	{ "inset", FEATURE_INSET },	{ NULL, 0 },
};

struct field {
	const char *text;
	size_t len;
};

static void fail(struct reader *reader, const char *what, struct field field)
{
	if (reader->status != CD_OK)
		return;
	reader->status = CD_DATA;
	if (reader->error_size)
		snprintf(reader->error, reader->error_size, "%s:%u: %s: %.*s",
			 reader->file, reader->line, what,
			 (int)(field.len > 60 ? 60 : field.len), field.text);
}

static bool field_is(struct field field, const char *name)
{
	return strlen(name) == field.len &&
	       !memcmp(name, field.text, field.len);
}

static const struct named *find_name(const struct named *table,
				     struct field field)
{
	for (; table->name; table++)
		if (field_is(field, table->name))
			return table;
	return NULL;
}

/* The class as a rule: "related" is boilerplate/related; "*": RULE_COUNT. */
static bool find_class(struct field field, uint16_t *rule)
{
	static const char stage[] = "boilerplate/";
	const size_t skip = sizeof(stage) - 1;

	if (field_is(field, "*")) {
		*rule = RULE_COUNT;
		return true;
	}
	for (size_t i = 0; i < RULE_COUNT; i++) {
		const char *name = rule_table[i].name;

		if (!strncmp(name, stage, skip) &&
		    field_is(field, name + skip)) {
			*rule = (uint16_t)i;
			return true;
		}
	}
	return false;
}

/* The next run of bytes without a space, up to `end`. */
static struct field next_field(const char **at, const char *end)
{
	struct field field;

	while (*at < end && ascii_is_space((unsigned char)**at))
		(*at)++;
	field.text = *at;
	while (*at < end && !ascii_is_space((unsigned char)**at))
		(*at)++;
	field.len = (size_t)(*at - field.text);
	return field;
}

/* Digits from *at up to `end`; -1 without one, or when there are too many. */
static long read_number(const char **at, const char *end)
{
	long value = -1;

	for (; *at < end && **at >= '0' && **at <= '9'; (*at)++) {
		value = (value < 0 ? 0 : value) * 10 + (**at - '0');
		if (value > 30000)
			return -1;
	}
	return value;
}

/* "words=4-30", "words=4": a range, or a single number. */
static bool read_range(const char *at, const char *end, uint16_t *min,
		       uint16_t *max)
{
	const long low = read_number(&at, end);
	long high = low;

	if (at < end && *at == '-') {
		at++;
		high = read_number(&at, end);
	}
	if (low < 0 || high < low || at != end)
		return false;
	*min = (uint16_t)low;
	*max = (uint16_t)high;
	return true;
}

static bool read_fact(struct field field, struct strip_rule *rule)
{
	const bool forbid = field.len && field.text[0] == '!';
	const struct named *fact;

	if (forbid) {
		field.text++;
		field.len--;
	}
	fact = find_name(features, field);
	if (!fact)
		return false;
	/* Neighbours that go must not be what kept a line: see classify.c. */
	if (forbid && fact->value & FEATURES_LATE)
		return false;
	*(forbid ? &rule->forbid : &rule->need) |= fact->value;
	return true;
}

static bool is_points(struct field field)
{
	return field.text[0] == '+' || field.text[0] == '-' ||
	       (field.text[0] >= '0' && field.text[0] <= '9');
}

static bool read_points(struct field field, struct strip_rule *rule)
{
	const bool negative = field.text[0] == '-';
	const char *at = field.text + (negative || field.text[0] == '+');
	const char *end = field.text + field.len;
	const long value = read_number(&at, end);

	if (value < 0 || at != end)
		return false;
	rule->points = (int16_t)(negative ? -value : value);
	return true;
}

/* One attribute: points, words=, until=, lines=, or a fact. */
static bool read_attribute(struct field field, struct strip_rule *rule)
{
	const char *end = field.text + field.len;
	const struct named *name;
	uint16_t low, high;

	if (is_points(field))
		return read_points(field, rule);
	if (field_is(field, "unbounded"))
		return rule->unbounded = true;
	if (field_is(field, "lone"))
		return rule->lone = true;
	if (field.len > 6 && !memcmp(field.text, "words=", 6))
		return read_range(field.text + 6, end, &rule->min_words,
				  &rule->max_words);
	if (field.len > 6 && !memcmp(field.text, "lines=", 6)) {
		if (!read_range(field.text + 6, end, &low, &high) || high > 255)
			return false;
		rule->lines = (uint8_t)high;
		return true;
	}
	if (field.len > 6 && !memcmp(field.text, "until=", 6)) {
		field.text += 6;
		field.len -= 6;
		name = find_name(untils, field);
		if (name)
			rule->until = (uint8_t)name->value;
		return name != NULL;
	}
	return read_fact(field, rule);
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

static struct field trimmed(const char *at, const char *end)
{
	while (at < end && ascii_is_space((unsigned char)*at))
		at++;
	while (end > at && ascii_is_space((unsigned char)end[-1]))
		end--;
	return (struct field){ at, (size_t)(end - at) };
}

/* "CLASS WHERE HOW [ATTRIBUTE...] :: PATTERN" */
static void read_rule(struct reader *reader, struct field class, const char *at,
		      const char *middle, const char *end)
{
	const struct field where = next_field(&at, middle);
	const struct field how = next_field(&at, middle);
	const struct named *name;
	struct strip_rule rule = {
		.lines = 12,
		.points = POINTS_SURE,
		.max_words = 60,
		.source_line = reader->line,
	};

	if (!find_class(class, &rule.rule)) {
		fail(reader, "no such class", class);
		return;
	}
	name = find_name(wheres, where);
	if (!name) {
		fail(reader, "no such place", where);
		return;
	}
	rule.where = (uint8_t)name->value;
	name = find_name(hows, how);
	if (!name) {
		fail(reader, "no such way to match", how);
		return;
	}
	rule.how = (uint8_t)name->value;
	if (rule.rule == RULE_COUNT && rule.how != HOW_SHAPE) {
		fail(reader, "only shapes serve every class", how);
		return;
	}
	if (rule.how >= HOW_FRONT)
		rule.max_words = UINT16_MAX;
	for (;;) {
		const struct field field = next_field(&at, middle);

		if (!field.len)
			break;
		if (!read_attribute(field, &rule)) {
			fail(reader, "no such attribute", field);
			return;
		}
	}
	add_rule(reader, &rule, trimmed(middle + 2, end));
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

/* A bit for each word of the last set. */
static uint64_t last_set_bits(const struct pattern_table *table)
{
	const struct phrase_set *set = &table->sets[table->set_count - 1];
	uint64_t bits = 0;

	for (size_t i = 0; i < set->count; i++)
		bits |= (uint64_t)1
			<< (table->hashes[table->phrases[set->first + i]
						  .first] &
			    63);
	return bits;
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
		{ "told", &rules->told },
		{ "subject", &rules->subject },
		{ "calls", &rules->calls },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (field_is(name, known[i].name))
			remember_words(&rules->patterns, known[i].words);
	if (field_is(name, "told"))
		rules->told_bits = last_set_bits(&rules->patterns);
}

/* "set NAME = PHRASE | PHRASE ...", also with a line end for each bar. */
static void read_set(struct reader *reader, const char *at, const char *end)
{
	const struct field name = next_field(&at, end);
	const struct field equals = next_field(&at, end);
	const struct field text = trimmed(at, end);
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
	const struct field line = trimmed(at, end);
	struct field first;

	if (!line.len || line.text[0] == '#')
		return;
	at = line.text;
	end = line.text + line.len;
	first = next_field(&at, end);
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
	const char *at = bytes, *end = bytes + len;
	uint32_t line = 0;

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
	literal_index_release(&rules->prefixes);
	literal_index_release(&rules->words);
	free(rules->always);
	free(rules->shapes);
	free(rules->closed);
	pattern_table_release(&rules->patterns);
	free(rules);
}
