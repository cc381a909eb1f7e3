/*
 * The words of a stretch of text that may be literals of an index: all others
 * are passed over in one tight loop.
 */
#ifndef COPYDESK_PATTERN_LITERAL_SCAN_H
#define COPYDESK_PATTERN_LITERAL_SCAN_H

#include "pattern/literal_index.h"
#include "pattern/words.h"

struct literal_scan {
	struct words words;
	const struct literal_filter *filter; /* borrowed */
	size_t count;			     /* words read so far, or more */
	size_t at, end;			     /* the word */
	size_t last_at, last_end;	     /* the one before it */
	uint32_t front;			     /* word_front_hash() */
};

/* Begin with the words that are left of a stretch. */
void literal_scan_init(struct literal_scan *scan, struct words words,
		       const struct literal_filter *filter);

/* The next word that the filter lets pass; false at the end. */
bool literal_scan_next(struct literal_scan *scan);

/* The same on any machine; for tests, and where there is no faster way. */
bool literal_scan_next_portable(struct literal_scan *scan);

#endif
