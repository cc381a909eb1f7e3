/*
 * A set of bytes, and a fast way to the next byte of a text that is in it: most
 * bytes of most texts are in none.
 */
#ifndef COPYDESK_BASE_BYTE_SET_H
#define COPYDESK_BASE_BYTE_SET_H

#include <stdbool.h>
#include <stddef.h>

/* A bit for each byte: by its low half a row, by its high half a bit of it. */
struct byte_set {
	unsigned char rows[2][16]; /* of bytes below 0x80, and of the others */
};

/* Add the bytes from `first` to `last`. */
void byte_set_add(struct byte_set *set, unsigned char first,
		  unsigned char last);

/* The set of a string's bytes. */
struct byte_set byte_set_of(const char *bytes);

static inline bool byte_set_has(const struct byte_set *set, unsigned char c)
{
	return set->rows[c >> 7][c & 15] >> (c >> 4 & 7) & 1;
}

/* The first byte of text[at, end) that is in the set; none: `end`, or `at`
   if that is after it. */
size_t byte_set_find(const struct byte_set *set, const char *text, size_t at,
		     size_t end);

/* Whether this machine looks at many bytes at once. */
bool byte_set_is_fast(void);

/* The same as on any machine; for tests. */
size_t byte_set_find_portable(const struct byte_set *set, const char *text,
			      size_t at, size_t end);

#endif
