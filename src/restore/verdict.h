/*
 * What the decoder keeps and says, for the files that it is made of.
 */
#ifndef COPYDESK_RESTORE_VERDICT_H
#define COPYDESK_RESTORE_VERDICT_H

#include "lang/lang.h"
#include "restore/allow.h"
#include "restore/pairs.h"
#include "restore/words.h"

/* A mark that a gap gets beside those that it kept. */
enum added_mark {
	ADDED_NONE,
	ADDED_OPENING,
	ADDED_OUTER, /* the same before the gap's bracket */
	ADDED_CLOSING,
	ADDED_BRACKET
};

/* What is in gap i, and the case of the word before it (i > 0). */
struct verdict {
	uint8_t gap;	 /* class; what leaves it as it is: is_kept */
	uint8_t letters; /* enum restore_case */
	uint8_t group;	 /* of paired marks, that the gap was taken in */
	uint8_t added;	 /* enum added_mark: no class has it with the others */
	bool is_kept;	 /* the gap stays as it is */
	bool is_break;	 /* a paragraph ends in the gap */
	bool joined;	 /* a stop in it was given up: fragment.h */
	/* Per mille: of the class, of its paired marks alone; .. */
	uint16_t gap_confidence, pair_confidence;
	uint16_t case_confidence, break_confidence;
};

struct trace {
	struct {
		uint8_t gap, group, from; /* class; state before */
		uint16_t confidence, pair_confidence;
	} to[PAIR_STATES];		    /* by the state after */
	int16_t letters[RESTORE_MIXED + 1]; /* logits of the word before */
	uint16_t break_confidence;
	/* That a sentence ends here; that any mark is here: per mille */
	uint16_t end_confidence, mark_confidence;
	int32_t break_score; /* where every mark is lost */
	/* What speaks for a stop, less what does for a space and a comma */
	int32_t stop_or_space, stop_or_comma;
	uint8_t own; /* the class that leaves it as it is */
	bool is_break, ends_as_seen;
	bool after_label; /* a field that is a label is before it */
};

struct class_lists; /* class_lists.h */

struct decoder {
	const struct restore_model *model; /* borrowed */
	const struct gap_rules *rules;	   /* borrowed */
	const struct words *words;	   /* borrowed */
	const struct lang *lang;	   /* borrowed, or NULL */
	int pounds;			   /* pounds_read() of the whole text */
	const struct class_lists *lists;   /* borrowed */
	const struct pairs *pairs;	   /* the lists' */
	const int32_t *weights; /* the lists': what a class's logit is given */
	uint8_t space, comma, stop; /* the classes " ", ", " and ". " */
	struct trace *traces;	    /* owned, words->count + 1 */
	int32_t total[PAIR_STATES];
};

/* The text of gap i as it will be; "": as it is. */
static inline const char *decoder_gap_text(const struct decoder *decoder,
					   const struct verdict *verdicts,
					   size_t i)
{
	const unsigned gap = verdicts[i].gap;

	return gap == RESTORE_GAP_KEEP ? "" : decoder->model->gaps[gap].text;
}

/* Whether gap i will be `text`: it stays so, or gets that class. */
bool decoder_gap_is(const struct decoder *decoder,
		    const struct verdict *verdicts, size_t i, const char *text);

/* Whether gap i is one space, and stays so; that of one mark, where runs were
   kept. */
static inline bool decoder_leaves_space(const struct decoder *decoder,
					const struct verdict *verdicts,
					size_t i)
{
	return verdicts[i].is_kept && !verdicts[i].is_break &&
	       words_gap_is(decoder->words, i, " ");
}

#endif
