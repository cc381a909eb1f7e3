/*
 * Texts to hold the laws against: articles put together at random from
 * sentences and from every kind of damage, and plain random bytes.
 */
#ifndef COPYDESK_TESTS_TEXTS_H
#define COPYDESK_TESTS_TEXTS_H

#include <stddef.h>
#include <stdint.h>

struct random_text {
	char *bytes; /* owned: free() */
	size_t len;
};

/* An article with damage; about `pieces` pieces long. */
struct random_text random_article(uint64_t *state, uint32_t pieces);

/* Up to `limit` bytes of anything, rich in leads of UTF-8 and in marks. */
struct random_text random_bytes(uint64_t *state, uint32_t limit);

#endif
