/* Files in their order, each opened and looked at: the reading side. */
#include "batch/driver.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "batch/run.h"
#include "reader/sniff.h"
#include "support/complain.h"

/* How the file is to be read; false, and `why`, when that cannot be said. */
static bool choose_plan(struct driver *driver, struct file *file,
			struct buffer *why)
{
	const bool standard = !strcmp(file->path, "-");
	const struct plan *plan =
		driver->choose(driver->context,
			       standard ? driver->stdin_name : file->path, why);

	if (plan)
		file_plan(file, plan, driver->reader.separator);
	return plan != NULL;
}

static bool is_in_work(struct run *run, const struct file *file)
{
	bool found = false;

	pthread_mutex_lock(&run->lock);
	for (const struct file *at = run->files; at && !found; at = at->next)
		found = at->info.st_dev == file->info.st_dev &&
			at->info.st_ino == file->info.st_ino;
	pthread_mutex_unlock(&run->lock);
	return found;
}

/* Which of the outputs the file is; output_count: none. */
static size_t output_of(const struct driver *driver, const struct file *file)
{
	size_t i = 0;

	while (i < driver->output_count &&
	       (file->info.st_dev != driver->outputs[i].device ||
		file->info.st_ino != driver->outputs[i].inode))
		i++;
	return i;
}

/* As many descriptors as the sink may need at once, and libraries. */
#define SPARE 12

static int spare_fd(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_cur > INT_MAX)
		return INT_MAX;
	return (int)limit.rlim_cur - SPARE;
}

/* Open the file; where too many are open, those in work are done first. */
static bool open_with_room(struct run *run, struct file *file)
{
	const bool opened = file_open(file);

	if (opened ? file->fd < run->spare_fd
		   : errno != EMFILE && errno != ENFILE)
		return opened;
	queue_drain(run->queue);
	return opened || file_open(file);
}

/*
 * Open the file; one that is in work under another name has to be done first,
 * since it may be replaced.
 */
static bool open_in_turn(struct run *run, struct file *file)
{
	if (!open_with_room(run, file))
		return false;
	if (output_of(run->driver, file) < run->driver->output_count) {
		errno = EDEADLK;
		return false;
	}
	if (!is_in_work(run, file) || file->fd == STDIN_FILENO)
		return true;
	close(file->fd);
	file->fd = -1;
	queue_drain(run->queue);
	return file_open(file);
}

/*
 * Whether its bytes are the lines that are read: a part of a compressed file,
 * of UTF-16 or of objects that go over lines is none of its records.
 */
static bool has_plain_lines(const struct file *file, enum separator separator)
{
	char bytes[4096];
	const ssize_t len = pread(file->fd, bytes, sizeof(bytes), 0);
	const struct cd_span start = { bytes, len > 0 ? (size_t)len : 0 };

	return packing_of_bytes(bytes, start.len) == PACKING_NONE &&
	       (separator == SEPARATOR_NUL ||
		!memchr(bytes, '\0', start.len)) &&
	       !(file->format == FORMAT_JSONL && sniff_is_spread(start));
}

/* Only one file, of which each share reads a part; false, and `why`. */
static bool share_file(struct driver *driver, struct file *file,
		       struct input_options *options, struct buffer *why)
{
	struct reader_options reader = driver->reader;
	struct range range;

	if (!driver->share.of || driver->progress.all_files != 1)
		return true;
	reader.format = file->format;
	if (!S_ISREG(file->info.st_mode) ||
	    (file->format != FORMAT_JSONL &&
	     (!format_is_text(file->format) ||
	      reader.separator == SEPARATOR_NONE)) ||
	    !has_plain_lines(file, reader.separator)) {
		buffer_add_text(why, "one file has shares where it is JSON "
				     "Lines (--format=jsonl), or a text with "
				     "--separator, in UTF-8 and not "
				     "compressed");
		return false;
	}
	if (!range_of(file->fd, file->info.st_size, &reader, &driver->share,
		      &range)) {
		buffer_add_text(why, strerror(errno));
		return false;
	}
	options->from = range.from;
	options->end = range.end;
	return true;
}

/* Whether a journal lets the file be read; nothing after it else. */
static bool may_begin(struct run *run, const struct file *file)
{
	const struct journal *journal = run->driver->journal;

	if (!journal || file->resumed || journal_may_begin(journal))
		return true;
	run->driver->sink->broken = true;
	return false;
}

/* An input of which nothing is read; `trouble`: whether it should have been. */
static void refuse(struct run *run, const char *name, const char *why,
		   size_t trouble)
{
	run->driver->refused += trouble;
	run_message(run, name, why, trouble);
}

static void read_file(struct run *run, struct file *file)
{
	struct input_options options = run->driver->input;
	enum look look = LOOK_TROUBLE;
	struct input input;
	struct buffer why;

	buffer_init(&why);
	options.info = &file->info;
	/* Whatever its members hold. */
	if (archiving_of_name(file->name) != ARCHIVING_NONE) {
		options.charset = NULL;
		options.nul_separates = true;
	}
	input_init(&input);
	if (!share_file(run->driver, file, &options, &why))
		look = LOOK_TROUBLE;
	else if (!input_start(&input, file->fd, &options))
		buffer_printf(&why, "%s%s", input.error,
			      input.unpacker ? ", at its start" : "");
	else
		look = look_at(&run->driver->look, file, &input, &why);
	if (look == LOOK_READ && !may_begin(run, file)) {
		buffer_add_text(&why, "is new since the journal was written");
		look = LOOK_TROUBLE;
	}
	if (look == LOOK_READ) {
		if (why.len && buffer_text(&why))
			run_message(run, file->name, why.bytes, false);
		run_chunks(run, file, &input);
	} else if (look == LOOK_ARCHIVE) {
		run_members(run, file, &input);
	} else {
		refuse(run, file->name,
		       buffer_text(&why) ? why.bytes : "out of memory",
		       look == LOOK_TROUBLE);
		file_free(file);
	}
	input_stop(&input);
	buffer_release(&why);
}

/* Whether the next file is of this share. */
static bool is_shared(struct driver *driver)
{
	const uint64_t at = driver->visited++;

	return !driver->share.of || driver->progress.all_files == 1 ||
	       (at >= driver->share_from && at < driver->share_end);
}

/* Whether earlier runs left some of the file to do; else it is freed. */
static bool is_left(struct run *run, struct file *file)
{
	struct journal *journal = run->driver->journal;
	const enum journal_found found =
		journal ? journal_find(journal, file) : JOURNAL_NEW;

	if (found == JOURNAL_REFUSED) {
		const char *why = buffer_text(&journal->file.why);

		refuse(run, file->name, why ? why : "out of memory", 1);
		run->driver->sink->broken = true;
	}
	if (found == JOURNAL_NEW || found == JOURNAL_PART)
		return true;
	file_free(file);
	return false;
}

/* Whether an earlier run has done the file. */
static bool is_done(const struct driver *driver, const struct walk_file *from)
{
	struct stat info;

	return driver->ledger && !from->problem &&
	       stat(from->path, &info) == 0 &&
	       ledger_has(driver->ledger, from->path, &info);
}

/* An input that was named, and would be overwritten: it is not too late. */
static void refuse_output(struct run *run, const struct file *file)
{
	struct driver *driver = run->driver;

	refuse(run, file->name, "input file is output file", 1);
	if (output_of(driver, file) >= driver->begun) {
		driver->clash = true;
		driver->sink->broken = true;
	}
}

static bool visit(void *context, const struct walk_file *from)
{
	struct run *run = context;
	struct buffer why;
	struct file *file;

	if (!from->problem && !is_shared(run->driver))
		return !run_stopped(run);
	if (from->problem) {
		refuse(run, from->path, from->problem, !from->harmless);
		return !run_stopped(run);
	}
	if (!from->named && run->driver->excludes &&
	    run->driver->excludes(run->driver->context, from->path))
		return true;
	if (is_done(run->driver, from)) {
		run->driver->done_before++;
		return !run_stopped(run);
	}
	file = file_new(from, run->driver->stdin_name);
	if (!file) {
		refuse(run, from->path, "out of memory", 1);
		return false;
	}
	buffer_init(&why);
	if (!choose_plan(run->driver, file, &why)) {
		const char *text = buffer_text(&why);

		refuse(run, file->name, text ? text : "out of memory", 1);
		file_free(file);
	} else if (open_in_turn(run, file)) {
		if (is_left(run, file))
			read_file(run, file);
	} else {
		if (errno != EDEADLK)
			refuse(run, file->name, strerror(errno), 1);
		else if (file->named)
			refuse_output(run, file);
		file_free(file);
	}
	buffer_release(&why);
	return !run_stopped(run);
}

/* A walk that only counts. */
static bool measure(void *context, const struct walk_file *from)
{
	struct driver *driver = context;
	struct stat what;

	if (from->problem || (!driver->share.of && is_done(driver, from)))
		return true;
	driver->progress.all_files++;
	if (stat(from->path, &what) == 0 && S_ISREG(what.st_mode))
		driver->progress.all_bytes += (uint64_t)what.st_size;
	return true;
}

void driver_measure(struct driver *driver, const char *(*next)(void *context),
		    void *context)
{
	struct passed passed = { 0 };
	const char *path;

	driver->walk.visit = measure;
	driver->walk.context = driver;
	driver->walk.passed = &passed;
	while ((path = next(context)))
		walk_path(&driver->walk, path);
	share_of(&driver->share, driver->progress.all_files,
		 &driver->share_from, &driver->share_end);
}

bool driver_run(struct driver *driver, const char *(*next)(void *context),
		void *context)
{
	const char *path;
	struct run run = { .driver = driver, .spare_fd = spare_fd() };
	bool on = true;

	pthread_mutex_init(&run.lock, NULL);
	run.queue = queue_new(driver->jobs, run_hand_on, &run);
	if (!run.queue) {
		complain("files", "out of memory");
		return false;
	}
	driver->walk.visit = visit;
	driver->walk.context = &run;
	driver->walk.passed = &driver->passed;
	while (on && (path = next(context)))
		on = walk_path(&driver->walk, path);
	queue_free(run.queue);
	progress_clear(&driver->progress);
	pthread_mutex_destroy(&run.lock);
	return on && !run_stopped(&run);
}
