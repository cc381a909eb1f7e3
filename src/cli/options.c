/* Reading the command line and configuration files by the table of options. */
#include "cli/options.h"

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

static const char *nearest_option(const char *name)
{
	const char *names[OPTION_ROWS_MAX];

	for (size_t i = 0; i < option_row_count; i++)
		names[i] = option_rows[i].name;
	return suggest(name, names, option_row_count);
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

static void unknown_option(const char *word)
{
	const char *name = strncmp(word, "--", 2) ? NULL : word + 2;
	const char *near = name ? nearest_option(name) : NULL;
	struct buffer names;

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
	if (!near || access(word, F_OK) == 0)
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

static bool take_option(struct options *options, const struct option_row *row,
			const char *value)
{
	struct buffer why;
	bool good;

	buffer_init(&why);
	good = option_take(options, row, value, &why);
	if (!good)
		fprintf(stderr, "copydesk: --%s=%s: %s\n", row->name, value,
			buffer_text(&why) ? why.bytes : "out of memory");
	buffer_release(&why);
	options->given[options->given_count++] = (struct given){ row, value };
	return good;
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

/* Whether each option given is one of the command's. */
static bool check_command(const struct options *options)
{
	const char *name = command_rows[options->command].name;

	for (size_t i = 0; i < options->given_count; i++) {
		const struct option_row *row = options->given[i].row;

		if (row->commands >> options->command & 1)
			continue;
		fprintf(stderr, "copydesk: --%s is no option of %s%s\n",
			row->name, *name ? "copydesk " : "the filter", name);
		return false;
	}
	return true;
}

static void set_defaults(struct options *options)
{
	memset(options, 0, sizeof(*options));
	buffer_init(&options->rules);
	options->field = "text";
	options->stdin_name = NULL;
	options->max_article = (size_t)1 << 20;
	options->min_articles = 10;
	options->fail_level = CD_SEVERITY_WARNING;
}

bool options_parse(struct options *options, int argc, char **argv)
{
	const size_t room = (size_t)argc + 1;

	set_defaults(options);
	options->paths = calloc(room, sizeof(*options->paths));
	options->given = calloc(room, sizeof(*options->given));
	if (!options->paths || !options->given) {
		fputs("copydesk: out of memory\n", stderr);
		return false;
	}
	return parse_words(options, argc, argv) &&
	       (options->help || check_command(options));
}

void options_release(struct options *options)
{
	free(options->paths);
	free(options->given);
	buffer_release(&options->rules);
}

/* A file that lies beside the texts says how to read them, and no more. */
static bool may_be_found(const struct option_row *row)
{
	static const char *const names[] = {
		"select", "extend-select", "ignore", "quotes",
		"casing", "lang",	   "format", "field",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!strcmp(row->name, names[i]))
			return true;
	}
	return false;
}

/* Cut the white space off both ends, in place. */
static char *trim(char *line)
{
	size_t len;

	line += strspn(line, " \t\r");
	len = strlen(line);
	while (len && strchr(" \t\r", line[len - 1]))
		len--;
	line[len] = '\0';
	return line;
}

static void unknown_line(const char *name, struct buffer *why)
{
	const char *near = nearest_option(name);

	buffer_printf(why, "unknown option '%s'%s%s%s", name,
		      near ? ": did you mean " : "", near ? near : "",
		      near ? "?" : "");
}

static bool take_setting(struct options *options, const struct option_row *row,
			 char *value, struct buffer *why)
{
	if (!value)
		return option_take(options, row, NULL, why);
	value = trim(value);
	buffer_printf(why, "%s=%s: ", row->name, value);
	return option_take(options, row, value, why);
}

/* "--name=value" or "name=value". */
static bool take_line(struct options *options, char *line,
		      enum config_source source, struct buffer *why)
{
	char *name = line + (strncmp(line, "--", 2) ? 0 : 2);
	char *value = strchr(name, '=');
	const struct option_row *row;

	if (value)
		*value++ = '\0';
	name = trim(name);
	row = option_find(name, strlen(name));
	if (!row)
		unknown_line(name, why);
	else if (row->value && !value)
		buffer_printf(why, "%s needs a value", name);
	else if (!row->value && value)
		buffer_printf(why, "%s takes no value", name);
	else if (source == CONFIG_FOUND && !may_be_found(row))
		buffer_printf(why,
			      "%s is for the command line or --config "
			      "only",
			      name);
	else
		return take_setting(options, row, value, why);
	return false;
}

static bool take_lines(struct options *options, char *text,
		       enum config_source source, struct buffer *why)
{
	static const char mark[] = "\xEF\xBB\xBF";
	size_t number = 1;

	if (!strncmp(text, mark, strlen(mark)))
		text += strlen(mark);
	for (char *line = text; line; number++) {
		char *end = strchr(line, '\n');

		if (end)
			*end = '\0';
		line = trim(line);
		buffer_reset(why);
		buffer_printf(why, "%zu: ", number);
		if (*line && *line != '#' &&
		    !take_line(options, line, source, why))
			return false;
		line = end ? end + 1 : NULL;
	}
	return true;
}

bool options_derive(struct options *derived, const struct options *options,
		    char *text, enum config_source source, struct buffer *why)
{
	set_defaults(derived);
	derived->command = options->command;
	if (!take_lines(derived, text, source, why))
		return false;
	for (size_t i = 0; i < options->given_count; i++) {
		if (!option_take(derived, options->given[i].row,
				 options->given[i].value, why))
			return false;
	}
	return !derived->rules.failed;
}
