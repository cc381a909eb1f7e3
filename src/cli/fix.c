/*
 * copydesk fix PATH...: each file is replaced whole, or stays as it was.
 *
 * As long as a file's text comes out as it went in, nothing is written. At the
 * first change a temporary file is begun with the bytes before it.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cli/fix.h"
#include "cli/stripped.h"
#include "cli/summary.h"
#include "support/signals.h"

static bool begin(struct sink *sink, struct file *file)
{
	struct fix *fix = (struct fix *)sink;

	if (!file->member)
		return fixing_of(fix, file) != NULL;
	fix_member_begin(fix, file);
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

	if (!fix_open(fixing, file))
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

static void file_chunk(struct fix *fix, struct file *file,
		       const struct chunk *chunk, const struct outcome *outcome)
{
	struct fixing *fixing = file->state;
	const struct buffer *text = outcome_text(outcome, chunk);

	fixing->lossy |= outcome->tally.lossy != 0;
	if (fixing->failed)
		return;
	fix_strip(fix, file, &outcome->stripped);
	if (!fixing->output.target.path && !outcome->edited) {
		fixing->same += (off_t)text->len;
		return;
	}
	if (!fixing->output.target.path && !start_copy(fixing, file)) {
		fix_fail(fix, file, fixing->output.error);
		return;
	}
	output_write(&fixing->output, text->bytes, text->len);
	if (fixing->output.error)
		fix_fail(fix, file, fixing->output.error);
}

static void chunk(struct sink *sink, struct file *file,
		  const struct chunk *chunk, const struct outcome *outcome)
{
	struct fix *fix = (struct fix *)sink;

	if (file->member)
		fix_member_chunk(fix, file, chunk, outcome);
	else
		file_chunk(fix, file, chunk, outcome);
}

static void end(struct sink *sink, struct file *file)
{
	struct fix *fix = (struct fix *)sink;
	const size_t changed = fix->changed;

	if (file->member)
		fix_member_end(fix, file);
	else if (file->archiving != ARCHIVING_NONE)
		fix_archive_end(fix, file);
	else
		fix_finish(fix, file);
	if (!file->member)
		fix_note(fix, file,
			 fix->changed > changed ? LEDGER_CHANGED : LEDGER_SAME);
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

	if (!check_paths(options) || !fix_open_journal(&fix, setup))
		return EXIT_TROUBLE;
	if (!stripped_append(&fix.stripped, options)) {
		fix_close_journal(&fix, RESUME_LEFT);
		return EXIT_TROUBLE;
	}
	signals_watch();
	setup_driver(&driver, options);
	driver.sink = &fix.sink;
	driver.ledger = options->resume ? &fix.ledger : NULL;
	driver.walk.only_files = true;
	driver.keep = KEEP_PLACE;
	driver.look.no_pages = true;
	driver.look.named_archives = true;
	done = run_driver(&driver, options, &plan);
	done = summarise(&driver, options) && done;
	done = stripped_close(&fix.stripped, options) && done;
	fix_close_journal(&fix, done ? RESUME_DONE : RESUME_LEFT);
	if (!done || fix.sink.tally.trouble)
		return EXIT_TROUBLE;
	return options->exit_on_fix && fix.changed ? EXIT_FOUND : EXIT_CLEAN;
}
