/* Completion for fish: a line for each option and command. */
#include "cli/completion.h"
#include "cli/completion_words.h"

static const char script[] =
	"# The command, or \"filter\" where the first argument is none.\n"
	"function __copydesk_command\n"
	"\tset -l skip\n"
	"\tfor word in (commandline -opc)[2..-1]\n"
	"\t\tif set -q skip[1]\n"
	"\t\t\tset skip\n"
	"\t\t\tcontinue\n"
	"\t\tend\n"
	"\t\tcontains -- $word $__copydesk_valued; and set skip yes\n"
	"\t\tstring match -q -- '-*' $word; and continue\n"
	"\t\tif contains -- $word $__copydesk_commands\n"
	"\t\t\techo $word\n"
	"\t\telse\n"
	"\t\t\techo filter\n"
	"\t\tend\n"
	"\t\treturn 0\n"
	"\tend\n"
	"\techo filter\n"
	"\treturn 1\n"
	"end\n"
	"function __copydesk_is\n"
	"\tcontains -- (__copydesk_command) $argv\n"
	"end\n"
	"function __copydesk_first\n"
	"\tnot __copydesk_command >/dev/null\n"
	"end\n"
	"function __copydesk_rules\n"
	"\tprintf '%s\\n' $__copydesk_rule_names\n"
	"end\n\n";

/* Whose option it is. */
static void add_condition(struct buffer *out, const struct option_row *row)
{
	buffer_add_text(out, "complete -c copydesk -n '__copydesk_is");
	for (int i = 0; i < COMMAND_COUNT; i++) {
		if (row->commands >> i & 1)
			buffer_printf(out, " %s",
				      i ? command_rows[i].name : "filter");
	}
	buffer_add_byte(out, '\'');
}

static void add_value(struct buffer *out, const struct option_row *row)
{
	switch (completes_option(row)) {
	case COMPLETES_RULES:
		buffer_add_text(
			out,
			" -x -a '(__fish_complete_list , __copydesk_rules)'");
		break;
	case COMPLETES_FILES:
		buffer_add_text(out, " -r -F");
		break;
	case COMPLETES_FOLDERS:
		buffer_add_text(out, " -x -a '(__fish_complete_directories)'");
		break;
	case COMPLETES_WORDS:
		buffer_add_text(out, " -x -a '");
		completion_words(out, row);
		buffer_add_byte(out, '\'');
		break;
	default:
		buffer_add_text(out, " -x");
	}
}

static void add_option(struct buffer *out, const struct option_row *row)
{
	add_condition(out, row);
	buffer_printf(out, " -l %s", row->name);
	if (row->letter)
		buffer_printf(out, " -s %c", row->letter);
	if (row->value)
		add_value(out, row);
	buffer_add_text(out, " -d ");
	completion_quote(out, row->help);
	buffer_add_byte(out, '\n');
}

static void add_command(struct buffer *out, const struct command_row *row)
{
	buffer_printf(out, "complete -c copydesk -n __copydesk_first -a %s -d ",
		      row->name);
	completion_quote(out, row->help);
	buffer_add_byte(out, '\n');
	if (completes_argument(row) == COMPLETES_FILES)
		return;
	buffer_printf(out,
		      "complete -c copydesk -n '__copydesk_is %s' -f -a '%s'\n",
		      row->name,
		      completes_argument(row) == COMPLETES_RULES
			      ? "(__copydesk_rules)"
			      : "$__copydesk_commands all");
}

void completion_fish(struct buffer *out)
{
	buffer_add_text(out, "# fish completion for copydesk, made by: "
			     "copydesk help --completion=fish\n\n"
			     "set -g __copydesk_commands ");
	completion_commands(out);
	buffer_add_text(out, "\nset -g __copydesk_rule_names ");
	completion_rules(out);
	buffer_add_text(out, "\nset -g __copydesk_valued");
	completion_valued(out);
	buffer_add_text(out, "\n\n");
	buffer_add_text(out, script);
	for (int i = COMMAND_CHECK; i < COMMAND_COUNT; i++)
		add_command(out, &command_rows[i]);
	for (size_t i = 0; i < option_row_count; i++)
		add_option(out, &option_rows[i]);
}
