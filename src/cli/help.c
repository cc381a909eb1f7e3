/* --help and copydesk help [COMMAND], from the table of options. */
#include "cli/help.h"

#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/completion.h"
#include "cli/suggest.h"
#include "cli/table.h"

#define WORDS_MOST 40 /* bytes of a list of words that a line has room for */

/*
 * The words of which one command takes some, where they are few:
 * "concise|json".
 */
static bool help_words(const struct option_row *row, unsigned commands,
		       struct buffer *out)
{
	const size_t from = out->len;

	if (!row->words || strchr(row->value, '|') ||
	    commands == OPTIONS_COMMON || commands & (commands - 1))
		return false;
	for (const struct option_word *word = row->words; word->name; word++)
		if (!word->commands || word->commands & commands)
			buffer_printf(out, "%c%s", out->len > from ? '|' : '=',
				      word->name);
	if (out->len - from <= WORDS_MOST)
		return true;
	out->len = from;
	return false;
}

static void help_row(const struct option_row *row, unsigned commands,
		     struct buffer *out)
{
	const size_t from = out->len;
	const char *help = row->help;

	if (row->letter)
		buffer_printf(out, "  -%c, --%s", row->letter, row->name);
	else
		buffer_printf(out, "      --%s", row->name);
	if (help_words(row, commands, out))
		help = "one of these; the first is the default";
	else if (row->value)
		buffer_printf(out, "=%s", row->value);
	if (out->len - from > 30)
		buffer_printf(out, "\n%32s%s\n", "", help);
	else
		buffer_printf(out, "%*s%s\n", (int)(32 - (out->len - from)), "",
			      help);
}

/* Options of `commands`, under their headings, which begin at the ones named.
 */
static void help_options(unsigned commands, struct buffer *out)
{
	static const struct {
		const char *first, *heading;
	} groups[] = {
		{ "select", "Rules" },
		{ "format", "Input" },
		{ "output", "Output" },
		{ "jobs", "Other options" },
	};
	const char *heading = NULL;
	size_t group = 0;

	for (size_t i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];

		if (group < sizeof(groups) / sizeof(groups[0]) &&
		    !strcmp(row->name, groups[group].first))
			heading = groups[group++].heading;
		if (!(row->commands & commands))
			continue;
		if (heading)
			buffer_printf(out, "\n%s:\n", heading);
		heading = NULL;
		help_row(row, commands, out);
	}
}

static void help_usage(enum command command, struct buffer *out)
{
	buffer_printf(out, "  copydesk %s%s[OPTION...] %s\n",
		      command_rows[command].name, command ? " " : "",
		      command_rows[command].arguments);
}

static void help_commands(struct buffer *out)
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		const size_t from = out->len;

		help_usage((enum command)i, out);
		out->len--;
		buffer_printf(out, "%*s%s\n", (int)(48 - (out->len - from)), "",
			      command_rows[i].help);
	}
}

static void help_end(enum command command, struct buffer *out)
{
	buffer_printf(out, "\n%s\n", command_rows[command].end);
}

static void help_of_all(unsigned options, struct buffer *out)
{
	buffer_add_text(out, "copydesk: raw news articles in, clean UTF-8 "
			     "out.\n\nUsage:\n");
	help_commands(out);
	help_options(options, out);
	help_end(COMMAND_FILTER, out);
	if (options == OPTIONS_COMMON)
		buffer_add_text(out, "'copydesk help COMMAND', 'help all' and "
				     "'help languages' show more.\n");
}

static void help_of(enum command command, struct buffer *out)
{
	buffer_printf(out, "copydesk %s: %s.\n\nUsage:\n",
		      command_rows[command].name, command_rows[command].help);
	help_usage(command, out);
	help_options(1u << command, out);
	help_end(command, out);
}

int help_show(enum command command)
{
	struct buffer text;

	buffer_init(&text);
	if (command == COMMAND_FILTER)
		help_of_all(OPTIONS_COMMON, &text);
	else
		help_of(command, &text);
	return print_text(&text);
}

static int help_show_all(void)
{
	struct buffer text;

	buffer_init(&text);
	help_of_all(~0u, &text);
	return print_text(&text);
}

static int show_completion(enum completion shell)
{
	struct buffer text;

	buffer_init(&text);
	completion_write(&text, shell);
	return print_text(&text);
}

/* The command's number; COMMAND_COUNT: there is none of that name. */
static enum command command_find(const char *name)
{
	int i = COMMAND_CHECK;

	while (i < COMMAND_COUNT && strcmp(name, command_rows[i].name))
		i++;
	return (enum command)i;
}

static int unknown_command(const char *name)
{
	const char *names[COMMAND_COUNT];
	const char *near;
	struct buffer what;

	for (int i = 0; i < COMMAND_COUNT; i++)
		names[i] = command_rows[i].name;
	near = suggest(name, names + COMMAND_CHECK,
		       COMMAND_COUNT - COMMAND_CHECK);
	buffer_init(&what);
	buffer_printf(&what, "no such command%s%s%s",
		      near ? ": did you mean " : "", near ? near : "",
		      near ? "?" : ": 'copydesk help' lists them");
	complain(name, buffer_text(&what) ? what.bytes : "out of memory");
	buffer_release(&what);
	return EXIT_TROUBLE;
}

static int show_languages(void)
{
	struct buffer text;
	const char *code;

	buffer_init(&text);
	for (size_t i = 0; (code = cd_language(i)); i++)
		buffer_printf(&text, "%s%s", i ? i % 16 ? " " : "\n" : "",
			      code);
	buffer_add_text(&text,
			"\n\nOf these copydesk knows the quotation marks; "
			"casing, boilerplate and what\ndepends on words know "
			"en. A region may follow: de-AT.\n");
	return print_text(&text);
}

int command_help(const struct options *options, const struct setup *setup)
{
	enum command command = COMMAND_FILTER;

	(void)setup;
	if (options->completion)
		return show_completion((enum completion)options->completion);
	if (options->path_count > 1) {
		complain("help", "one command at a time");
		return EXIT_TROUBLE;
	}
	if (options->path_count && !strcmp(options->paths[0], "all"))
		return help_show_all();
	if (options->path_count && !strcmp(options->paths[0], "languages"))
		return show_languages();
	if (options->path_count)
		command = command_find(options->paths[0]);
	if (command == COMMAND_COUNT)
		return unknown_command(options->paths[0]);
	return help_show(command);
}
