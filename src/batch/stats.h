/*
 * What a run did, for --stats: by rule, condition and folder, as one JSON
 * object. The numbers of several runs add up.
 */
#ifndef COPYDESK_BATCH_STATS_H
#define COPYDESK_BATCH_STATS_H

#include "batch/file.h"

struct stats {
	size_t files;	  /* that were read */
	size_t unread;	  /* that could not be, or not to their end; of them */
	size_t cut;	  /* those that were begun */
	size_t unwritten; /* that could not be replaced, or written */
	size_t passed;	  /* that were not chosen */
	size_t bytes;	  /* read, decompressed and decoded */
	double seconds;	  /* of the run */
	struct tally tally;
	void *folders;	     /* tsearch(3)'s */
	struct folder *list; /* owned: all of them */
	struct folder *last; /* that was asked for; of `list`, or NULL */
	size_t folder_count;
	bool failed; /* memory ran out */
};

void stats_release(struct stats *stats);

/* A file is done; the folder is that of its path within the one named. */
void stats_file(struct stats *stats, const struct file *file);

/* What `from` has is added; its own sums stay. */
void stats_add(struct stats *stats, const struct stats *from);

/* Nothing of it was written: no article has changed. */
void stats_undo(struct stats *stats);

void stats_json(const struct stats *stats, struct buffer *out);

#endif
