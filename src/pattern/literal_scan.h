/*
 * The words of a stretch of text that may be literals of an index: all others
 * are passed over in one tight loop.
 *
 * The first step of multi-pattern matchers, as in Wu and Manber, "A fast
 * algorithm for multi-pattern searching" (1994): a hash of a few bytes rules
 * out most places. Words begin at few places, and masks of 64 bytes tell which.
 */
#ifndef COPYDESK_PATTERN_LITERAL_SCAN_H
#define COPYDESK_PATTERN_LITERAL_SCAN_H

#include "pattern/literal_index.h"
#include "pattern/word_bits.h"
#include "pattern/words.h"

#define LITERAL_NO_WORD SIZE_MAX
#define LITERAL_FRONTS 512 /* words that are kept: a power of two */

struct literal_scan {
	const char *text;
	size_t stop;	   /* the stretch's end */
	size_t base, next; /* the block, and the next one */
	uint64_t begins;   /* of words, those that are not read yet */
	uint64_t bits;	   /* bytes of words */
	uint64_t run;	   /* 1: a word runs on from the block before */
	uint64_t carry;	   /* bytes of the block that end a sign before it */
	const char *bytes; /* the block's, of which eight more can be read */
	size_t count;	   /* words of the blocks so far */
	bool signs;	   /* a sign of two bytes was met */
	size_t at;	   /* the word */
	size_t last_at;	   /* the one before it, or LITERAL_NO_WORD */
	uint32_t start;	   /* word_front_hash() of the word */
	size_t read;	   /* words so far, with those that did not pass */
	uint32_t fronts[LITERAL_FRONTS]; /* of the last of them */
	char tail[SCAN_BLOCK + 8]; /* the last bytes, where no more follow */
};

/* Begin with the words of text[at, end): read their first block. */
void literal_scan_init(struct literal_scan *scan, const char *text, size_t at,
		       size_t end);

/* The next word that `filter` lets pass; false at the end. */
bool literal_scan_next(struct literal_scan *scan,
		       const struct literal_filter *filter);

/* All words that were read; false: they are more than were kept. */
bool literal_scan_bits(const struct literal_scan *scan, struct text_bits *bits);

/* The end of a word that begins at text[at], in the block. */
static inline size_t literal_scan_end(const struct literal_scan *scan,
				      size_t at)
{
	const uint64_t rest = ~(scan->bits >> (at - scan->base));
	const size_t end = rest ? at + scan_first(rest) : at;

	if (rest && end < scan->base + SCAN_BLOCK)
		return end;
	return word_end(scan->text, at, scan->stop);
}

/* The same as on any machine; for tests. */
bool literal_scan_next_portable(struct literal_scan *scan,
				const struct literal_filter *filter);

#endif
