/*
 * The progress line on standard error: files or bytes of the whole, rates, the
 * time that is left. It is wiped before anything else is written there.
 */
#ifndef COPYDESK_BATCH_PROGRESS_H
#define COPYDESK_BATCH_PROGRESS_H

#include "batch/file.h"

enum progress_mode { PROGRESS_AUTO, PROGRESS_ALWAYS, PROGRESS_NEVER };

struct progress {
	enum progress_mode mode;
	size_t all_files;   /* that will be read; 0: not known */
	uint64_t all_bytes; /* 0: not known, as of what is in archives */
	size_t files;	    /* done */
	uint64_t bytes;	    /* of them, as they are on the disk */
	double start, last; /* seconds */
	bool on, shown;
};

/* The clock starts. */
void progress_start(struct progress *progress);

/* Whether a line will be shown, if the work lasts. */
bool progress_wanted(const struct progress *progress);

/* Show the line, when it is time; `file` is in work, or NULL. */
void progress_show(struct progress *progress, const struct file *file,
		   const struct tally *tally);

/* A file is done. */
void progress_file(struct progress *progress, const struct file *file);

/* Wipe the line. */
void progress_clear(struct progress *progress);

/* Seconds since the start. */
double progress_seconds(const struct progress *progress);

#endif
