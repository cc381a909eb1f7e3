/*
 * What speaks for each case of a word: the network, what is before it, and its
 * form, which may rule a case out. README.md, "Case".
 */
#ifndef COPYDESK_RESTORE_CASE_SCORES_H
#define COPYDESK_RESTORE_CASE_SCORES_H

#include "restore/verdict.h"

#define CASES (RESTORE_MIXED + 1)

/* Priors up to this one are of words of letters that the lexicon lacks. */
#define PRIOR_LAST_UNKNOWN 14

/* What speaks for each case of a word; NEVER: it cannot have it. */
struct case_scores {
	int32_t logits[CASES]; /* the network's alone */
	int32_t all[CASES];
};

/* A word, as the text is walked. */
struct case_walk {
	const struct decoder *decoder;
	const struct verdict *verdicts;
	const struct word_reading *reading;
	uint64_t hash;
	const char *text; /* it begins here */
};

/* Of the word that the walk is at, word i: from 1, as verdicts are. */
void case_score(const struct case_walk *walk, size_t i,
		struct case_scores *scores);

/* A word that is common to sentences, whatever they are of. */
bool case_is_common(const struct case_walk *walk, size_t i);

#endif
