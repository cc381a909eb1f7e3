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
#define LITERAL_FRONTS 512 /* words that are kept, at least */

/* Of a block, the bytes at which words are read: eight more tell how they go
 * on. */
#define LITERAL_STEP (SCAN_BLOCK - 8)
#define LITERAL_BLOCKS 16 /* that are read at once */
/* The words of so many, at most, and eight that may be written after them. */
#define LITERAL_WORDS (LITERAL_BLOCKS * LITERAL_STEP / 2 + 8)

/* A stretch of a text, [at, end) of its `len` bytes. */
struct stretch {
	const char *text;
	size_t len, at, end;
};

struct literal_block {
	uint64_t begins; /* of words */
	uint64_t bits;	 /* bytes of words */
	uint64_t hits;	 /* words that may be literals, and are not given yet */
	size_t first;	 /* of the words, in `fronts` */
};

struct literal_scan {
	const struct literal_index *index;
	const struct literal_index *prefixes; /* of the first word; or NULL */
	const char *text;
	size_t stop, len;  /* the stretch's end, and the text's */
	size_t base, next; /* where the blocks begin, and the next ones do */
	struct literal_block blocks[LITERAL_BLOCKS];
	uint64_t hits;	   /* blocks that have some */
	size_t block;	   /* that of the word that is given, */
	unsigned bit;	   /* the word's first byte in it, */
	size_t at;	   /* and in the text */
	uint64_t run;	   /* 1: a word runs on from the block before */
	uint64_t carry;	   /* bytes of the block that end a sign before it */
	const char *bytes; /* the block's, of which eight more can be read */
	uint64_t marks[2]; /* those of the marks ()/:@[\]{|} that are there */
	size_t count;	   /* words of the blocks so far */
	size_t before;	   /* the last word before `base` */
	bool signs;	   /* a sign of two bytes was met */
	/* word_front_hash() of the words: all of them, or the last ones */
	size_t kept;
	uint32_t fronts[LITERAL_FRONTS + LITERAL_WORDS];
	char tail[SCAN_BLOCK + 8]; /* the text's last bytes */
};

/* Begin with the words of a stretch. Of `prefixes`, if it is not NULL, only the
   first word will be asked. */
void literal_scan_init(struct literal_scan *scan,
		       const struct literal_index *index,
		       const struct literal_index *prefixes,
		       const struct stretch *stretch);

/* Read the next blocks; false at the end. */
bool literal_scan_read(struct literal_scan *scan);

/* Bring the literals of the words that may be some nearer. */
void literal_scan_bring(const struct literal_scan *scan);

/* The next word that may be a literal; false at the end. */
static inline bool literal_scan_next(struct literal_scan *scan)
{
	struct literal_block *block;

	while (!scan->hits)
		if (!literal_scan_read(scan))
			return false;
	scan->block = scan_first(scan->hits);
	block = &scan->blocks[scan->block];
	scan->bit = scan_first(block->hits);
	scan->at = scan->base + scan->block * LITERAL_STEP + scan->bit;
	block->hits &= block->hits - 1;
	if (!block->hits)
		scan->hits &= scan->hits - 1;
	return true;
}

/* The word before it, or LITERAL_NO_WORD. */
size_t literal_scan_last(const struct literal_scan *scan);

/* The word after it, if that begins in its block; or LITERAL_NO_WORD. */
static inline size_t literal_scan_later(const struct literal_scan *scan)
{
	const uint64_t later = scan->blocks[scan->block].begins >> scan->bit;

	return later > 1 ? scan->at + scan_first(later & ~(uint64_t)1)
			 : LITERAL_NO_WORD;
}

/* Whether one of the marks is in the blocks that were read. */
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
	const size_t base = scan->base + scan->block * LITERAL_STEP;
	const uint64_t rest = ~(scan->blocks[scan->block].bits >> (at - base));
	const size_t end = rest ? at + scan_first(rest) : at;

	if (rest && end < base + SCAN_BLOCK)
		return end;
	return word_end(scan->text, at, scan->stop);
}

#endif
