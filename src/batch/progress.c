/* The progress line. */
#include "batch/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "support/clock.h"
#include "support/count.h"

/* Seconds until the first line, and between lines. */
#define FIRST 1.0
#define EVERY 0.2

void progress_start(struct progress *progress)
{
	progress->start = progress->last = clock_seconds();
	progress->on =
		progress->mode == PROGRESS_ALWAYS ||
		(progress->mode == PROGRESS_AUTO && isatty(STDERR_FILENO));
	progress->last += FIRST - EVERY;
}

bool progress_wanted(const struct progress *progress)
{
	return progress->on;
}

double progress_seconds(const struct progress *progress)
{
	return clock_seconds() - progress->start;
}

/* How far a file is read, as it is on the disk. */
static uint64_t read_so_far(const struct file *file)
{
	off_t at;

	if (!file || !S_ISREG(file->info.st_mode))
		return 0;
	at = lseek(file->fd, 0, SEEK_CUR);
	return at < 0 ? 0 : (uint64_t)at;
}

static void add_time(struct buffer *out, double seconds)
{
	const unsigned long left = (unsigned long)(seconds + 0.5);

	if (left >= 3600)
		buffer_printf(out, "%lu:%02lu:%02lu", left / 3600,
			      left / 60 % 60, left % 60);
	else
		buffer_printf(out, "%lu:%02lu", left / 60, left % 60);
}

static void add_whole(const struct progress *progress, uint64_t bytes,
		      double passed, struct buffer *out)
{
	const double part = (double)bytes / (double)progress->all_bytes;

	if (progress->all_files > 1) {
		add_count(out, progress->files);
		buffer_add_text(out, " of ");
		add_count(out, progress->all_files);
		buffer_add_text(out, " files, ");
	}
	buffer_printf(out, "%.0f%%, ", part < 1 ? part * 100 : 100);
	if (part > 0.01 && part < 1) {
		add_time(out, passed / part - passed);
		buffer_add_text(out, " left, ");
	}
}

static void add_line(const struct progress *progress, const struct file *file,
		     const struct tally *tally, struct buffer *out)
{
	const uint64_t bytes = progress->bytes + read_so_far(file);
	const double passed = progress_seconds(progress);

	if (progress->all_bytes && (!file || !file->member))
		add_whole(progress, bytes, passed, out);
	buffer_printf(out, "%.1f MB/s, ", (double)bytes / 1e6 / passed);
	add_count(out, tally->articles);
	buffer_add_text(out, " articles, ");
	if (tally->findings) {
		add_count(out, tally->findings);
		buffer_add_text(out, " findings");
	} else {
		add_count(out, tally_changed(tally));
		buffer_add_text(out, " changed");
	}
}

void progress_show(struct progress *progress, const struct file *file,
		   const struct tally *tally)
{
	struct buffer line;
	double time;

	if (!progress->on)
		return;
	time = clock_seconds();
	if (time - progress->last < EVERY)
		return;
	progress->last = time;
	buffer_init(&line);
	add_line(progress, file, tally, &line);
	fprintf(stderr, "\r%.*s\033[K", (int)line.len, line.bytes);
	fflush(stderr);
	progress->shown = true;
	buffer_release(&line);
}

void progress_file(struct progress *progress, const struct file *file)
{
	/* Its bytes are those of its members, and not those on the disk. */
	if (file->archiving != ARCHIVING_NONE)
		return;
	if (file->member)
		progress->all_bytes = 0;
	progress->files++;
	if (S_ISREG(file->info.st_mode))
		progress->bytes += (uint64_t)file->info.st_size;
}

void progress_clear(struct progress *progress)
{
	if (progress->shown)
		fputs("\r\033[K", stderr);
	progress->shown = false;
}
