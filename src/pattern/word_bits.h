/*
 * Word bits: the words of a text, and those that follow each other, as sets of
 * 256 bits, one for each by its hash: a Bloom filter with one hash (Bloom,
 * "Space/time trade-offs in hash coding with allowable errors", 1970). What has
 * no bit is not there; what has one may be.
 *
 * The bits come from the lowest WORD_FRONT_BITS of the hashes.
 */
#ifndef COPYDESK_PATTERN_WORD_BITS_H
#define COPYDESK_PATTERN_WORD_BITS_H

#include <stdbool.h>
#include <stdint.h>

struct word_bits {
	uint64_t of[4];
};

/* All of a text. */
struct text_bits {
	struct word_bits words, pairs;
	unsigned marks; /* enum gap: those that may be there */
	uint32_t last;	/* the word that was added last */
};

static inline void word_bits_add(struct word_bits *bits, uint32_t hash)
{
	bits->of[hash >> 6 & 3] |= (uint64_t)1 << (hash & 63);
}

static inline bool word_bits_has(const struct word_bits *bits, uint32_t hash)
{
	return bits->of[hash >> 6 & 3] >> (hash & 63) & 1;
}

static inline bool word_bits_meet(const struct word_bits *a,
				  const struct word_bits *b)
{
	return (a->of[0] & b->of[0]) | (a->of[1] & b->of[1]) |
	       (a->of[2] & b->of[2]) | (a->of[3] & b->of[3]);
}

/* The low bits of what is multiplied depend on the low bits alone. */
static inline uint32_t word_pair(uint32_t first, uint32_t second)
{
	return ((first * 5 + second) & 0xFFFF) * 0x9E37u >> 7;
}

static inline void text_bits_add(struct text_bits *bits, uint32_t hash)
{
	word_bits_add(&bits->words, hash);
	word_bits_add(&bits->pairs, word_pair(bits->last, hash));
	bits->last = hash;
}

static inline bool text_bits_has_pair(const struct text_bits *bits,
				      uint32_t first, uint32_t second)
{
	return word_bits_has(&bits->pairs, word_pair(first, second));
}

#endif
