/*
 * A run of the engine from the inside: one article from its bytes to its
 * result.
 */
#ifndef COPYDESK_RUN_H
#define COPYDESK_RUN_H

#include <copydesk.h>

#include <string.h>

#include "edit/pass.h"
#include "edit/survey.h"

/* The sets of stages in settings have a bit for each. */
#define MOST_STAGES 64

/*
 * What came of a text: as it was, changed, wrong by a proof, or no memory, or
 * no place in 32 bits (run->too_long).
 */
enum outcome { STABLE, CHANGED, BROKEN, NOMEM };

struct run {
	const struct settings *settings;
	struct cd_result *result;
	struct survey survey;	      /* of result->text */
	uint64_t seeing;	      /* the stages that its signs leave */
	enum other_language language; /* of result->text, once asked for */
	bool first_iteration;
	bool too_long;		     /* a stage would write too much */
	bool gave_up;		     /* the source comes out */
	void *memory[MOST_STAGES];   /* each stage's, in the arena */
	uint32_t version;	     /* of the text: how often it was edited */
	uint32_t quiet[MOST_STAGES]; /* the version after the last that each
					stage left as it was; 0: none */
	struct held *held;	     /* in the arena: see hold.h */
	size_t held_count;
	size_t beside; /* bytes around a place that is held */
	int begun;     /* how often the run began again */
};

static inline bool same_text(struct cd_span a, struct cd_span b)
{
	return a.len == b.len && !memcmp(a.bytes, b.bytes, a.len);
}

/*
 * Decode `bytes` into *result, which is made where it is NULL: its source and
 * its text, and the decoder's findings. Valid UTF-8 is borrowed. CD_OK,
 * CD_TOO_LONG, CD_NOMEM or CD_INTERNAL.
 */
enum cd_status run_begin(struct run *run, const char *bytes, size_t len,
			 struct cd_result **result);

/* Survey the text as it is now. */
void run_examine(struct run *run);

/* The encoding stage, until it changes nothing. */
enum outcome run_encoding(struct run *run);

/* All stages once, and the proof that they lost nothing. */
enum outcome run_iteration(struct run *run);

/* Where iterations began: the text then, and how many layers it had. */
struct run_start {
	struct cd_span text;
	size_t layers;
};

/*
 * Once nothing changes: lines that the text may not have are joined. CHANGED:
 * that is another text than iterations began with, and they begin again.
 */
enum outcome run_close(struct run *run, const struct run_start *start);

/* What is still to be said of the text that comes out. */
enum cd_status run_report(struct run *run);

#endif
