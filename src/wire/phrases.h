/*
 * What the words around a word say for a capital: "Supreme Court", "the court".
 * README.md, "Phrases".
 */
#ifndef COPYDESK_WIRE_PHRASES_H
#define COPYDESK_WIRE_PHRASES_H

#include "wire/model.h"

/* Kinds of gaps, as far as the case of the words beside them goes. */
enum { PHRASE_SENTENCE = 4, PHRASE_QUOTE = 5 };

/* Hashes of a word, of two before it and two behind it (0: none), ... */
struct phrase {
	uint64_t words[5];
	unsigned before, after;		/* ... and its gaps' groups */
};

/* What speaks against lower case, in 1/256 nat. */
int32_t phrase_score(const struct wire_model *model,
		     const struct phrase *phrase);

#endif
