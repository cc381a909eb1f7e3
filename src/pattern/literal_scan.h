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
	const struct literal_index *index;
	const char *text;
	size_t stop;	   /* the stretch's end */
	size_t base, next; /* the block, and the next one */
	uint64_t begins;   /* of the block's words */
	uint64_t hits;	/* those that may be literals, and are not given yet */
	uint64_t bits;	/* bytes of words */
	uint64_t run;	/* 1: a word runs on from the block before */
	uint64_t carry; /* bytes of the block that end a sign before it */
	const char *bytes; /* the block's, of which eight more can be read */
	uint64_t marks[2]; /* the ASCII bytes between words, but spaces */
	size_t count;	   /* words of the blocks so far */
	size_t before;	   /* the last word before the block */
	bool signs;	   /* a sign of two bytes was met */
	size_t at;	   /* the word */
	size_t last_at;	   /* the one before it, or LITERAL_NO_WORD */
	uint64_t later;	   /* words of the block after it */
	uint32_t fronts[LITERAL_FRONTS]; /* word_front_hash() of the last */
	char tail[SCAN_BLOCK + 8]; /* the last bytes, where no more follow */
};

/* Begin with the words of text[at, end): read their first block. */
void literal_scan_init(struct literal_scan *scan,
		       const struct literal_index *index, const char *text,
		       size_t at, size_t end);

/* Go to the next block with a word that may be one; false at the end. */
bool literal_scan_turn(struct literal_scan *scan);

/* The next such word of the block; scan->hits is not 0. */
static inline void literal_scan_take(struct literal_scan *scan)
{
	const unsigned bit = scan_first(scan->hits);
	const uint64_t before = scan->begins & (((uint64_t)1 << bit) - 1);

	scan->hits &= scan->hits - 1;
	scan->later = scan->begins & ~(before | (uint64_t)1 << bit);
	scan->at = scan->base + bit;
	scan->last_at = before ? scan->base + scan_last(before) : scan->before;
}

/* The next word that may be a literal; false at the end. */
static inline bool literal_scan_next(struct literal_scan *scan)
{
	if (!scan->hits && !literal_scan_turn(scan))
		return false;
	literal_scan_take(scan);
	return true;
}

/* Whether an ASCII mark is in the blocks that were read. */
static inline bool literal_scan_has(const struct literal_scan *scan, char mark)
{
	return scan->marks[mark >> 6 & 1] >> (mark & 63) & 1;
}

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
bool literal_scan_turn_portable(struct literal_scan *scan);

#endif
