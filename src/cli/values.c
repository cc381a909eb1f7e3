/* The values of options: from text to struct options. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "cli/rule_names.h"
#include "cli/table.h"

static void *target(struct options *options, const struct option_row *row)
{
	return (char *)options + row->offset;
}

/* The filter has no name: a command may come after its options. */
static bool is_taken(const struct options *options,
		     const struct option_word *word)
{
	return !word->commands || options->command == COMMAND_FILTER ||
	       word->commands >> options->command & 1;
}

static bool knows_word(const struct option_row *row, const char *value)
{
	const struct option_word *word = row->words;

	while (word && word->name && strcmp(word->name, value) != 0)
		word++;
	return word && word->name;
}

/* The one option of which that is a value: --format=sarif. NULL: none is. */
static const struct option_row *option_of_word(const char *value)
{
	const struct option_row *found = NULL;

	for (size_t i = 0; i < option_row_count; i++) {
		if (!knows_word(&option_rows[i], value))
			continue;
		if (found)
			return NULL;
		found = &option_rows[i];
	}
	return found;
}

static bool take_word(struct options *options, const struct option_row *row,
		      const char *value, struct buffer *why)
{
	const struct option_row *other = option_of_word(value);
	const char *before = "not one of ";

	for (const struct option_word *word = row->words; word->name; word++) {
		if (!strcmp(word->name, value) && is_taken(options, word)) {
			*(int *)target(options, row) = word->value;
			return true;
		}
	}
	for (const struct option_word *word = row->words; word->name; word++) {
		if (!is_taken(options, word))
			continue;
		buffer_printf(why, "%s%s", before, word->name);
		before = "|";
	}
	if (other && other != row)
		buffer_printf(why, ": did you mean --%s?", other->name);
	return false;
}

/* A number with K, M or G; false when it is none, or too large. */
static bool read_size(const char *value, size_t *size)
{
	static const char units[] = "KMG";
	const char *at = value, *unit;
	size_t sum = 0;

	for (; *at >= '0' && *at <= '9'; at++) {
		if (sum > (SIZE_MAX - 9) / 10)
			return false;
		sum = sum * 10 + (size_t)(*at - '0');
	}
	if (at == value)
		return false;
	unit = *at ? strchr(units, *at) : NULL;
	for (const char *u = units; unit && u <= unit; u++) {
		if (sum > SIZE_MAX / 1024)
			return false;
		sum *= 1024;
	}
	*size = sum;
	return !at[unit != NULL];
}

/* A number within the bounds of its kind. */
static bool take_size(struct options *options, const struct option_row *row,
		      const char *value, struct buffer *why)
{
	static const struct {
		size_t least, most;
		const char *why;
	} bounds[] = {
		[KIND_SIZE] = { 1, CD_ARTICLE_MAX, "not between 1 and 1G" },
		[KIND_ARTICLES] = { 3, CD_ARTICLE_MAX,
				    "not between 3 and 1G: what fewer articles "
				    "share may be the reporters'" },
		/* An article in parts has to have parts of some words. */
		[KIND_LENGTH] = { 16, CD_ARTICLE_MAX, "not between 16 and 1G" },
		[KIND_JOBS] = { 0, 1024, "not between 0 and 1024" },
	};
	size_t size;

	if (!read_size(value, &size)) {
		buffer_add_text(why, row->kind == KIND_JOBS
					     ? "not a number"
					     : "not a number, such as 500 or "
					       "4M");
		return false;
	}
	if (size < bounds[row->kind].least || size > bounds[row->kind].most) {
		buffer_add_text(why, bounds[row->kind].why);
		return false;
	}
	*(size_t *)target(options, row) = size;
	return true;
}

static bool take_name(struct options *options, const struct option_row *row,
		      const char *value, struct buffer *why)
{
	if (!*value) {
		buffer_add_text(why, "is empty");
		return false;
	}
	*(const char **)target(options, row) = value;
	return true;
}

/* By its form: whether there is such a language, the desk says. */
static bool take_lang(struct options *options, const struct option_row *row,
		      const char *value, struct buffer *why)
{
	static const char tag[] = "abcdefghijklmnopqrstuvwxyz"
				  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

	if (!*value || value[strspn(value, tag)]) {
		buffer_add_text(why, "not a language tag, such as en or de-AT");
		return false;
	}
	*(const char **)target(options, row) = value;
	return true;
}

/* What no line reads: one that is blank, more than one, or "\n" for it. */
static bool take_mark(struct options *options, const struct option_row *row,
		      const char *value, struct buffer *why)
{
	const bool blank = !value[strspn(value, " \t\n\v\f\r")];
	const bool escapes = *value == '\\' && !value[strspn(value, "\\nfr0")];

	if (*value && (blank || escapes || strpbrk(value, "\n\v\f\r"))) {
		buffer_add_text(why, "not one line: blank, formfeed and nul "
				     "are names");
		return false;
	}
	return take_name(options, row, value, why);
}

static bool take_charset(struct options *options, const struct option_row *row,
			 const char *value, struct buffer *why)
{
	struct cd_decoder *decoder = NULL;
	const enum cd_status status = cd_decoder_new(value, &decoder);

	cd_decoder_free(decoder);
	if (status == CD_OK)
		return take_name(options, row, value, why);
	buffer_add_text(why, status == CD_USAGE
				     ? "no such charset, such as latin1 or "
				       "windows-1252 ('iconv -l' lists many)"
				     : cd_status_text(status));
	return false;
}

static bool check_rule(struct buffer *name, struct buffer *why)
{
	const char *text = buffer_text(name);
	const char *near;

	if (!text || !strcmp(text, "all") || rule_name_known(text))
		return text != NULL;
	near = rule_name_near(text);
	buffer_printf(why, "no rule or stage '%s'%s%s%s", text,
		      near ? ": did you mean " : "", near ? near : "",
		      near ? "?" : " ('copydesk rules' lists them)");
	return false;
}

/* One rule or stage. */
static bool take_rule(struct options *options, const struct option_row *row,
		      const char *value, struct buffer *why)
{
	struct buffer name;
	bool good;

	buffer_init(&name);
	buffer_add_text(&name, value);
	good = take_name(options, row, value, why) && check_rule(&name, why);
	buffer_release(&name);
	return good;
}

/* One finding: "RULE:HASH", the hash as json has it. */
static bool take_ignored(struct options *options, const char *term,
			 struct buffer *why)
{
	const char *hash = strchr(term, ':') + 1;
	struct buffer name;
	struct report_key key = { 0 };
	int end = 0;

	buffer_init(&name);
	buffer_add(&name, term, (size_t)(hash - term - 1));
	if (buffer_text(&name))
		key.rule = cd_rule_find(name.bytes);
	buffer_release(&name);
	if (!key.rule || strspn(hash, "0123456789abcdef") != 16 ||
	    sscanf(hash, "%16" SCNx64 "%n", &key.hash, &end) != 1 ||
	    hash[end]) {
		buffer_printf(why, "'%s' is no RULE:HASH of a finding", term);
		return false;
	}
	if (!array_grow(&options->ignored, &options->ignored_cap,
			options->ignored_count, sizeof(key)))
		return false;
	options->ignored[options->ignored_count++] = key;
	return true;
}

static bool add_term(struct options *options, const struct option_row *row,
		     struct buffer *name, struct buffer *why)
{
	if (row->offset == '-' && buffer_text(name) && strchr(name->bytes, ':'))
		return take_ignored(options, name->bytes, why);
	if (!check_rule(name, why))
		return false;
	buffer_add_byte(&options->rules, (char)row->offset);
	buffer_add(&options->rules, name->bytes, name->len);
	buffer_add_byte(&options->rules, ',');
	return !options->rules.failed;
}

/* "a,b" becomes "=a,=b" in the library's list of terms. */
static bool take_rules(struct options *options, const struct option_row *row,
		       const char *value, struct buffer *why)
{
	struct buffer name;
	bool good = true;

	/* An empty --ignore leaves out nothing; but what would be left here? */
	if (row->offset == '=' && !value[strspn(value, ", ")]) {
		buffer_add_text(why, "names no rule");
		return false;
	}
	buffer_init(&name);
	while (*value && good) {
		const size_t len = strcspn(value, ", ");

		buffer_reset(&name);
		buffer_add(&name, value, len);
		value += len + (value[len] != '\0');
		if (len)
			good = add_term(options, row, &name, why);
	}
	buffer_release(&name);
	return good;
}

/* "K/N" */
static bool take_share(struct options *options, const char *value,
		       struct buffer *why)
{
	unsigned part = 0, of = 0;
	int end = 0;

	if (sscanf(value, "%7u/%7u%n", &part, &of, &end) == 2 && !value[end] &&
	    part >= 1 && part <= of) {
		/* The only part is the whole. */
		options->share = of > 1 ? (struct share){ part, of }
					: (struct share){ 0 };
		return true;
	}
	buffer_add_text(why, "not K/N, with K from 1 to N");
	return false;
}

/* What shells and other tools take apart; here it would match nothing. */
static bool has_braces(const char *glob)
{
	const char *open = strchr(glob, '{');
	const char *comma = open ? strchr(open, ',') : NULL;

	return comma && strchr(comma, '}') && !(open > glob && open[-1] == '[');
}

/* Add to a list: the whole value, or, of KIND_LIST, the names in it. */
static bool take_list(struct options *options, const struct option_row *row,
		      const char *value, struct buffer *why)
{
	struct choice_list *list = target(options, row);
	const char *at = value;

	if (!*value) {
		buffer_add_text(why, "is empty");
		return false;
	}
	if (row->kind == KIND_GLOB && has_braces(value)) {
		buffer_add_text(why, "has braces: give the option for each of "
				     "the patterns ([{] is a brace)");
		return false;
	}
	if (row->kind == KIND_LIST && value[strcspn(value, "*?[/")]) {
		buffer_add_text(why, "not endings, such as story,nfo: "
				     "patterns are for --include");
		return false;
	}
	while (at) {
		if (!choice_add(list, at)) {
			buffer_printf(why, "more than %d", CHOICE_MAX);
			return false;
		}
		at = row->kind == KIND_LIST ? strchr(at, ',') : NULL;
		at = at ? at + 1 : NULL;
	}
	return true;
}

static bool take_terms(struct options *options, const struct option_row *row,
		       const char *value)
{
	struct buffer *terms = target(options, row);

	buffer_add_text(terms, value);
	buffer_add_byte(terms, ',');
	return !terms->failed;
}

/* Another field; the first of the command line replaces those of a file. */
static bool take_field(struct options *options, const char *value,
		       struct buffer *why)
{
	const char *wrong;

	if (options->fields_found)
		fields_release(&options->fields);
	options->fields_found = false;
	if (fields_add(&options->fields, value, &wrong))
		return true;
	buffer_add_text(why, wrong);
	return false;
}

static bool take_value(struct options *options, const struct option_row *row,
		       const char *value, struct buffer *why)
{
	switch (row->kind) {
	case KIND_FLAG:
		*(bool *)target(options, row) = true;
		return true;
	case KIND_NAME:
		return take_name(options, row, value, why);
	case KIND_MARK:
		return take_mark(options, row, value, why);
	case KIND_LANG:
		return take_lang(options, row, value, why);
	case KIND_CHARSET:
		return take_charset(options, row, value, why);
	case KIND_WORD:
		return take_word(options, row, value, why);
	case KIND_SIZE:
	case KIND_ARTICLES:
	case KIND_LENGTH:
	case KIND_JOBS:
		return take_size(options, row, value, why);
	case KIND_FIELD:
		return take_field(options, value, why);
	case KIND_SHARE:
		return take_share(options, value, why);
	case KIND_LIST:
	case KIND_GLOB:
	case KIND_FILES:
		return take_list(options, row, value, why);
	case KIND_RULES:
		return take_rules(options, row, value, why);
	case KIND_RULE:
		return take_rule(options, row, value, why);
	case KIND_TERMS:
		return take_terms(options, row, value);
	}
	return false;
}

bool option_take(struct options *options, const struct option_row *row,
		 const char *value, struct buffer *why)
{
	options->set_by[row - option_rows] =
		options->line ? options->line : SET_HERE;
	return take_value(options, row, value, why);
}
