/*
 * One case for a name: words that the lexicon does not know are written alike
 * throughout an article. README.md, "Case".
 */
#ifndef COPYDESK_RESTORE_CONCORD_H
#define COPYDESK_RESTORE_CONCORD_H

#include "restore/decode.h"

struct concord;

/* For so many words at most; NULL when memory runs out. concord_free() it. */
struct concord *concord_new(size_t words);
void concord_free(struct concord *concord);

/*
 * A word that is not known, by its hash: what speaks for a capital over a small
 * letter (0 where a sentence begins and its capital says nothing), and for
 * capitals throughout over one.
 */
void concord_add(struct concord *concord, uint64_t hash, int32_t capital,
		 int32_t upper);

/* The case of such a word, which was `letters` by itself. */
unsigned concord_case(const struct concord *concord, uint64_t hash,
		      unsigned letters, bool begins);

#endif
