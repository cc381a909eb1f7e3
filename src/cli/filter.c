/* copydesk [FILE...]: clean text to standard output, a file or a folder. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/archived.h"
#include "cli/command.h"
#include "cli/mirror.h"
#include "cli/resume.h"
#include "cli/summary.h"
#include "cli/stripped.h"
#include "support/signals.h"

struct filter {
	struct sink sink;
	const struct options *options;
	struct output output; /* of the run, or of the file */
	struct output stripped;
	struct archived archived; /* where -o is an archive */
	struct resume resume;
	size_t files;	      /* begun so far */
	enum format format;   /* of the last that wrote something */
	bool follows;	      /* behind others, and has written nothing yet */
	bool noted;	      /* that two of them do not fit in one output */
	bool cut;	      /* an input was not read to its end */
	struct stat replaced; /* what was at -o when it was opened */
	bool in_place;	      /* it is an input */
	struct mirror mirror; /* --output-dir */
};

static struct filter *filter_of(struct sink *sink)
{
	return (struct filter *)sink;
}

static void fail(struct filter *filter, const char *name)
{
	complain(name, filter->output.error);
	filter->sink.broken = true;
}

/* What is between the texts of two files. */
static void part_texts(struct filter *filter)
{
	const char *separator = filter->options->separator;
	struct output *output = &filter->output;

	if (separator && !strcmp(separator, "nul")) {
		output_write(output, "", 1);
		return;
	}
	if (output->last != '\n')
		output_write(output, "\n", 1);
	if (!separator || !strcmp(separator, "blank")) {
		output_write(output, "\n", 1);
	} else if (!strcmp(separator, "formfeed")) {
		output_write(output, "\f", 1);
	} else {
		output_write(output, separator, strlen(separator));
		output_write(output, "\n", 1);
	}
}

/* Anew, or where an earlier run came to. */
static bool open_in_folder(struct filter *filter, const struct file *file,
			   const char *path)
{
	const struct journal_step last = resume_last(&filter->resume);

	if (!filter->resume.on)
		return output_to_path(&filter->output, path);
	return resume_output(&filter->output, path,
			     file->resumed ? last.out : 0, last.tail);
}

static bool begin_in_folder(struct filter *filter, struct file *file)
{
	char *path;

	output_init(&filter->output);
	path = mirror_path(&filter->mirror, file);
	file->state = path;
	if (!path) {
		complain(file->name, filter->mirror.error);
	} else {
		if (!mirror_folders(path))
			filter->output.error = strerror(errno);
		else if (open_in_folder(filter, file, path))
			return true;
		complain(path, filter->output.error);
	}
	output_discard(&filter->output);
	file->failed = true;
	filter->sink.tally.trouble++;
	filter->sink.stats.unwritten++;
	return false;
}

static void note_replaced(struct filter *filter)
{
	const char *path = filter->output.target.path;

	if (!path || stat(path, &filter->replaced))
		memset(&filter->replaced, 0, sizeof(filter->replaced));
}

/* Whether it is the input that -o replaces. */
static bool is_replaced(const struct filter *filter, const struct file *file)
{
	return file->inode && file->device == filter->replaced.st_dev &&
	       file->inode == filter->replaced.st_ino;
}

/* What few programs can read, once it is behind the file before it. */
static const char *misfit(const struct filter *filter, const struct file *file)
{
	const bool texts =
		format_is_text(filter->format) && format_is_text(file->format);

	if (!texts && filter->format != file->format)
		return "follows a file of another form in one output; "
		       "--output-dir keeps them apart";
	if (format_is_table(file->format) && !filter->options->no_header)
		return "its header becomes a row of the one output; "
		       "--output-dir keeps tables apart";
	return NULL;
}

/*
 * Said of the first that has something to write: they are written as they are
 * named, as cat does.
 */
static void note_misfit(struct filter *filter, const struct file *file)
{
	const bool tells = filter->follows && !filter->noted;
	const char *why = tells ? misfit(filter, file) : NULL;

	if (why) {
		complain(file->name, why);
		filter->noted = true;
	}
	filter->follows = false;
	filter->format = file->format;
}

static bool begin(struct sink *sink, struct file *file)
{
	struct filter *filter = filter_of(sink);
	const bool follows = !file->resumed && filter->files++;

	if (filter->options->output_dir)
		return begin_in_folder(filter, file);
	filter->in_place |= is_replaced(filter, file);
	if (filter->archived.archiver) {
		archived_begin(&filter->archived, file);
		return true;
	}
	filter->follows = follows && filter->output.written;
	if (filter->follows) {
		if (format_is_text(file->format))
			part_texts(filter);
		else if (filter->output.last != '\n')
			output_write(&filter->output, "\n", 1);
	}
	return true;
}

static struct resume_state state_of(struct filter *filter,
				    const struct file *file)
{
	return (struct resume_state){
		.file = file,
		.output = &filter->output,
		.stripped = &filter->stripped,
		.tally = &filter->sink.tally,
	};
}

static void chunk(struct sink *sink, struct file *file,
		  const struct chunk *chunk, const struct outcome *outcome)
{
	struct filter *filter = filter_of(sink);
	const struct buffer *text = outcome_text(outcome, chunk);

	if (text->len)
		note_misfit(filter, file);
	if (filter->archived.archiver)
		archived_chunk(&filter->archived, text);
	else
		output_write(&filter->output, text->bytes, text->len);
	output_write(&filter->stripped, outcome->stripped.bytes,
		     outcome->stripped.len);
	if (!S_ISREG(file->info.st_mode))
		output_flush(&filter->output);
	if (filter->archived.error)
		filter->output.error = filter->archived.error;
	if (filter->output.error)
		fail(filter, file->state
				     ? file->state
				     : output_name(filter->options->output));
	if (filter->stripped.error) {
		complain(filter->options->stripped, filter->stripped.error);
		sink->broken = true;
	}
	if (!sink->broken) {
		const struct resume_state state = state_of(filter, file);

		sink->broken = !resume_chunk(&filter->resume, &state, chunk);
	}
}

static void end_member(struct filter *filter, const struct file *file)
{
	archived_end(&filter->archived, file);
	if (!filter->archived.error)
		return;
	filter->output.error = filter->archived.error;
	fail(filter, filter->options->output);
}

/*
 * Whether what comes before the place where an input broke off is written: not
 * where an earlier run has written more.
 */
static bool keeps_start(const struct filter *filter, const char *path)
{
	if (!filter->output.target.path || !filter->output.written)
		return false;
	if (access(path, F_OK))
		return true;
	complain(path, "left as it was");
	return false;
}

static void end_in_folder(struct filter *filter, struct file *file)
{
	bool written = false;

	resume_keep(&filter->resume, &filter->output);
	if (filter->sink.broken || file->dropped ||
	    (file->failed && !keeps_start(filter, file->state))) {
		output_discard(&filter->output);
	} else {
		written = finish_output(&filter->output, file->state);
		filter->sink.tally.trouble += !written;
		filter->sink.stats.unwritten += !written;
	}
	if (!written)
		file->tally.changed = file->tally.decoded = 0;
	free(file->state);
	file->state = NULL;
}

/* The input may be gone when somebody sees what is in its place. */
static void tell_lossy(const struct file *file)
{
	if (file->tally.lossy)
		complain(file->name,
			 "has bytes that cannot be decoded: U+FFFD is in their "
			 "place (copydesk check says where)");
}

static void end(struct sink *sink, struct file *file)
{
	struct filter *filter = filter_of(sink);
	struct resume_state state = state_of(filter, file);

	tell_lossy(file);
	filter->cut |= file->failed;
	if (filter->archived.archiver && !file->failed && !sink->broken)
		end_member(filter, file);
	if (filter->options->output_dir)
		end_in_folder(filter, file);
	else if (file->failed)
		return;
	state.done = true;
	if (!sink->broken && !stop_signal &&
	    !resume_file(&filter->resume, &state))
		sink->broken = true;
}

/* The output of an earlier run, or of one that can be gone on with. */
static bool open_again(struct filter *filter)
{
	const struct journal_step last = resume_last(&filter->resume);
	const char *name = filter->options->output;

	filter->files = filter->resume.journal.count;
	if (resume_output(&filter->output, name, last.out, last.tail))
		return true;
	complain(name, filter->output.error);
	output_discard(&filter->output);
	return false;
}

static bool open_texts(struct filter *filter)
{
	const struct options *options = filter->options;

	output_init(&filter->output);
	if (options->output_dir)
		return mirror_open(&filter->mirror, options);
	if (filter->resume.on)
		return open_again(filter);
	if (!open_output(&filter->output, options->output))
		return false;
	if (archived_open(&filter->archived, options, &filter->output))
		return true;
	complain(options->output, filter->output.error);
	output_discard(&filter->output);
	return false;
}

/* Whether -o is one of the inputs, of which nothing may be lost then. */
static bool replaces_input(const struct filter *filter)
{
	const struct options *options = filter->options;
	struct stat target, input;

	if (!filter->output.target.path ||
	    stat(filter->output.target.path, &target))
		return false;
	for (size_t i = 0; i < options->path_count; i++) {
		if (!stat(options->paths[i], &input) &&
		    input.st_dev == target.st_dev &&
		    input.st_ino == target.st_ino)
			return true;
	}
	return false;
}

/* Nothing was read, though something was to be. */
static bool read_nothing(const struct filter *filter)
{
	return !filter->files && filter->sink.tally.trouble;
}

/* Why a file does not appear, or NULL. */
static const char *why_unwritten(struct filter *filter)
{
	const char *path = filter->output.target.path;

	if (path && read_nothing(filter))
		return "not written: no input could be read";
	if (path && filter->cut)
		return "not written: an input could not be read to its end";
	if (filter->in_place && !file_is_unchanged(path, &filter->replaced))
		return "not written: it changed while it was read";
	if (filter->cut || archived_close(&filter->archived))
		return NULL;
	return filter->archived.error;
}

/* Close -o or standard output; a file that is not whole does not appear. */
static bool close_texts(struct filter *filter)
{
	const char *name = output_name(filter->options->output);
	const char *why = why_unwritten(filter);

	if (!why)
		return finish_output(&filter->output, name);
	complain(name, why);
	output_discard(&filter->output);
	return false;
}

static bool close_outputs(struct filter *filter)
{
	bool done = !filter->sink.broken && !stop_signal;

	resume_keep(&filter->resume, &filter->output);
	resume_keep(&filter->resume, &filter->stripped);
	if (!done)
		output_discard(&filter->output);
	else if (!filter->options->output_dir)
		done = close_texts(filter);
	if (!done || read_nothing(filter))
		output_discard(&filter->stripped);
	return done && stripped_close(&filter->stripped, filter->options);
}

static bool open_outputs(struct filter *filter, const struct setup *setup)
{
	const struct options *options = filter->options;
	struct journal_step last;

	output_init(&filter->output);
	if (!resume_open(&filter->resume, options, setup))
		return false;
	last = resume_last(&filter->resume);
	filter->sink.tally.trouble = (size_t)last.trouble;
	filter->sink.tally.changed = (size_t)last.changed;
	if (!open_texts(filter))
		return false;
	note_replaced(filter);
	if (stripped_open(&filter->stripped, options, &filter->output,
			  last.stripped))
		return true;
	output_discard(&filter->output);
	return false;
}

int command_filter(const struct options *options, const struct setup *setup)
{
	struct filter filter = {
		.sink = { .begin = begin, .chunk = chunk, .end = end },
		.options = options,
	};
	const struct plan plan = plan_for_texts(setup, options);
	struct driver driver;
	bool done;

	if (options->output || options->output_dir || options->stripped)
		signals_watch();
	if (!open_outputs(&filter, setup)) {
		resume_close(&filter.resume, RESUME_LEFT);
		return EXIT_TROUBLE;
	}
	setup_driver(&driver, options);
	driver.sink = &filter.sink;
	driver.look.tells_pages = true;
	driver.journal = filter.resume.on ? &filter.resume.journal : NULL;
	driver.keep = archived_wanted(options->output) ? KEEP_ALL : KEEP_TEXTS;
	driver.walk.no_folders =
		!options->output_dir && driver.keep == KEEP_TEXTS;
	if (options->output_dir)
		driver.walk.output = walk_place(options->output_dir);
	done = run_driver(&driver, options, &plan);
	filter.cut |= driver.refused && replaces_input(&filter);
	done = summarise(&driver, options) && done;
	done = close_outputs(&filter) && done;
	resume_close(&filter.resume, done ? RESUME_DONE : RESUME_LEFT);
	mirror_release(&filter.mirror);
	archived_release(&filter.archived);
	if (!done || filter.sink.tally.trouble)
		return EXIT_TROUBLE;
	return options->exit_on_fix && (filter.sink.tally.changed ||
					filter.sink.tally.decoded)
		       ? EXIT_FOUND
		       : EXIT_CLEAN;
}
