/*
 * The decoder: logits in, one verdict for each word and gap out. README.md,
 * "Decoding".
 *
 * Gaps are told in order; the best way through the states of open quotations
 * and brackets (pairs.h) is known at the end only. What each step needs of the
 * logits is kept in a trace, so that they need not be.
 */
#ifndef COPYDESK_RESTORE_DECODE_H
#define COPYDESK_RESTORE_DECODE_H

#include "lang/lang.h"
#include "restore/allow.h"
#include "restore/lexicon.h"
#include "restore/pairs.h"

/* What stands in gap i, and the case of the word before it (i > 0). */
struct verdict {
	uint8_t gap;	 /* class; what leaves it as it is: is_kept */
	uint8_t letters; /* enum restore_case */
	uint8_t group;	 /* of paired marks, that the gap was taken in */
	bool is_kept;	 /* the gap stays as it is */
	bool is_break;	 /* a paragraph ends in the gap */
	uint16_t gap_confidence, case_confidence,
		break_confidence; /* per mille */
};

struct trace {
	struct {
		uint8_t gap, group, from; /* class; state before */
		uint16_t confidence;
	} to[PAIR_STATES];		    /* by the state after */
	int16_t letters[RESTORE_MIXED + 1]; /* logits of the word before */
	uint16_t break_confidence;
	int32_t break_score; /* where every mark is lost */
	uint8_t own;	     /* the class that leaves it as it is */
	bool is_break, ends_as_seen;
};

struct decoder {
	const struct restore_model *model; /* borrowed */
	const struct gap_rules *rules;	   /* borrowed */
	const struct words *words;	   /* borrowed */
	const struct lang *lang;	   /* borrowed, or NULL */
	struct pairs pairs;
	struct trace *traces; /* owned, words->count + 1 */
	int32_t total[PAIR_STATES];
};

/* False when memory runs out. */
bool decoder_init(struct decoder *decoder, const struct gap_rules *rules,
		  const struct words *words);
void decoder_release(struct decoder *decoder);

/* Token i, from 0: the word before gap i, and gap i. In order. */
void decoder_take(struct decoder *decoder, size_t i, const int16_t *logits);

/*
 * When all were taken: verdicts[0] to verdicts[words->count]. False when memory
 * runs out.
 */
bool decoder_end(struct decoder *decoder, struct verdict *verdicts);

#endif
