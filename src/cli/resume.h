/* --resume: the journal of a run, and its steps as the filter makes them. */
#ifndef COPYDESK_CLI_RESUME_H
#define COPYDESK_CLI_RESUME_H

#include "batch/journal.h"
#include "cli/command.h"

struct resume {
	bool on;
	const char *name; /* of the journal */
	struct journal journal;
	bool folder;		 /* each file has an output of its own */
	struct reader_mark mark; /* after the last chunk */
	double noted;		 /* seconds: when the last step was */
	uint64_t bytes;		 /* read since then */
};

/*
 * A hash of all options that decide what is written. False: a message is on
 * standard error.
 */
bool resume_hash(const struct options *options, const struct setup *setup,
		 uint64_t *hash);

/*
 * Open the journal that the options name, or none. False: a message is on
 * standard error. resume_close() is due either way.
 */
bool resume_open(struct resume *resume, const struct options *options,
		 const struct setup *setup);

/* Where an output fails, what is written of it stays if a journal leads to it.
 */
void resume_keep(const struct resume *resume, struct output *output);

enum resume_end { RESUME_DONE, RESUME_LEFT };

/* A journal that is of no more use, all being done or nothing, is removed. */
void resume_close(struct resume *resume, enum resume_end end);

/* Where the earlier run was; zeroed: there was none. */
struct journal_step resume_last(const struct resume *resume);

/*
 * Open an output at `path`, `at` bytes of which, with that tail, are there.
 * False: see output->error.
 */
bool resume_output(struct output *output, const char *path, uint64_t at,
		   uint64_t tail);

/* What the filter has done when it notes a step. */
struct resume_state {
	const struct file *file;
	struct output *output;	 /* of the file */
	struct output *stripped; /* fd -1: none */
	const struct tally *tally;
	bool done; /* with the file, whose output is closed if it has one */
};

/* After a chunk: note how far the file came, if it is time. False: complained.
 */
bool resume_chunk(struct resume *resume, const struct resume_state *state,
		  const struct chunk *chunk);

/* The file is done. */
bool resume_file(struct resume *resume, const struct resume_state *state);

#endif
