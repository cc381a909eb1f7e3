/* The output of a command: a file, or standard output. */
#include "cli/command.h"
#include "support/signals.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum colour use_colour(const struct options *options)
{
	const char *no_colour = getenv("NO_COLOR");

	if (options->colour == COLOUR_ALWAYS)
		return COLOUR_ON;
	if (options->colour == COLOUR_NEVER || (no_colour && *no_colour))
		return COLOUR_OFF;
	return isatty(STDOUT_FILENO) ? COLOUR_ON : COLOUR_OFF;
}

bool is_standard_output(const char *path)
{
	return !path || !strcmp(path, "-");
}

const char *output_name(const char *path)
{
	return is_standard_output(path) ? "standard output" : path;
}

bool open_output(struct output *output, const char *path)
{
	output_init(output);
	if (is_standard_output(path)) {
		output_to_fd(output, STDOUT_FILENO);
		return true;
	}
	signals_watch(); /* so that what is not whole is removed */
	if (output_to_path(output, path))
		return true;
	complain(path, output->error);
	output_discard(output);
	return false;
}

bool finish_output(struct output *output, const char *name)
{
	if (output_close(output))
		return true;
	complain(name, output->error);
	return false;
}

int print_text(struct buffer *text)
{
	struct output output;

	output_init(&output);
	output_to_fd(&output, STDOUT_FILENO);
	if (text->failed)
		output.error = "out of memory";
	else
		output_write(&output, text->bytes, text->len);
	buffer_release(text);
	return finish_output(&output, "standard output") ? EXIT_CLEAN
							 : EXIT_TROUBLE;
}
