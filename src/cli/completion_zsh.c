/* Completion for zsh: specifications for its _arguments. */
#include <string.h>

#include "cli/completion.h"
#include "cli/completion_words.h"

static const char find_command[] =
	"\tnames=(${subcommands%%:*})\n"
	"\tfor word in ${words[2,CURRENT-1]}; do\n"
	"\t\tif [[ $skip ]]; then\n"
	"\t\t\tskip=\n"
	"\t\telif [[ $word == -* ]]; then\n"
	"\t\t\t(( ${valued[(Ie)$word]} )) && skip=yes\n"
	"\t\telse\n"
	"\t\t\targument=$word\n"
	"\t\t\t(( ${names[(Ie)$word]} )) && "
	"command=$word\n"
	"\t\t\tbreak\n"
	"\t\tfi\n"
	"\tdone\n"
	"\tcase $command in\n";

static const char script[] =
	"\tcase $command in\n"
	"\t(rules) _arguments -S : $options '*: :_copydesk_rules' ;;\n"
	"\t(help) _arguments -S : $options "
	"'*: :_describe -t commands command subcommands -- all' ;;\n"
	"\t(*) _arguments -S : $options '*: :_copydesk_words' ;;\n"
	"\tesac\n";

/* The text of a specification in which `special` characters are escaped. */
static void add_escaped(struct buffer *out, const char *text)
{
	for (; *text; text++) {
		if (strchr("[]:\\", *text))
			buffer_add_byte(out, '\\');
		buffer_add_byte(out, *text);
	}
}

/* What completes a value: an action of _arguments. */
static void add_action(struct buffer *out, const struct option_row *row)
{
	switch (completes_option(row)) {
	case COMPLETES_RULES:
		buffer_add_text(out, "_copydesk_rules");
		break;
	case COMPLETES_FILES:
		buffer_add_text(out, "_files");
		break;
	case COMPLETES_FOLDERS:
		buffer_add_text(out, "_files -/");
		break;
	case COMPLETES_WORDS:
		buffer_add_byte(out, '(');
		completion_words(out, row);
		buffer_add_byte(out, ')');
		break;
	default:
		buffer_add_byte(out, ' ');
	}
}

/* One spelling of an option, "-o" or "--output". */
static void add_option(struct buffer *out, const struct option_row *row,
		       const char *name, const char *value_mark)
{
	struct buffer spec;

	buffer_init(&spec);
	if (completion_repeats(row))
		buffer_add_byte(&spec, '*');
	else if (row->letter)
		buffer_printf(&spec, "(-%c --%s)", row->letter, row->name);
	buffer_printf(&spec, "%s%s[", name, row->value ? value_mark : "");
	add_escaped(&spec, row->help);
	buffer_add_byte(&spec, ']');
	if (row->value) {
		buffer_add_byte(&spec, ':');
		add_escaped(&spec, row->value);
		buffer_add_byte(&spec, ':');
		add_action(&spec, row);
	}
	buffer_add_text(out, "\t\t");
	completion_quote(out, buffer_text(&spec) ? spec.bytes : "");
	buffer_add_byte(out, '\n');
	out->failed |= spec.failed;
	buffer_release(&spec);
}

static void add_options(struct buffer *out, enum command command)
{
	buffer_printf(out, "\t('%s') options=(\n", command_rows[command].name);
	for (size_t i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];
		const char letter[] = { '-', row->letter, '\0' };
		char name[64] = "--";

		if (!(row->commands >> command & 1))
			continue;
		strncat(name, row->name, sizeof(name) - 3);
		add_option(out, row, name, "=");
		if (row->letter)
			add_option(out, row, letter, "+");
	}
	buffer_add_text(out, "\t\t) ;;\n");
}

/* An array of "name:help". */
static void add_command_names(struct buffer *out)
{
	buffer_add_text(out, "\tsubcommands=(\n");
	for (int i = COMMAND_CHECK; i < COMMAND_COUNT; i++) {
		struct buffer both;

		buffer_init(&both);
		buffer_printf(&both, "%s:%s", command_rows[i].name,
			      command_rows[i].help);
		buffer_add_text(out, "\t\t");
		completion_quote(out, buffer_text(&both) ? both.bytes : "");
		buffer_add_byte(out, '\n');
		out->failed |= both.failed;
		buffer_release(&both);
	}
	buffer_add_text(out, "\t)\n");
}

void completion_zsh(struct buffer *out)
{
	buffer_add_text(out, "#compdef copydesk\n"
			     "# zsh completion for copydesk, made by: copydesk "
			     "help --completion=zsh\n\n"
			     "_copydesk_rules()\n{\n\t_values -s , rule ");
	completion_rules(out);
	buffer_add_text(out, "\n}\n\n"
			     "_copydesk_words()\n{\n"
			     "\t[[ $command || $argument ]] ||\n"
			     "\t\t_describe -t commands command subcommands\n"
			     "\t_files\n}\n\n"
			     "_copydesk()\n{\n"
			     "\tlocal -a subcommands names options valued\n"
			     "\tlocal command= argument= word skip=\n");
	add_command_names(out);
	buffer_add_text(out, "\tvalued=(");
	completion_valued(out);
	buffer_add_text(out, " )\n");
	buffer_add_text(out, find_command);
	for (int i = 0; i < COMMAND_COUNT; i++)
		add_options(out, (enum command)i);
	buffer_add_text(out, "\tesac\n");
	buffer_add_text(out, script);
	buffer_add_text(out, "}\n\n_copydesk \"$@\"\n");
}
