/*
 * The journal of --resume: what of which input was written, so that a run that
 * was killed can go on.
 *
 * One line of JSON for each step, appended by one write after the output has
 * the bytes; a line that a kill cut off is left out. The same options, rules,
 * model and inputs are a condition: anything else is refused.
 */
#ifndef COPYDESK_BATCH_JOURNAL_H
#define COPYDESK_BATCH_JOURNAL_H

#include "batch/file.h"
#include "batch/journal_file.h"

/* An input, by what would change with its bytes. */
struct journal_input {
	char *path; /* owned */
	uint64_t size, seconds, nanoseconds;
	uint64_t fingerprint; /* of its first and last bytes, and its plan */
};

/* How far it came. */
struct journal_step {
	struct reader_mark in;
	uint64_t out, stripped; /* bytes written before */
	uint64_t tail;		/* a hash of the last of them */
	uint64_t trouble, changed;
	uint64_t records, fields; /* of the file: see struct tally */
	bool done;
};

struct journal {
	struct journal_file file; /* `why`: what is wrong */
	struct journal_entry {
		struct journal_input input;
		struct journal_step step;
	} * entries; /* owned; of earlier runs, in their order */
	size_t count, cap;
	size_t next; /* the reading side's: entries met so far */
};

/*
 * Open the journal at `path`, made where it is not there, for a run whose
 * options have the hash `options`. False: see file.why. journal_close() is due
 * either way.
 */
bool journal_open(struct journal *journal, const char *path, uint64_t options);
void journal_close(struct journal *journal);

/* The last step of earlier runs; NULL: there is none. */
const struct journal_step *journal_last(const struct journal *journal);

enum journal_found {
	JOURNAL_NEW,	 /* not met before */
	JOURNAL_DONE,	 /* nothing is left to do */
	JOURNAL_PART,	 /* file->from says where to go on */
	JOURNAL_REFUSED, /* another than it was: see file.why */
};

/* What earlier runs did with the open file, which comes next. */
enum journal_found journal_find(struct journal *journal, struct file *file);

/* Whether an input that is new may come now: all earlier ones were met. */
bool journal_may_begin(const struct journal *journal);

/* Write a step down. False: it cannot be written. */
bool journal_note(struct journal *journal, const struct file *file,
		  const struct journal_step *step);

#endif
