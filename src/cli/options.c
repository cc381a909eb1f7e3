/* The table of options, and reading the command line by it. */
#include "cli/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/nearest.h"

/* A value by its name, for options that know a few words. */
struct word {
	const char *name;
	int value;
};

static const struct word quote_words[] = {
	{ "curly", CD_QUOTES_CURLY },
	{ "straight", CD_QUOTES_STRAIGHT },
	{ "keep", CD_QUOTES_KEEP },
	{ NULL, 0 },
};

static const struct word casing_words[] = {
	{ "auto", CD_CASING_AUTO },
	{ "always", CD_CASING_ALWAYS },
	{ "never", CD_CASING_NEVER },
	{ NULL, 0 },
};

static const struct word format_words[] = {
	{ "text", FORMAT_TEXT },
	{ "jsonl", FORMAT_JSONL },
	{ NULL, 0 },
};

static const struct word report_words[] = {
	{ "concise", REPORT_CONCISE },
	{ "json", REPORT_JSON },
	{ "json-lines", REPORT_JSON_LINES },
	{ "github", REPORT_GITHUB },
	{ NULL, 0 },
};

static const struct word level_words[] = {
	{ "note", CD_SEVERITY_NOTE },
	{ "warning", CD_SEVERITY_WARNING },
	{ "error", CD_SEVERITY_ERROR },
	{ NULL, 0 },
};

static const struct word colour_words[] = {
	{ "auto", COLOUR_AUTO },
	{ "always", COLOUR_ALWAYS },
	{ "never", COLOUR_NEVER },
	{ NULL, 0 },
};

/* What an option's value is, and so where it goes. */
enum kind { KIND_FLAG, KIND_TEXT, KIND_WORD, KIND_SIZE, KIND_PERCENT, KIND_JOBS, KIND_RULES };

#define FILTER (1u << COMMAND_FILTER)
#define CHECK (1u << COMMAND_CHECK)
#define FIX (1u << COMMAND_FIX)
#define DIFF (1u << COMMAND_DIFF)
#define RULES (1u << COMMAND_RULES)
#define VERIFY (1u << COMMAND_VERIFY)
#define WORK (FILTER | CHECK | FIX | DIFF)
#define ALL (WORK | RULES | VERIFY)

struct row {
	const char *name;
	char letter;		/* 0: none */
	const char *value;	/* as --help shows it; NULL: none */
	enum kind kind;
	size_t offset;		/* in struct options */
	unsigned commands;
	const struct word *words;
	const char *help;
};

#define AT(member) offsetof(struct options, member)

static const struct row rows[] = {
	{ "select", 0, "RULES", KIND_RULES, '=', ALL, NULL,
	  "only these rules (names parted by commas)" },
	{ "extend-select", 0, "RULES", KIND_RULES, '+', ALL, NULL,
	  "these rules too" },
	{ "ignore", 0, "RULES", KIND_RULES, '-', ALL, NULL,
	  "not these rules" },
	{ "quotes", 0, "curly|straight|keep", KIND_WORD, AT(quotes), WORK,
	  quote_words, "style of quotation marks (curly)" },
	{ "casing", 0, "auto|always|never", KIND_WORD, AT(casing), WORK,
	  casing_words, "restore lost capitals and marks (auto)" },
	{ "lang", 0, "LANG", KIND_TEXT, AT(lang), ALL, NULL,
	  "language of the text (en)" },
	{ "model", 0, "FILE", KIND_TEXT, AT(model), ALL, NULL,
	  "restoration model instead of the built-in one" },
	{ "boilerplate", 0, "FILE", KIND_TEXT, AT(boilerplate), ALL, NULL,
	  "more boilerplate rules" },
	{ "min-confidence", 0, "PERCENT", KIND_PERCENT, AT(min_confidence),
	  WORK, NULL, "leave out restorations less sure than this" },
	{ "format", 0, "text|jsonl", KIND_WORD, AT(format), WORK | VERIFY,
	  format_words, "form of the input (by the file's ending; else text)" },
	{ "field", 0, "NAME", KIND_TEXT, AT(field), WORK | VERIFY, NULL,
	  "field of JSON Lines that holds the article (text)" },
	{ "separator", 0, "blank|formfeed|nul|LINE", KIND_TEXT, AT(separator),
	  WORK, NULL, "what parts the articles of a text (none)" },
	{ "from-code", 0, "CHARSET", KIND_TEXT, AT(from_code),
	  WORK | VERIFY, NULL,
	  "charset of the input (by its bytes)" },
	{ "max-article", 0, "BYTES", KIND_SIZE, AT(max_article), WORK, NULL,
	  "longest article held whole; K, M, G count (1M)" },
	{ "stdin-filename", 0, "PATH", KIND_TEXT, AT(stdin_name), WORK, NULL,
	  "name and ending of standard input" },
	{ "output", 'o', "FILE", KIND_TEXT, AT(output), FILTER, NULL,
	  "write here instead of standard output" },
	{ "output-dir", 0, "DIR", KIND_TEXT, AT(output_dir), FILTER, NULL,
	  "write each file here, under its own name" },
	{ "stripped", 0, "FILE", KIND_TEXT, AT(stripped),
	  FILTER | FIX | VERIFY, NULL,
	  "JSON Lines of what boilerplate rules took out" },
	{ "output-format", 0, "concise|json|json-lines|github", KIND_WORD,
	  AT(report_format), CHECK | RULES, report_words,
	  "form of the findings (concise)" },
	{ "fail-level", 0, "note|warning|error", KIND_WORD, AT(fail_level),
	  CHECK, level_words, "least severity that makes check fail (warning)" },
	{ "color", 0, "auto|always|never", KIND_WORD, AT(colour), CHECK | DIFF,
	  colour_words, "colour the output (auto; NO_COLOR is heeded)" },
	{ "fsync", 0, NULL, KIND_FLAG, AT(fsync), FIX, NULL,
	  "wait for the disk before a file is replaced" },
	{ "lossy", 0, NULL, KIND_FLAG, AT(lossy), FIX, NULL,
	  "rewrite files with bytes that cannot be decoded too" },
	{ "exit-non-zero-on-fix", 0, NULL, KIND_FLAG, AT(exit_on_fix),
	  FILTER | FIX, NULL, "exit 1 when something changed" },
	{ "jobs", 'j', "N", KIND_JOBS, AT(jobs), WORK, NULL,
	  "work on so many chunks at a time (one for each CPU)" },
	{ "help", 'h', NULL, KIND_FLAG, AT(help), ALL, NULL, "show this" },
	{ "version", 'V', NULL, KIND_FLAG, AT(version), ALL, NULL,
	  "show the versions of copydesk, ICU, rules and model" },
};

#define ROW_COUNT (sizeof(rows) / sizeof(rows[0]))

/* getopt_long()'s codes: beyond any letter. */
#define FIRST_CODE 256

static const struct command_row {
	const char *name, *arguments, *help;
} commands[COMMAND_COUNT] = {
	[COMMAND_FILTER] = { "", "[FILE...]",
			     "normalise to standard output" },
	[COMMAND_CHECK] = { "check", "[PATH...]", "report what is not clean" },
	[COMMAND_FIX] = { "fix", "PATH...", "rewrite in place, atomically" },
	[COMMAND_DIFF] = { "diff", "[PATH...]",
			   "unified diff of what fix would do" },
	[COMMAND_RULES] = { "rules", "[RULE]",
			    "list the rules, or explain one" },
	[COMMAND_VERIFY] = { "verify", "ORIGINAL CLEANED",
			     "prove that no letter was lost" },
};

const char *options_command_name(enum command command)
{
	return commands[command].name;
}

static bool refuse(const char *option, const char *value, const char *why)
{
	fprintf(stderr, "copydesk: --%s=%s: %s\n", option, value, why);
	return false;
}

static void *target(struct options *options, const struct row *row)
{
	return (char *)options + row->offset;
}

static bool take_word(struct options *options, const struct row *row,
		      const char *value)
{
	for (const struct word *word = row->words; word->name; word++) {
		if (!strcmp(word->name, value)) {
			*(int *)target(options, row) = word->value;
			return true;
		}
	}
	fprintf(stderr, "copydesk: --%s=%s: not one of %s\n", row->name, value,
		row->value);
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
	if (*at && (unit = strchr(units, *at))) {
		for (const char *u = units; u <= unit; u++) {
			if (sum > SIZE_MAX / 1024)
				return false;
			sum *= 1024;
		}
		at++;
	}
	*size = sum;
	return !*at;
}

static bool take_size(struct options *options, const struct row *row,
		      const char *value)
{
	size_t *size = target(options, row);

	if (!read_size(value, size))
		return refuse(row->name, value, "not a number");
	if (row->kind == KIND_JOBS)
		return (*size > 0 && *size <= 1024) ||
		       refuse(row->name, value, "not between 1 and 1024");
	if (row->kind == KIND_PERCENT)
		return *size <= 100 ||
		       refuse(row->name, value, "not between 0 and 100");
	return (*size > 0 && *size <= CD_ARTICLE_MAX) ||
	       refuse(row->name, value, "not between 1 and 1G");
}

/* "a,b" becomes "=a,=b" in the library's list of terms. */
static bool take_rules(struct options *options, const struct row *row,
		       const char *value)
{
	struct bytes *rules = &options->rules;

	while (*value) {
		const size_t len = strcspn(value, ", ");

		if (len) {
			bytes_add_byte(rules, (char)row->offset);
			bytes_add(rules, value, len);
			bytes_add_byte(rules, ',');
		}
		value += len + (value[len] != '\0');
	}
	return !rules->failed;
}

static bool take(struct options *options, const struct row *row,
		 const char *value)
{
	switch (row->kind) {
	case KIND_FLAG:
		*(bool *)target(options, row) = true;
		return true;
	case KIND_TEXT:
		*(const char **)target(options, row) = value;
		return true;
	case KIND_WORD:
		return take_word(options, row, value);
	case KIND_SIZE:
	case KIND_PERCENT:
	case KIND_JOBS:
		return take_size(options, row, value);
	case KIND_RULES:
		return take_rules(options, row, value);
	}
	return false;
}

static void fill_getopt(struct option *options, char *letters)
{
	/* "-": arguments in their order; ":": tell what lacks its value. */
	*letters++ = '-';
	*letters++ = ':';
	for (size_t i = 0; i < ROW_COUNT; i++) {
		options[i] = (struct option){
			.name = rows[i].name,
			.has_arg = rows[i].value ? required_argument
						 : no_argument,
			.val = FIRST_CODE + (int)i,
		};
		if (rows[i].letter) {
			*letters++ = rows[i].letter;
			if (rows[i].value)
				*letters++ = ':';
		}
	}
	*letters = '\0';
	options[ROW_COUNT] = (struct option){ .name = NULL };
}

static const struct row *row_of(int code)
{
	for (size_t i = 0; i < ROW_COUNT; i++) {
		if (code == FIRST_CODE + (int)i ||
		    (rows[i].letter && code == rows[i].letter))
			return &rows[i];
	}
	return NULL;
}

static bool unknown_option(const char *word)
{
	const char *names[ROW_COUNT];
	const char *near;

	if (word[0] != '-' || word[1] != '-') {
		fprintf(stderr, "copydesk: unknown option '%s'\n", word);
	} else {
		for (size_t i = 0; i < ROW_COUNT; i++)
			names[i] = rows[i].name;
		near = nearest(word + 2, names, ROW_COUNT);
		fprintf(stderr, "copydesk: unknown option '%s'%s%s%s\n", word,
			near ? ": did you mean --" : "", near ? near : "",
			near ? "?" : "");
	}
	fputs("Try 'copydesk --help'.\n", stderr);
	return false;
}

static bool wrong_option(int code, char **argv)
{
	const struct row *row = optopt ? row_of(optopt) : NULL;
	char letter[] = { '-', (char)optopt, '\0' };

	if (code == ':')
		fprintf(stderr, "copydesk: %s needs a value\n",
			row ? argv[optind - 1] : letter);
	else if (row && optopt >= FIRST_CODE)
		fprintf(stderr, "copydesk: --%s takes no value\n", row->name);
	else if (optopt && optopt < FIRST_CODE)
		return unknown_option(letter);
	else
		return unknown_option(argv[optind - 1]);
	return false;
}

static bool add_path(struct options *options, char *path)
{
	options->paths[options->path_count++] = path;
	return true;
}

/* The first argument may be a command. */
static bool take_argument(struct options *options, char *word)
{
	if (options->command == COMMAND_FILTER && !options->path_count) {
		for (int i = COMMAND_CHECK; i < COMMAND_COUNT; i++) {
			if (!strcmp(word, commands[i].name)) {
				options->command = (enum command)i;
				return true;
			}
		}
	}
	return add_path(options, word);
}

static bool check_commands(const struct options *options, const bool *given)
{
	for (size_t i = 0; i < ROW_COUNT; i++) {
		const char *name = commands[options->command].name;

		if (!given[i] || rows[i].commands >> options->command & 1)
			continue;
		fprintf(stderr, "copydesk: --%s is no option of %s%s\n",
			rows[i].name, *name ? "copydesk " : "the filter",
			name);
		return false;
	}
	return true;
}

static void set_defaults(struct options *options)
{
	memset(options, 0, sizeof(*options));
	bytes_init(&options->rules);
	options->field = "text";
	options->stdin_name = "<stdin>";
	options->max_article = (size_t)1 << 20;
	options->fail_level = CD_SEVERITY_WARNING;
}

static bool parse_words(struct options *options, int argc, char **argv,
			bool *given)
{
	struct option table[ROW_COUNT + 1];
	char letters[2 * ROW_COUNT + 3];
	int code;

	fill_getopt(table, letters);
	opterr = 0;
	while ((code = getopt_long(argc, argv, letters, table, NULL)) != -1) {
		const struct row *row;

		if (code == 1) {
			take_argument(options, optarg);
			continue;
		}
		if (code == '?' || code == ':')
			return wrong_option(code, argv);
		row = row_of(code);
		given[row - rows] = true;
		if (!take(options, row, optarg))
			return false;
	}
	while (optind < argc)
		add_path(options, argv[optind++]);
	return true;
}

bool options_parse(struct options *options, int argc, char **argv)
{
	bool given[ROW_COUNT] = { false };

	set_defaults(options);
	options->paths = calloc((size_t)argc + 1, sizeof(*options->paths));
	if (!options->paths) {
		fputs("copydesk: out of memory\n", stderr);
		return false;
	}
	return parse_words(options, argc, argv, given) &&
	       (options->help || check_commands(options, given));
}

void options_release(struct options *options)
{
	free(options->paths);
	bytes_release(&options->rules);
}

static void help_row(const struct row *row, struct bytes *out)
{
	const size_t from = out->len;

	if (row->letter)
		bytes_printf(out, "  -%c, --%s", row->letter, row->name);
	else
		bytes_printf(out, "      --%s", row->name);
	if (row->value)
		bytes_printf(out, "=%s", row->value);
	if (out->len - from > 30)
		bytes_printf(out, "\n%32s%s\n", "", row->help);
	else
		bytes_printf(out, "%*s%s\n", (int)(32 - (out->len - from)), "",
			     row->help);
}

static void help_usage(enum command command, struct bytes *out)
{
	bytes_printf(out, "  copydesk %s%s[OPTION...] %s\n",
		     commands[command].name, command ? " " : "",
		     commands[command].arguments);
}

static void help_commands(struct bytes *out)
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		const size_t from = out->len;

		help_usage((enum command)i, out);
		out->len--;
		bytes_printf(out, "%*s%s\n", (int)(50 - (out->len - from)), "",
			     commands[i].help);
	}
}

void options_help(enum command command, struct bytes *out)
{
	if (command == COMMAND_FILTER) {
		bytes_add_text(out, "copydesk: raw news articles in, clean "
				    "UTF-8 out.\n\nUsage:\n");
		help_commands(out);
	} else {
		bytes_printf(out, "copydesk %s: %s.\n\nUsage:\n",
			     commands[command].name, commands[command].help);
		help_usage(command, out);
	}
	bytes_add_text(out, "\nOptions:\n");
	for (size_t i = 0; i < ROW_COUNT; i++) {
		if (command == COMMAND_FILTER || rows[i].commands >> command & 1)
			help_row(&rows[i], out);
	}
	bytes_add_text(out,
		       "\nNo FILE, or \"-\": standard input. Exit status: 0; 1 "
		       "where check found\nsomething, diff differs or verify "
		       "fails; 2 after trouble.\n");
}
