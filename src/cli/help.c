/* --help, from the table of options. */
#include "cli/help.h"

#include <string.h>

#include "cli/table.h"

static void help_row(const struct option_row *row, struct buffer *out)
{
	const size_t from = out->len;

	if (row->letter)
		buffer_printf(out, "  -%c, --%s", row->letter, row->name);
	else
		buffer_printf(out, "      --%s", row->name);
	if (row->value)
		buffer_printf(out, "=%s", row->value);
	if (out->len - from > 30)
		buffer_printf(out, "\n%32s%s\n", "", row->help);
	else
		buffer_printf(out, "%*s%s\n", (int)(32 - (out->len - from)), "",
			      row->help);
}

/* The options under their headings, which begin at the ones named. */
static void help_options(enum command command, struct buffer *out)
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
		if (command != COMMAND_FILTER &&
		    !(row->commands >> command & 1))
			continue;
		if (heading)
			buffer_printf(out, "\n%s:\n", heading);
		heading = NULL;
		help_row(row, out);
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

void options_help(enum command command, struct buffer *out)
{
	if (command == COMMAND_FILTER) {
		buffer_add_text(out, "copydesk: raw news articles in, clean "
				     "UTF-8 out.\n\nUsage:\n");
		help_commands(out);
	} else {
		buffer_printf(out, "copydesk %s: %s.\n\nUsage:\n",
			      command_rows[command].name,
			      command_rows[command].help);
		help_usage(command, out);
	}
	help_options(command, out);
	buffer_add_text(
		out, "\nNo FILE, or \"-\": standard input. Exit status: 0; 1 "
		     "where check found\nsomething, diff differs or verify "
		     "fails; 2 after trouble.\n");
}
