/* The file of --stripped. */
#include "cli/stripped.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static bool is_standard(const struct options *options)
{
	return !strcmp(options->stripped, "-");
}

static bool same_place(const struct target *a, const struct target *b)
{
	if (a->path || b->path)
		return a->path && b->path && !strcmp(a->path, b->path);
	return a->fd == b->fd;
}

static bool open_listing(struct output *output, const struct options *options,
			 const struct output *texts, uint64_t at)
{
	if (is_standard(options) && options->resume)
		output->error = "--resume needs a file";
	if (output->error)
		return false;
	if (is_standard(options))
		output_to_fd(output, STDOUT_FILENO);
	else if (options->resume ? !output_resume(output, options->stripped, at)
				 : !output_to_path(output, options->stripped))
		return false;
	if (!same_place(&output->target, &texts->target))
		return true;
	output->error = "the texts go to the same place";
	return false;
}

bool stripped_open(struct output *output, const struct options *options,
		   const struct output *texts, uint64_t at)
{
	output_init(output);
	if (!options->stripped)
		return true;
	if (open_listing(output, options, texts, at))
		return true;
	complain(output_name(options->stripped), output->error);
	output_discard(output);
	return false;
}

bool stripped_append(struct output *output, const struct options *options)
{
	int fd;

	output_init(output);
	if (!options->stripped)
		return true;
	if (is_standard(options)) {
		output_to_fd(output, STDOUT_FILENO);
		return true;
	}
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
