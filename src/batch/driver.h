/*
 * The driver: paths to files, files to chunks, chunks through workers, and
 * what comes out to the command's sink, in the order of the input.
 */
#ifndef COPYDESK_BATCH_DRIVER_H
#define COPYDESK_BATCH_DRIVER_H

#include <stdatomic.h>

#include "batch/journal.h"
#include "batch/ledger.h"
#include "batch/look.h"
#include "batch/progress.h"
#include "batch/stats.h"
#include "reader/range.h"

/*
 * What a command does with the results. Called in one thread at a time, in
 * order: begin (or NULL), chunks, end (or NULL) for each file.
 */
struct sink {
	/* False: leave the file alone; its chunks are skipped, end comes. */
	bool (*begin)(struct sink *sink, struct file *file);
	void (*chunk)(struct sink *sink, struct file *file,
		      const struct chunk *chunk, const struct outcome *outcome);
	void (*end)(struct sink *sink, struct file *file);
	struct tally tally; /* the sum of all chunks */
	struct stats stats; /* the driver's */
	atomic_bool broken; /* the output cannot be written: stop */
};

/* What the sink gets of archives. */
enum keep {
	KEEP_TEXTS, /* their texts, as files */
	KEEP_ALL,   /* all members: it writes an archive */
	KEEP_PLACE, /* the same, and their ends: it replaces them */
};

/* More than a run has: see cli/outputs.c. */
#define OUTPUTS_MAX 8

struct driver {
	/*
	 * The plan for a file (NULL: standard input without a name); NULL:
	 * `why` says what is wrong.
	 */
	const struct plan *(*choose)(void *context, const char *path,
				     struct buffer *why);
	/* Whether a file that was found in a folder is left alone; or NULL. */
	bool (*excludes)(void *context, const char *path);
	void *context;
	struct reader_options reader; /* format: see struct plan */
	struct input_options input;
	const char *stdin_name;	  /* NULL: it has none */
	size_t jobs;		  /* chunks worked on at a time */
	struct walk walk;	  /* visit, passed, context: the driver's */
	struct passed passed;	  /* files that were not chosen */
	struct progress progress; /* mode: the caller's */
	struct share share;	  /* of the files, or of the only one */
	uint64_t share_from, share_end; /* of the files; the driver's */
	uint64_t visited;		/* files */
	size_t refused; /* inputs of which nothing could be read */
	bool idle;	/* there was nothing to read, as was said */
	struct look_options look;
	enum keep keep; /* of archives: see members.c */
	/* Files that are written: no input; passed over in a folder. */
	struct walk_place outputs[OUTPUTS_MAX];
	size_t output_count;
	size_t begun;		 /* of them are being written: the first */
	bool clash;		 /* one is an input that was named */
	struct journal *journal; /* borrowed; NULL: none */
	struct ledger *ledger;	 /* borrowed; NULL: none */
	size_t done_before;	 /* files that it has: they are not read */
	struct sink *sink;
};

/*
 * Walk the paths before: how many files there are, and of how many bytes. That
 * is what progress and shares are measured by.
 */
void driver_measure(struct driver *driver, const char *(*next)(void *context),
		    void *context);

/*
 * Work through the paths that `next` gives until it gives NULL. False when
 * memory ran out or a sink broke.
 */
bool driver_run(struct driver *driver, const char *(*next)(void *context),
		void *context);

#endif
