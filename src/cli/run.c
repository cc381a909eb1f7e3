/* From arguments to an exit status. */
#include "cli/run.h"

#include "cli/command.h"
#include "cli/help.h"
#include "cli/outputs.h"
#include "cli/parse.h"
#include "cli/paths.h"
#include "cli/plans.h"
#include "cli/settings.h"

static int show_version(const struct setup *setup)
{
	struct buffer text;

	buffer_init(&text);
	buffer_printf(&text, "%s\n", cd_desk_version(setup->desk));
	return print_text(&text);
}

static bool reads_articles(const struct options *options)
{
	return options->command == COMMAND_FILTER ||
	       options->command == COMMAND_CHECK ||
	       options->command == COMMAND_EXPLAIN ||
	       options->command == COMMAND_DIFF ||
	       options->command == COMMAND_REPORT ||
	       options->command == COMMAND_LEARN;
}

/* --stripped of verify is read. */
static bool writes_files(const struct options *options)
{
	return (reads_articles(options) || options->command == COMMAND_FIX) &&
	       !options->version && !options->show_settings;
}

static int run_command(const struct options *options, struct named_files *files)
{
	static int (*const commands[COMMAND_COUNT])(const struct options *,
						    const struct setup *) = {
		[COMMAND_FILTER] = command_filter,
		[COMMAND_CHECK] = command_check,
		[COMMAND_EXPLAIN] = command_explain,
		[COMMAND_FIX] = command_fix,
		[COMMAND_DIFF] = command_diff,
		[COMMAND_REPORT] = command_report,
		[COMMAND_RULES] = command_rules,
		[COMMAND_VERIFY] = command_verify,
		[COMMAND_LEARN] = command_learn,
		[COMMAND_HELP] = command_help,
	};
	struct setup setup = { NULL };
	int status = EXIT_TROUBLE;

	if (!options->version && !options->show_settings &&
	    reads_articles(options) && !paths_given(options))
		return EXIT_TROUBLE;
	if (writes_files(options) && !outputs_are_apart(options))
		return EXIT_TROUBLE;
	if (!named_files_read(files, options) || !setup_desk(&setup, options))
		status = EXIT_TROUBLE;
	else if (options->version)
		status = show_version(&setup);
	else if (options->show_settings)
		status = settings_show(options, &setup);
	else
		status = commands[options->command](options, &setup);
	setup_release(&setup);
	return status;
}

int run_arguments(int argc, char **argv)
{
	struct options options;
	struct named_files files = { .rule_ends = NULL };
	int status = EXIT_TROUBLE;

	if (options_parse(&options, argc, argv) &&
	    plans_read_config(&options, &files.config)) {
		options.files = &files;
		status = options.help ? help_show(options.command)
				      : run_command(&options, &files);
	}
	options_release(&options);
	named_files_release(&files);
	return status;
}
