/*
 * The words of a stretch of text: runs of letters, marks and digits, found
 * sixty-four bytes at a time, and their hashes.
 *
 * U+0080-00BF and U+2000-2FFF are signs, not letters.
 */
#ifndef COPYDESK_PATTERN_WORDS_H
#define COPYDESK_PATTERN_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/scan.h"

struct words {
	const char *text;
	size_t at, next, stop; /* the block, the next, and the stretch's end */
	/* of the block's words those that have not been given yet */
	uint64_t begins, ends;
	uint64_t run;	/* 1: a word runs on from the block before */
	uint64_t carry; /* bytes of the block that belong to a sign before it */
	size_t start;	/* where the next word begins, if that is known */
	bool signs;	/* a sign of two bytes was met */
};

/* The words of text[at, end); bytes of `text` before `at` may be read too. */
static inline void words_init(struct words *words, const char *text, size_t at,
			      size_t end)
{
	*words = (struct words){ .text = text, .next = at, .stop = end };
}

/* The end of the word that begins at text[at], at most `stop`. */
static inline size_t word_end(const char *text, size_t at, size_t stop)
{
	while (at < stop) {
		const unsigned char c = (unsigned char)text[at];

		if (c < 0x80 ? !ascii_is_alnum(c) : c == 0xC2 || c == 0xE2)
			break;
		at++;
	}
	return at;
}

/* Go to the next block that ends a word; false at the end of the stretch. */
bool words_turn(struct words *words);

/* The next word of the block, as text[*at, *end); words->ends is not 0. */
static inline void words_take(struct words *words, size_t *at, size_t *end)
{
	const uint64_t last = (uint64_t)1 << 63;

	*end = words->at + scan_first(words->ends);
	*at = words->start;
	words->ends &= words->ends - 1;
	words->start = words->at + scan_first(words->begins | last);
	words->begins &= words->begins - 1;
}

/* The next word of the stretch; false when there is none. */
static inline bool words_next(struct words *words, size_t *at, size_t *end)
{
	if (!words->ends && !words_turn(words))
		return false;
	words_take(words, at, end);
	return true;
}

/*
 * Hashes. The first eight bytes are hashed as one number, and alone give the
 * lowest WORD_FRONT_BITS of the hash: most words are no longer, and the
 * prefilter needs no more of those that are.
 */

#define WORD_FRONT_BITS 17
#define WORD_EACH(bits) ((uint64_t)(bits)*0x0101010101010101u)

static inline uint64_t word_load(const char *bytes)
{
	uint64_t value;

	memcpy(&value, bytes, sizeof(value));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	value = __builtin_bswap64(value);
#endif
	return value;
}

/* word_bytes() at the start of a text. */
uint64_t word_bytes_at_front(const char *text, size_t at, size_t end);

/*
 * The first eight bytes of text[at, end) as a number; those of a shorter word
 * are its highest ones, so that what is read is before it, not after.
 */
static inline uint64_t word_bytes(const char *text, size_t at, size_t end)
{
	const size_t len = end - at < 8 ? end - at : 8;
	const uint64_t mask = ~(uint64_t)0 << (64 - 8 * len);

	if (at + len < 8)
		return word_bytes_at_front(text, at, end);
	return word_load(text + at + len - 8) & mask;
}

#define WORD_FACTOR 0x9E3779B97F4A7C15u

/* Letters become small: they have bit 6, and bit 5 is their case. */
static inline uint32_t word_mix(uint64_t bytes)
{
	bytes |= (bytes & WORD_EACH(0x40)) >> 1;
	return (uint32_t)((bytes ^ bytes >> 32) * WORD_FACTOR >> 32);
}

static inline uint32_t word_front_hash(const char *text, size_t at, size_t end)
{
	return word_mix(word_bytes(text, at, end));
}

/* The hash of the word text[at, end), whose first bytes have hash `start`. */
static inline uint32_t word_hash_on(uint32_t start, const char *text, size_t at,
				    size_t end)
{
	for (at += 8; at < end; at += 8)
		start ^= (word_front_hash(text, at, end) + start * 31)
			 << WORD_FRONT_BITS;
	return start;
}

static inline uint32_t word_hash(const char *text, size_t at, size_t end)
{
	return word_hash_on(word_front_hash(text, at, end), text, at, end);
}

#endif
