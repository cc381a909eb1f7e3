/*
 * Parts of one large file, cut where its records end: several machines read it
 * together, and what they write is the whole, one after the other.
 */
#ifndef COPYDESK_READER_RANGE_H
#define COPYDESK_READER_RANGE_H

#include "reader/chunk.h"

/* Part `part` (from 1) of `of`. Zeroed: all of it. */
struct share {
	size_t part, of;
};

/* The items of `count` that are the share's: [*from, *end). */
void share_of(const struct share *share, uint64_t count, uint64_t *from,
	      uint64_t *end);

struct range {
	off_t from, end; /* bytes; both 0: the whole file */
};

/*
 * The share of an open file of `size` bytes. Records are those of JSON Lines,
 * or the articles between the separators of a text. False: see errno.
 */
bool range_of(int fd, off_t size, const struct reader_options *options,
	      const struct share *share, struct range *range);

#endif
