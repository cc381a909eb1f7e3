/* Reading the command line by the table of options. */
#include "cli/parse.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/suggest.h"
#include "cli/table.h"

/* getopt_long()'s codes: beyond any letter. */
#define FIRST_CODE 256

static void fill_getopt(struct option *options, char *letters)
{
	/* "-": arguments in their order; ":": tell what lacks its value. */
	*letters++ = '-';
	*letters++ = ':';
	for (size_t i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];

		options[i] = (struct option){
			.name = row->name,
			.has_arg = row->value ? required_argument : no_argument,
			.val = FIRST_CODE + (int)i,
		};
		if (!row->letter)
			continue;
		*letters++ = row->letter;
		if (row->value)
			*letters++ = ':';
	}
	*letters = '\0';
	options[option_row_count] = (struct option){ .name = NULL };
}

static const struct option_row *row_of(int code)
{
	for (size_t i = 0; i < option_row_count; i++) {
		if (code == FIRST_CODE + (int)i ||
		    (option_rows[i].letter && code == option_rows[i].letter))
			return &option_rows[i];
	}
	return NULL;
}

/* The options that begin like `name`, which is not short for one of them. */
static size_t ambiguous_option(const char *name, struct buffer *names)
{
	const size_t len = strcspn(name, "=");
	size_t count = 0;

	for (size_t i = 0; i < option_row_count; i++) {
		if (strncmp(option_rows[i].name, name, len))
			continue;
		buffer_printf(names, "%s--%s", count++ ? ", " : "",
			      option_rows[i].name);
	}
	return count;
}

/* What other programs call it; NULL: it is always so. */
static const struct {
	const char *theirs, *ours;
} habits[] = {
	{ "--charset", "--from-code" },
	{ "--check", "check" },
	{ "--column", "--field" },
	{ "--count", "check --statistics" },
	{ "--csv", "--format=csv" },
	{ "--delimiter", "--format" },
	{ "--diff", "diff" },
	{ "--dry-run", "diff" },
	{ "--encoding", "--from-code" },
	{ "--extend-exclude", "--exclude" },
	{ "--extension", "--ext" },
	{ "--fix", "fix" },
	{ "--glob", "--include" },
	{ "--in-place", "fix" },
	{ "--input-format", "--format" },
	{ "--json", "--output-format=json" },
	{ "--jsonl", "--format=jsonl" },
	{ "--key", "--field" },
	{ "--no-color", "--color=never" },
	{ "--recursive", NULL },
	{ "--rule", "--select" },
	{ "--rules", "--select" },
	{ "--show-source", "check --output-format=full" },
	{ "--silent", "--quiet" },
	{ "--threads", "--jobs" },
	{ "--type", "--ext" },
	{ "--workers", "--jobs" },
	{ "--write", "fix" },
	{ "-R", NULL },
	{ "-c", "check --statistics" },
	{ "-g", "--include" },
	{ "-i", "fix" },
	{ "-n", "diff" },
	{ "-r", NULL },
	{ "-t", "--ext" },
	{ "-v", "--version" },
	{ "clean", "fix" },
	{ "format", "fix" },
	{ "lint", "check" },
	{ "version", "--version" },
};

/* Say what a word of other programs is here; false: it is none. */
static bool tell_habit(const char *word)
{
	const int len = (int)strcspn(word, "=");

	for (size_t i = 0; i < sizeof(habits) / sizeof(*habits); i++) {
		const char *theirs = habits[i].theirs;

		if (strlen(theirs) != (size_t)len ||
		    strncmp(word, theirs, (size_t)len) != 0)
			continue;
		if (habits[i].ours)
			fprintf(stderr,
				"copydesk: there is no '%.*s': did you mean "
				"'copydesk %s'?\n",
				len, word, habits[i].ours);
		else
			fprintf(stderr,
				"copydesk: there is no '%.*s': folders are "
				"always read recursively\n",
				len, word);
		return true;
	}
	return false;
}

static void unknown_option(const char *word)
{
	const char *name = strncmp(word, "--", 2) ? NULL : word + 2;
	const char *near = name ? option_near(name) : NULL;
	struct buffer names;

	if (tell_habit(word))
		return;
	buffer_init(&names);
	if (name && ambiguous_option(name, &names) > 1 && buffer_text(&names))
		fprintf(stderr, "copydesk: ambiguous option '%s': %s\n", word,
			names.bytes);
	else
		fprintf(stderr, "copydesk: unknown option '%s'%s%s%s\n", word,
			near ? ": did you mean --" : "", near ? near : "",
			near ? "?" : "");
	fputs("Try 'copydesk --help'.\n", stderr);
	buffer_release(&names);
}

static void wrong_option(int code, char **argv)
{
	const bool is_letter = optopt && optopt < FIRST_CODE;
	const struct option_row *row = optopt ? row_of(optopt) : NULL;
	const char letter[] = { '-', (char)optopt, '\0' };

	if (code == ':')
		fprintf(stderr, "copydesk: %s needs a value\n",
			is_letter ? letter : argv[optind - 1]);
	else if (row && !is_letter)
		fprintf(stderr, "copydesk: --%s takes no value\n", row->name);
	else
		unknown_option(is_letter ? letter : argv[optind - 1]);
}

/* Whether no file, but nearly a command, is named so; then it says so. */
static bool is_misspelt(const char *word)
{
	const char *names[COMMAND_COUNT];
	const char *near;

	for (int i = 0; i < COMMAND_COUNT; i++)
		names[i] = command_rows[i].name;
	near = suggest(word, names + COMMAND_CHECK,
		       COMMAND_COUNT - COMMAND_CHECK);
	if (access(word, F_OK) == 0)
		return false;
	if (tell_habit(word))
		return true;
	if (!near)
		return false;
	fprintf(stderr,
		"copydesk: %s: no such file or command: did you mean %s?\n",
		word, near);
	return true;
}

/* The first argument may be a command. */
static bool take_argument(struct options *options, char *word)
{
	const bool first =
		options->command == COMMAND_FILTER && !options->path_count;

	for (int i = COMMAND_CHECK; first && i < COMMAND_COUNT; i++) {
		if (!strcmp(word, command_rows[i].name)) {
			options->command = (enum command)i;
			return true;
		}
	}
	options->paths[options->path_count++] = word;
	return !first || !is_misspelt(word);
}

/* The commands that have the option, by their names: "check, report". */
static void print_commands(const struct option_row *row)
{
	const char *before = "";

	for (int i = 0; i < COMMAND_COUNT; i++) {
		if (!(row->commands >> i & 1))
			continue;
		fprintf(stderr, "%s%s", before,
			i == COMMAND_FILTER ? "the filter"
					    : command_rows[i].name);
		before = ", ";
	}
}

/* Whether the option is one of the command's. */
static bool check_option(const struct options *options,
			 const struct option_row *row)
{
	const char *name = command_rows[options->command].name;

	if (row->commands >> options->command & 1)
		return true;
	fprintf(stderr, "copydesk: --%s is no option of %s%s, but of ",
		row->name, *name ? "copydesk " : "the filter", name);
	print_commands(row);
	fprintf(stderr, ": see 'copydesk help %s'\n", *name ? name : "all");
	return false;
}

static bool take_value(struct options *options, const struct option_row *row,
		       const char *value)
{
	const bool named = options->command != COMMAND_FILTER;
	struct buffer why;
	bool good;

	buffer_init(&why);
	good = option_take(options, row, value, &why);
	if (!good && (!named || check_option(options, row)))
		fprintf(stderr, "copydesk: --%s=%s: %s\n", row->name, value,
			buffer_text(&why) ? why.bytes : "out of memory");
	buffer_release(&why);
	return good;
}

static bool take_option(struct options *options, const struct option_row *row,
			const char *value)
{
	options->given[options->given_count++] = (struct given){ row, value };
	return take_value(options, row, value);
}

static bool parse_words(struct options *options, int argc, char **argv)
{
	struct option table[OPTION_ROWS_MAX + 1];
	char letters[2 * OPTION_ROWS_MAX + 3];
	int code;

	fill_getopt(table, letters);
	opterr = 0;
	while ((code = getopt_long(argc, argv, letters, table, NULL)) != -1) {
		if (code == 1) {
			if (!take_argument(options, optarg))
				return false;
		} else if (code == '?' || code == ':') {
			wrong_option(code, argv);
			return false;
		} else if (!take_option(options, row_of(code), optarg)) {
			return false;
		}
	}
	while (optind < argc)
		options->paths[options->path_count++] = argv[optind++];
	return true;
}

/* Whether each option given, and its word, is one of the command's. */
static bool check_command(struct options *options)
{
	for (size_t i = 0; i < options->given_count; i++) {
		const struct given *given = &options->given[i];

		if (!check_option(options, given->row) ||
		    (given->row->words &&
		     !take_value(options, given->row, given->value)))
			return false;
	}
	return true;
}

/* Options that are about another one. */
static bool check_needs(const struct options *options)
{
	static const char *const needs[][2] = {
		{ "root", "output-dir" },
		{ "null", "files-from" },
	};

	for (size_t i = 0; i < sizeof(needs) / sizeof(needs[0]); i++) {
		if (!options_given(options, needs[i][0]) ||
		    options_given(options, needs[i][1]))
			continue;
		fprintf(stderr, "copydesk: --%s: needs --%s\n", needs[i][0],
			needs[i][1]);
		return false;
	}
	return true;
}

/* Options of which one would do nothing beside the other, and why. */
static bool check_rivals(const struct options *options)
{
	static const char *const rivals[][3] = {
		{ "output", "output-dir", "" },
		{ "config", "no-config", "" },
		{ "files-with-findings", "statistics", "" },
		{ "files-with-findings", "output-format", "" },
		{ "files-with-findings", "max-findings",
		  ": names are no findings" },
		{ "statistics", "max-findings", ": all findings count" },
		{ "write-baseline", "output-file",
		  ": what is accepted is not written" },
		{ "write-baseline", "output-format",
		  ": what is accepted is not written" },
		{ "write-baseline", "max-findings",
		  ": what is accepted is not written" },
		{ "write-baseline", "files-with-findings",
		  ": what is accepted is not written" },
		{ "write-baseline", "statistics",
		  ": what is accepted does not count" },
	};

	for (size_t i = 0; i < sizeof(rivals) / sizeof(rivals[0]); i++) {
		if (!options_given(options, rivals[i][0]) ||
		    !options_given(options, rivals[i][1]))
			continue;
		fprintf(stderr,
			"copydesk: --%s, --%s: only one of them at a time%s\n",
			rivals[i][0], rivals[i][1], rivals[i][2]);
		return false;
	}
	return true;
}

/* Whether standard input is, or may be, among what is read. */
static bool reads_standard_input(const struct options *options)
{
	for (size_t i = 0; i < options->path_count; i++)
		if (!strcmp(options->paths[i], "-"))
			return true;
	return !options->path_count || options->files_from;
}

/* What is accepted is a finding; other commands have none. */
static bool check_ignored(const struct options *options)
{
	if (options->command == COMMAND_CHECK)
		return true;
	for (size_t i = 0; i < options->given_count; i++) {
		const struct given *given = &options->given[i];

		if (strcmp(given->row->name, "ignore") != 0 ||
		    !strchr(given->value, ':'))
			continue;
		fprintf(stderr,
			"copydesk: --ignore=%s: single findings are left out "
			"by copydesk check only\n",
			given->value);
		return false;
	}
	return true;
}

/* Whether no option is without what it is about, or with a rival. */
static bool check_pairs(const struct options *options)
{
	if (!check_needs(options) || !check_rivals(options) ||
	    !check_ignored(options))
		return false;
	if (options->restore && options_given(options, "casing") &&
	    options->casing == CD_CASING_NEVER) {
		fputs("copydesk: --restore, --casing=never: only one of them "
		      "at a time: nothing would be restored\n",
		      stderr);
		return false;
	}
	if (options->stdin_name && !options->show_settings &&
	    !reads_standard_input(options)) {
		fputs("copydesk: --stdin-filename: standard input is not read: "
		      "name it, too (-)\n",
		      stderr);
		return false;
	}
	return true;
}

/* A command after a file's name; false: no such file is there, either. */
static bool check_order(const struct options *options)
{
	for (size_t i = 1;
	     options->command == COMMAND_FILTER && i < options->path_count;
	     i++) {
		const char *word = options->paths[i];

		for (int k = COMMAND_CHECK; k < COMMAND_COUNT; k++) {
			if (strcmp(word, command_rows[k].name) ||
			    access(word, F_OK) == 0)
				continue;
			fprintf(stderr,
				"copydesk: %s: no such file; a command goes "
				"first: copydesk %s %s\n",
				word, word, options->paths[0]);
			return false;
		}
	}
	return true;
}

bool options_parse(struct options *options, int argc, char **argv)
{
	const size_t room = (size_t)argc + 1;

	options_init(options);
	options->paths = calloc(room, sizeof(*options->paths));
	options->given = calloc(room, sizeof(*options->given));
	if (!options->paths || !options->given) {
		fputs("copydesk: out of memory\n", stderr);
		return false;
	}
	return parse_words(options, argc, argv) &&
	       (options->help ||
		(check_command(options) && check_pairs(options) &&
		 check_order(options)));
}
