/*
 * copydesk fix PATH...: each file is replaced whole, or stays as it was.
 *
 * As long as a file's text comes out as it went in, nothing is written. At the
 * first change a temporary file is begun with the bytes before it.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/summary.h"
#include "cli/stripped.h"
#include "support/signals.h"

struct fix {
	struct sink sink;
	const struct options *options;
	struct output stripped;
	size_t changed; /* files */
};

/* A file being fixed. */
struct fixing {
	struct output output; /* open from the first change on */
	off_t same;	      /* bytes before it */
	struct buffer stripped;
	bool lossy, failed;
};

static void fail(struct fix *fix, struct file *file, const char *why)
{
	struct fixing *fixing = file->state;

	if (!fixing->failed) {
		complain(file->name, why);
		fix->sink.stats.unwritten++;
	}
	fixing->failed = true;
	fix->sink.tally.trouble++;
}

static bool begin(struct sink *sink, struct file *file)
{
	struct fixing *fixing = calloc(1, sizeof(*fixing));

	file->state = fixing;
	if (!fixing) {
		complain(file->name, "out of memory");
		sink->tally.trouble++;
		return false;
	}
	output_init(&fixing->output);
	buffer_init(&fixing->stripped);
	return true;
}

/* Write the bytes that stay as they are, read anew. */
static bool copy_same(struct fixing *fixing, struct input *input)
{
	struct output *output = &fixing->output;
	char block[65536];
	off_t left = fixing->same;

	while (left && !output->error) {
		const size_t size = left < (off_t)sizeof(block) ? (size_t)left
								: sizeof(block);
		const ssize_t got = input_read(input, block, size);

		if (got <= 0)
			return false;
		output_write(output, block, (size_t)got);
		left -= got;
	}
	return true;
}

/* Begin the temporary file with what came before the first change. */
static bool start_copy(struct fixing *fixing, struct file *file)
{
	/* What is decoded changes from its first byte on. */
	const struct input_options plain = { .nul_separates = true };
	struct output *output = &fixing->output;
	struct input input;
	int fd;

	if (!output_replace(output, file->path, &file->info) ||
	    !output_pack(output, file->packing, file->format))
		return false;
	if (!fixing->same)
		return true;
	fd = open(file->path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		output->error = strerror(errno);
		return false;
	}
	if (!input_start(&input, fd, &plain) || !copy_same(fixing, &input))
		output->error = "cannot be read again";
	input_stop(&input);
	close(fd);
	return !output->error;
}

static void chunk(struct sink *sink, struct file *file,
		  const struct chunk *chunk, const struct outcome *outcome)
{
	struct fixing *fixing = file->state;
	const struct buffer *text = outcome_text(outcome, chunk);

	fixing->lossy |= outcome->tally.lossy != 0;
	if (fixing->failed)
		return;
	buffer_add(&fixing->stripped, outcome->stripped.bytes,
		   outcome->stripped.len);
	if (!fixing->output.target.path && !outcome->edited) {
		fixing->same += (off_t)text->len;
		return;
	}
	if (!fixing->output.target.path && !start_copy(fixing, file)) {
		fail((struct fix *)sink, file, fixing->output.error);
		return;
	}
	output_write(&fixing->output, text->bytes, text->len);
	if (fixing->output.error)
		fail((struct fix *)sink, file, fixing->output.error);
}

/* Someone else may have written to it meanwhile: their bytes must stay. */
static bool is_as_it_was(const struct file *file)
{
	struct stat now;

	return !stat(file->path, &now) && now.st_dev == file->info.st_dev &&
	       now.st_ino == file->info.st_ino &&
	       now.st_size == file->info.st_size &&
	       now.st_mtim.tv_sec == file->info.st_mtim.tv_sec &&
	       now.st_mtim.tv_nsec == file->info.st_mtim.tv_nsec;
}

/* What is taken out is written down before it goes. */
static bool keep_stripped(struct fix *fix, const struct fixing *fixing)
{
	struct output *stripped = &fix->stripped;
	off_t before;

	if (!fixing->stripped.len)
		return true;
	before = lseek(stripped->target.fd, 0, SEEK_END);
	output_write(stripped, fixing->stripped.bytes, fixing->stripped.len);
	if (fix->options->fsync ? output_sync(stripped)
				: output_flush(stripped))
		return true;
	/* No half a line: the disk may be full. */
	if (before >= 0 && ftruncate(stripped->target.fd, before))
		stripped->error = strerror(errno);
	return false;
}

static void replace(struct fix *fix, struct file *file)
{
	struct fixing *fixing = file->state;
	struct output *output = &fixing->output;

	if (fixing->lossy && !fix->options->lossy)
		fail(fix, file,
		     "has bytes that cannot be decoded: left as it was "
		     "(--lossy rewrites it)");
	else if (!is_as_it_was(file))
		fail(fix, file, "changed while it was read: left as it was");
	else if (fix->options->fsync && !output_sync(output))
		fail(fix, file, output->error);
	else if (fixing->stripped.failed)
		fail(fix, file, "out of memory");
	else if (!keep_stripped(fix, fixing))
		fail(fix, file, "left as it was, since --stripped failed");
	else if (!output_close(output))
		fail(fix, file, output->error);
	else if (file->info.st_nlink > 1)
		complain(file->name,
			 "rewritten; its other hard links keep the old text");
	fix->changed += !fixing->failed;
}

static void end(struct sink *sink, struct file *file)
{
	struct fix *fix = (struct fix *)sink;
	struct fixing *fixing = file->state;

	if (!fixing)
		return;
	if (fixing->output.target.path && !file->failed && !fixing->failed)
		replace(fix, file);
	output_discard(&fixing->output);
	buffer_release(&fixing->stripped);
	free(fixing);
	file->state = NULL;
	if (fix->stripped.error) {
		complain(fix->options->stripped, fix->stripped.error);
		sink->broken = true;
	}
}

static bool check_paths(const struct options *options)
{
	if (!options->path_count && !options->files_from) {
		complain("fix", "name the files to rewrite");
		return false;
	}
	for (size_t i = 0; i < options->path_count; i++) {
		if (!strcmp(options->paths[i], "-")) {
			complain("fix", "standard input cannot be rewritten; "
					"leave out 'fix' to filter it");
			return false;
		}
	}
	return true;
}

int command_fix(const struct options *options, const struct setup *setup)
{
	struct fix fix = {
		.sink = { .begin = begin, .chunk = chunk, .end = end },
		.options = options,
	};
	const struct plan plan = plan_for_texts(setup, options);
	struct driver driver;
	bool done;

	if (!check_paths(options) || !stripped_append(&fix.stripped, options))
		return EXIT_TROUBLE;
	signals_watch();
	setup_driver(&driver, options);
	driver.sink = &fix.sink;
	driver.walk.only_files = true;
	driver.walk.stay = !options->follow;
	driver.look.no_pages = driver.look.no_archives = true;
	done = run_driver(&driver, options, &plan);
	done = summarise(&driver, options) && done;
	done = stripped_close(&fix.stripped, options) && done;
	if (!done || fix.sink.tally.trouble)
		return EXIT_TROUBLE;
	return options->exit_on_fix && fix.changed ? EXIT_FOUND : EXIT_CLEAN;
}
