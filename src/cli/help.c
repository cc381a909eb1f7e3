/* --help, from the table of options. */
#include "cli/table.h"

static void help_row(const struct option_row *row, struct bytes *out)
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
		     command_rows[command].name, command ? " " : "",
		     command_rows[command].arguments);
}

static void help_commands(struct bytes *out)
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		const size_t from = out->len;

		help_usage((enum command)i, out);
		out->len--;
		bytes_printf(out, "%*s%s\n", (int)(48 - (out->len - from)), "",
			     command_rows[i].help);
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
			     command_rows[command].name,
			     command_rows[command].help);
		help_usage(command, out);
	}
	bytes_add_text(out, "\nOptions:\n");
	for (size_t i = 0; i < option_row_count; i++) {
		if (command == COMMAND_FILTER ||
		    option_rows[i].commands >> command & 1)
			help_row(&option_rows[i], out);
	}
	bytes_add_text(out,
		       "\nNo FILE, or \"-\": standard input. Exit status: 0; 1 "
		       "where check found\nsomething, diff differs or verify "
		       "fails; 2 after trouble.\n");
}
