/* What articles are counted in: learning from the inside. */
#ifndef COPYDESK_LEARN_SKETCH_H
#define COPYDESK_LEARN_SKETCH_H

#include "learn/learn.h"

#define SEEN_BITS ((size_t)1 << 24) /* of learn->seen */

/* A pattern that is counted by name. */
struct learn_entry {
	uint64_t key;	     /* 0: the slot is free */
	uint32_t text;	     /* the pattern, then an example: in `texts` */
	uint32_t count;	     /* articles */
	uint32_t head, tail; /* of those, at the article's edges */
	uint32_t varied;     /* that read otherwise than the first */
	uint32_t literal;    /* hash of the first line's words */
	uint16_t pattern_len, example_len;
	uint8_t kind;	     /* enum template_kind */
	uint8_t sentence;    /* it ends as a sentence */
	uint64_t parents[2]; /* of a literal: the keys of its templates */
	const char *pattern; /* while entries are sorted */
};

/* One line of an article under one pattern. */
struct sighting {
	uint64_t key;
	uint64_t parents[2];
	uint32_t literal;
	uint32_t at, end; /* bytes of the article */
	uint8_t kind, sentence, head, tail;
};

/*
 * Count `line` under the pattern in learn->pattern. False when memory runs
 * out.
 */
bool sketch_note(struct learn *learn, const struct sighting *seen,
		 const char *line, size_t len);

/* The slot of `key`: its entry, or a free one (key 0). Borrowed. */
struct learn_entry *sketch_find(const struct learn *learn, uint64_t key);

/*
 * All entries in one piece, in the order of sketch_by_count(), with their
 * patterns borrowed from `learn`; free() it. NULL when memory runs out.
 */
struct learn_entry *sketch_list(struct learn *learn);

/* For qsort(): the most frequent first, then by pattern. */
int sketch_by_count(const void *left, const void *right);

#endif
