/* Completion for bash. */
#include "cli/completion.h"
#include "cli/completion_words.h"

/*
 * bash cuts a line at "=": an option's value is a word of its own, after a word
 * "=". Without a reply bash completes files.
 */
static const char script[] =
	"_copydesk_list()\n"
	"{\n"
	"\tlocal before=\n"
	"\t[[ $cur == *,* ]] && before=${cur%,*},\n"
	"\tCOMPREPLY=($(compgen -P \"$prefix$before\" -W \"$1\" -- "
	"\"${cur##*,}\"))\n"
	"\tcompopt -o nospace 2>/dev/null\n"
	"}\n"
	"\n"
	"_copydesk_value()\n"
	"{\n"
	"\tcase $1 in\n"
	"\trules) _copydesk_list \"$_copydesk_rules\" ;;\n"
	"\tcommands) COMPREPLY=($(compgen -W \"$_copydesk_commands all\" -- "
	"\"$cur\")) ;;\n"
	"\tfiles) ;;\n"
	"\tfolders)\n"
	"\t\tCOMPREPLY=($(compgen -P \"$prefix\" -d -- \"$cur\"))\n"
	"\t\tcompopt -o filenames 2>/dev/null\n"
	"\t\t;;\n"
	"\twords*) COMPREPLY=($(compgen -P \"$prefix\" -W \"${1#words}\" -- "
	"\"$cur\")) ;;\n"
	"\t*) compopt +o default +o bashdefault 2>/dev/null ;;\n"
	"\tesac\n"
	"}\n"
	"\n"
	"_copydesk()\n"
	"{\n"
	"\tlocal cur=${COMP_WORDS[COMP_CWORD]} prefix= option= command= value "
	"i\n"
	"\tCOMPREPLY=()\n"
	"\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	"\t\tcase ${COMP_WORDS[i]} in\n"
	"\t\t-*=*) ;;\n"
	"\t\t-*)\n"
	"\t\t\t_copydesk_takes \"${COMP_WORDS[i]}\" || continue\n"
	"\t\t\t[[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))\n"
	"\t\t\t((i++))\n"
	"\t\t\t;;\n"
	"\t\t*)\n"
	"\t\t\t[[ \" $_copydesk_commands \" == *\" ${COMP_WORDS[i]} \"* ]] &&\n"
	"\t\t\t\tcommand=${COMP_WORDS[i]}\n"
	"\t\t\tbreak\n"
	"\t\t\t;;\n"
	"\t\tesac\n"
	"\tdone\n"
	"\tif [[ $cur == = ]]; then\n"
	"\t\toption=${COMP_WORDS[COMP_CWORD - 1]} cur=\n"
	"\telif [[ ${COMP_WORDS[COMP_CWORD - 1]} == = ]]; then\n"
	"\t\toption=${COMP_WORDS[COMP_CWORD - 2]}\n"
	"\telif [[ $cur == --*=* ]]; then\n"
	"\t\toption=${cur%%=*} prefix=${cur%%=*}= cur=${cur#*=}\n"
	"\telse\n"
	"\t\toption=${COMP_WORDS[COMP_CWORD - 1]}\n"
	"\tfi\n"
	"\tif _copydesk_takes \"$option\"; then\n"
	"\t\t_copydesk_value \"$value\"\n"
	"\telif [[ $cur == -* ]]; then\n"
	"\t\t_copydesk_options \"$command\"\n"
	"\t\tCOMPREPLY=($(compgen -W \"$value\" -- \"$cur\"))\n"
	"\t\t[[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null\n"
	"\telif [[ ! $command && $i -ge $COMP_CWORD ]]; then\n"
	"\t\tCOMPREPLY=($(compgen -W \"$_copydesk_commands\" -- \"$cur\")\n"
	"\t\t\t$(compgen -f -- \"$cur\"))\n"
	"\t\tcompopt -o filenames 2>/dev/null\n"
	"\telse\n"
	"\t\t_copydesk_argument \"$command\"\n"
	"\t\t_copydesk_value \"$value\"\n"
	"\tfi\n"
	"\treturn 0\n"
	"} && complete -o bashdefault -o default -F _copydesk copydesk\n";

static const char *kind_name(enum completes completes)
{
	static const char *const names[] = {
		[COMPLETES_NOTHING] = "nothing",
		[COMPLETES_WORDS] = "words ",
		[COMPLETES_RULES] = "rules",
		[COMPLETES_FILES] = "files",
		[COMPLETES_FOLDERS] = "folders",
		[COMPLETES_COMMANDS] = "commands",
	};

	return names[completes];
}

static void options_of(struct buffer *out, enum command command)
{
	const size_t from = out->len;

	for (size_t i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];

		if (!(row->commands >> command & 1))
			continue;
		buffer_printf(out, "%s--%s%s", out->len > from ? " " : "",
			      row->name, row->value ? "=" : "");
		if (row->letter)
			buffer_printf(out, " -%c", row->letter);
	}
}

/* The options of a command, and what its arguments are, to $value. */
static void add_commands(struct buffer *out)
{
	buffer_add_text(out, "_copydesk_options()\n{\n\tcase $1 in\n");
	for (int i = 0; i < COMMAND_COUNT; i++) {
		buffer_printf(out, "\t'%s') value='", command_rows[i].name);
		options_of(out, (enum command)i);
		buffer_add_text(out, "' ;;\n");
	}
	buffer_add_text(out, "\tesac\n}\n\n_copydesk_argument()\n{\n"
			     "\tcase $1 in\n");
	for (int i = 0; i < COMMAND_COUNT; i++)
		buffer_printf(out, "\t'%s') value=%s ;;\n",
			      command_rows[i].name,
			      kind_name(completes_argument(&command_rows[i])));
	buffer_add_text(out, "\tesac\n}\n\n");
}

/* Whether an option takes a value, and of which kind: to $value. */
static void add_values(struct buffer *out)
{
	buffer_add_text(out, "_copydesk_takes()\n{\n\tcase $1 in\n");
	for (size_t i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];

		if (!row->value)
			continue;
		buffer_printf(out, "\t--%s", row->name);
		if (row->letter)
			buffer_printf(out, " | -%c", row->letter);
		buffer_printf(out, ") value='%s",
			      kind_name(completes_option(row)));
		if (completes_option(row) == COMPLETES_WORDS)
			completion_words(out, row);
		buffer_add_text(out, "' ;;\n");
	}
	buffer_add_text(out, "\t*) return 1 ;;\n\tesac\n}\n\n");
}

void completion_bash(struct buffer *out)
{
	buffer_add_text(out, "# bash completion for copydesk, made by: "
			     "copydesk help --completion=bash\n\n"
			     "_copydesk_commands='");
	completion_commands(out);
	buffer_add_text(out, "'\n_copydesk_rules='");
	completion_rules(out);
	buffer_add_text(out, "'\n\n");
	add_commands(out);
	add_values(out);
	buffer_add_text(out, script);
}
