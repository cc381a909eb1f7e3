/* What became of a chunk, and the sums that a run keeps of that. */
#ifndef COPYDESK_BATCH_OUTCOME_H
#define COPYDESK_BATCH_OUTCOME_H

#include "reader/reader.h"
#include "writer/report.h"

/* More than there are rules, and conditions. */
#define TALLY_RULES 160
#define TALLY_CONDITIONS 32

struct tally {
	size_t articles; /* and fields of records */
	size_t findings;
	size_t rules[TALLY_RULES];	     /* findings by rule */
	size_t conditions[TALLY_CONDITIONS]; /* articles by condition */
	size_t trouble; /* bad records, broken proofs: exit 2 */
	size_t changed; /* articles, or parts of them, and fields */
	size_t decoded; /* inputs that were not UTF-8, or had a mark */
	size_t lossy;	/* ones that could not be decoded */
	size_t records; /* that are valid */
	size_t fields;	/* records that have one of the fields */
};

void tally_add(struct tally *sum, const struct tally *more);

/* Articles that changed. */
size_t tally_changed(const struct tally *tally);

/* What became of a chunk. Zeroed at first. */
struct outcome {
	struct buffer text;	   /* the new text; of use when `edited` */
	bool edited;		   /* else the chunk's own bytes stand */
	struct buffer report;	   /* findings, as their format has them */
	struct report_items items; /* where each ends */
	struct buffer stripped;	   /* lines of JSON */
	struct buffer messages;	   /* for standard error */
	struct buffer notes;	   /* the inspector's */
	struct tally tally;
};

/* Empty it for the next chunk; its memory stays. */
void outcome_reset(struct outcome *outcome);

void outcome_release(struct outcome *outcome);

/* The bytes that were made, and their items. */
size_t outcome_bytes(const struct outcome *outcome);

/* The chunk's new text, or its own. */
const struct buffer *outcome_text(const struct outcome *outcome,
				  const struct chunk *chunk);

#endif
