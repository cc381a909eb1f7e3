/*
 * The words of an article as a set, lower-cased: letters, and compounds with
 * their hyphens. Made once, in linear time, when it is first asked.
 */
#ifndef COPYDESK_STAGES_WHITESPACE_WORDS_H
#define COPYDESK_STAGES_WHITESPACE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct wordset {
	uint64_t *slots; /* hashes, 0: free; from an arena */
	size_t mask;	 /* slots less one */
};

/* False when memory runs out. */
bool wordset_read(struct wordset *set, struct arena *arena, const char *text,
		  size_t len);

bool wordset_holds(const struct wordset *set, const char *word, size_t len);

#endif
