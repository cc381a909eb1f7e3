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

#include "cli/fix.h"
#include "cli/stripped.h"
#include "cli/summary.h"
#include "support/signals.h"

/* So much of --stripped is kept until a file is done. */
#define STRIPPED_MAX ((size_t)1 << 20)

void fix_fail(struct fix *fix, struct file *file, const char *why)
{
	struct fixing *fixing = file->state;

	if (!fixing->failed) {
		complain(file->name, why);
		fix->sink.stats.unwritten++;
	}
	fixing->failed = true;
	fix->sink.tally.trouble++;
}

struct fixing *fixing_of(struct fix *fix, struct file *file)
{
	struct fixing *fixing = file->state;

	if (fixing)
		return fixing;
	fixing = calloc(1, sizeof(*fixing));
	file->state = fixing;
	if (!fixing) {
		complain(file->name, "out of memory");
		fix->sink.tally.trouble++;
		return NULL;
	}
	output_init(&fixing->output);
	archived_init(&fixing->archived);
	buffer_init(&fixing->stripped);
	fixing->stripped_at = -1;
	return fixing;
}

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

bool fix_open(struct fixing *fixing, struct file *file)
{
	struct output *output = &fixing->output;

	return output_replace(output, file->path,
			      file->is_link ? TARGET_LINK : TARGET_FILE,
			      &file->info) &&
	       output_pack(output, file->packing, file->format);
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

/* No half a line, and none of a file that stays: the disk may be full. */
static void take_back(struct fix *fix, struct fixing *fixing)
{
	struct output *stripped = &fix->stripped;

	if (fixing->stripped_at >= 0 &&
	    ftruncate(stripped->target.fd, fixing->stripped_at) &&
	    !stripped->error)
		stripped->error = strerror(errno);
	fixing->stripped_at = -1;
}

/* What is taken out is written down before it goes. */
static bool keep_stripped(struct fix *fix, struct fixing *fixing)
{
	struct output *stripped = &fix->stripped;

	if (!fixing->stripped.len)
		return true;
	if (fixing->stripped_at < 0)
		fixing->stripped_at = lseek(stripped->target.fd, 0, SEEK_END);
	output_write(stripped, fixing->stripped.bytes, fixing->stripped.len);
	buffer_reset(&fixing->stripped);
	return fix->options->fsync ? output_sync(stripped)
				   : output_flush(stripped);
}

void fix_strip(struct fix *fix, struct file *file, const struct buffer *lines)
{
	struct fixing *fixing = file->state;

	buffer_add(&fixing->stripped, lines->bytes, lines->len);
	if (fixing->stripped.failed)
		fix_fail(fix, file, "out of memory");
	else if (fixing->stripped.len > STRIPPED_MAX &&
		 !keep_stripped(fix, fixing))
		fix_fail(fix, file, "left as it was, since --stripped failed");
}

static void replace(struct fix *fix, struct file *file)
{
	struct fixing *fixing = file->state;
	struct output *output = &fixing->output;

	if (fixing->lossy && !fix->options->lossy)
		fix_fail(fix, file,
			 "has bytes that cannot be decoded: left as it was "
			 "(--lossy rewrites it)");
	else if (!file_is_unchanged(file->path, &file->info))
		fix_fail(fix, file,
			 "changed while it was read: left as it was");
	else if (fix->options->fsync && !output_sync(output))
		fix_fail(fix, file, output->error);
	else if (!keep_stripped(fix, fixing))
		fix_fail(fix, file, "left as it was, since --stripped failed");
	else if (!output_close(output))
		fix_fail(fix, file, output->error);
	else if (file->info.st_nlink > 1)
		complain(file->name,
			 "rewritten; its other hard links keep the old text");
	fix->changed += !fixing->failed;
}

void fix_finish(struct fix *fix, struct file *file)
{
	struct fixing *fixing = file->state;

	if (!fixing)
		return;
	if (fixing->output.target.path && !file->failed && !fixing->failed)
		replace(fix, file);
	if (file->failed || fixing->failed) {
		take_back(fix, fixing);
		file->tally.changed = file->tally.decoded = 0;
		stats_undo(&fixing->members);
	}
	stats_add(&fix->sink.stats, &fixing->members);
	stats_release(&fixing->members);
	output_discard(&fixing->output);
	archived_release(&fixing->archived);
	buffer_release(&fixing->stripped);
	free(fixing);
	file->state = NULL;
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
