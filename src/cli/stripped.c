/* The file of --stripped. */
#include "cli/stripped.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

bool stripped_open(struct output *output, const struct options *options)
{
	output_init(output);
	if (!options->stripped || output_to_path(output, options->stripped))
		return true;
	complain(options->stripped, output->error);
	output_discard(output);
	return false;
}

bool stripped_append(struct output *output, const struct options *options)
{
	int fd;

	output_init(output);
	if (!options->stripped)
		return true;
	fd = open(options->stripped, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
		  0666);
	if (fd < 0) {
		complain(options->stripped, strerror(errno));
		return false;
	}
	output_to_fd(output, fd);
	return true;
}

bool stripped_close(struct output *output, const struct options *options)
{
	return !options->stripped || finish_output(output, options->stripped);
}
