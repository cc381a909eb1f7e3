/*
 * The bytes with which an article's lines begin and end, and whether a label
 * begins one: most of what is looked for line by line is told to be nowhere.
 */
#ifndef COPYDESK_BOILERPLATE_RIMS_H
#define COPYDESK_BOILERPLATE_RIMS_H

#include <stdbool.h>
#include <stdint.h>

#define RIMS_NO_COLON UINT8_MAX /* no line has one that may end a label */

/* Sets of bytes. */
struct rims {
	uint64_t first[4], last[4];
	uint8_t colon; /* the least of the lines' (struct line) */
};

static inline void rims_add(uint64_t set[4], char byte)
{
	const unsigned char c = (unsigned char)byte;

	set[c >> 6] |= (uint64_t)1 << (c & 63);
}

/* Whether one of the bytes of a string is in a set. */
static inline bool rims_meet(const uint64_t set[4], const char *bytes)
{
	for (; *bytes; bytes++) {
		const unsigned char c = (unsigned char)*bytes;

		if (set[c >> 6] >> (c & 63) & 1)
			return true;
	}
	return false;
}

/* Whether a line begins, or ends, with one of the bytes. */
static inline bool rims_begin(const struct rims *rims, const char *bytes)
{
	return rims_meet(rims->first, bytes);
}

static inline bool rims_end(const struct rims *rims, const char *bytes)
{
	return rims_meet(rims->last, bytes);
}

/* The same for digits. */
static inline bool rims_begin_number(const struct rims *rims)
{
	return (rims->first[0] >> '0' & 0x3FF) != 0;
}

#endif
