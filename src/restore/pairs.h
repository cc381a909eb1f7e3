/*
 * Marks that come in pairs: what each gap class does to the quotations and
 * brackets that are open. README.md, "Quotes and brackets".
 */
#ifndef COPYDESK_RESTORE_PAIRS_H
#define COPYDESK_RESTORE_PAIRS_H

#include "restore/model.h"

/* What is open: a double and a single quotation, and one bracket at most. */
#define PAIR_DOUBLE 1
#define PAIR_SINGLE 2
#define PAIR_ROUND 4
#define PAIR_SQUARE 8
#define PAIR_BRACKET (PAIR_ROUND | PAIR_SQUARE)
#define PAIR_STATES 12

#define PAIR_GROUPS 64
#define PAIR_MARKS 8  /* paired marks of one class */
#define PAIR_NONE 255 /* no group */

struct pair_move {
	int32_t cost; /* in 1/256 nat */
	uint8_t to;   /* state after */
};

/*
 * Classes with the same paired marks in the same order move the states alike:
 * they are a group. A closing single quotation mark right after a word may be
 * an apostrophe too: such a class has a second group, without that mark.
 */
struct pairs {
	size_t count;
	uint8_t group[RESTORE_GAPS], second[RESTORE_GAPS];
	/* The class with double marks for its single ones, or PAIR_NONE. */
	uint8_t doubled[RESTORE_GAPS];
	/* '<' and '>' double, '{' and '}' single, brackets as they are. */
	char marks[PAIR_GROUPS][PAIR_MARKS + 1];
	/* [a break in the gap][group][state before] */
	struct pair_move moves[2][PAIR_GROUPS][PAIR_STATES];
};

void pairs_init(struct pairs *pairs, const struct restore_model *model);

/* What is left open in a state when a text ends, as a cost. */
int32_t pairs_ending(const struct restore_model *model, unsigned state);

#endif
