/*
 * The words of an article: to tell whether a piece of text is one.
 */
#ifndef COPYDESK_STAGES_ENCODING_VOCABULARY_H
#define COPYDESK_STAGES_ENCODING_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A set of ASCII words in lower case, by their hashes. */
struct vocabulary {
	uint32_t *slots; /* of the arena; 0: empty */
	size_t size;	 /* a power of two; 0: no words */
};

/*
 * Read the words of the text that do not touch anything above ASCII. False
 * when memory runs out.
 */
bool vocabulary_read(struct vocabulary *vocabulary, const char *text,
		     size_t len, struct arena *arena);

bool vocabulary_has(const struct vocabulary *vocabulary, const char *word,
		    size_t len);

#endif
