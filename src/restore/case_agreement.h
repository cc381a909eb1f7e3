/*
 * One case for a name: words that the lexicon does not know are written alike
 * throughout an article. README.md, "Case".
 */
#ifndef COPYDESK_RESTORE_CASE_AGREEMENT_H
#define COPYDESK_RESTORE_CASE_AGREEMENT_H

#include "restore/model.h"

struct case_agreement;

/*
 * For so many words at most; NULL when memory runs out. The caller's:
 * case_agreement_free().
 */
struct case_agreement *case_agreement_new(size_t words);
void case_agreement_free(struct case_agreement *agreement);

/*
 * A word that is not known, by its hash: what speaks for a capital over a small
 * letter (0 where a sentence begins and its capital says nothing), and for
 * capitals throughout over one.
 */
void case_agreement_add(struct case_agreement *agreement, uint64_t hash,
			int32_t capital, int32_t upper);

/* How often it was added. */
uint32_t case_agreement_count(const struct case_agreement *agreement,
			      uint64_t hash);

/* Where `upper` was 1 or -1: whether it was not always the same. */
bool case_agreement_differs(const struct case_agreement *agreement,
			    uint64_t hash);

/* The case of such a word, which was `letters` by itself. */
unsigned agreed_case(const struct case_agreement *agreement, uint64_t hash,
		     unsigned letters, bool begins);

/* The same of its capitals alone, all or one: `letters` are one of the two. */
unsigned agreed_capitals(const struct case_agreement *agreement, uint64_t hash,
			 unsigned letters);

#endif
