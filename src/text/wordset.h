/*
 * The words of an article as a set: ASCII letters, lower-cased; compounds with
 * their hyphens, and their parts. What touches another letter, a digit or
 * U+FFFD is a piece of a word, and not in the set. Made in linear time.
 */
#ifndef COPYDESK_TEXT_WORDSET_H
#define COPYDESK_TEXT_WORDSET_H

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

/* The hash of a word in letters of any case; never 0. */
uint64_t wordset_hash(const char *word, size_t len);

bool wordset_holds(const struct wordset *set, const char *word, size_t len);

/* Whether what is beside the letters text[at, end) makes them a piece. */
bool wordset_is_piece(const char *text, size_t len, size_t at, size_t end);

#endif
