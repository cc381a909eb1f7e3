/*
 * Bytes of a text by their place, and the ends of its lines.
 */
#ifndef COPYDESK_BASE_BYTES_H
#define COPYDESK_BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The byte at text[at], or before it; 0 outside the text. */
static inline unsigned char bytes_at(const char *text, size_t len, size_t at)
{
	return at < len ? (unsigned char)text[at] : 0;
}

static inline unsigned char bytes_before(const char *text, size_t at)
{
	return at ? (unsigned char)text[at - 1] : 0;
}

/* Whether `word` begins at text[at]; inline: a literal's length is known. */
static inline bool bytes_begin(const char *text, size_t len, size_t at,
			       const char *word)
{
	const size_t size = strlen(word);

	return at <= len && len - at >= size && !memcmp(text + at, word, size);
}

/* Whether text[0, len) is `word`. */
static inline bool bytes_are(const char *text, size_t len, const char *word)
{
	return strlen(word) == len && !memcmp(text, word, len);
}

/* Whether `word` ends at text[at]. */
static inline bool bytes_end(const char *text, size_t at, const char *word)
{
	const size_t size = strlen(word);

	return at >= size && !memcmp(text + at - size, word, size);
}

/* The first byte `c` from text[at] on; `len` where there is none. */
static inline size_t bytes_find(const char *text, size_t len, size_t at, char c)
{
	const char *found =
		at < len ? memchr(text + at, (unsigned char)c, len - at) : NULL;

	return found ? (size_t)(found - text) : len;
}

/* How many of eight bytes are before the first that has a bit set. */
static inline size_t bytes_before_marked(uint64_t marked)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (size_t)__builtin_ctzll(marked) / 8;
#else
	return (size_t)__builtin_clzll(marked) / 8;
#endif
}

/* The first byte from 0x80 on; `len` where there is none. */
static inline size_t bytes_find_high(const char *text, size_t len, size_t at)
{
	uint64_t eight;

	for (; len - at >= sizeof(eight); at += sizeof(eight)) {
		memcpy(&eight, text + at, sizeof(eight));
		eight &= 0x8080808080808080u;
		if (eight)
			return at + bytes_before_marked(eight);
	}
	while (at < len && (unsigned char)text[at] < 0x80)
		at++;
	return at;
}

/* A bit in each of eight bytes that may be `c`; 0: none of them is. */
static inline uint64_t bytes_may_be(uint64_t eight, unsigned char c)
{
	const uint64_t ones = 0x0101010101010101u;

	eight ^= ones * c;
	return (eight - ones) & ~eight & ones << 7;
}

/* After the last byte of a pair in text[low, at); `low`: there is none. */
static inline size_t bytes_find_back(const char *text, size_t low, size_t at,
				     const char pair[2])
{
	uint64_t eight;

	for (; at - low >= sizeof(eight); at -= sizeof(eight)) {
		memcpy(&eight, text + at - sizeof(eight), sizeof(eight));
		if (bytes_may_be(eight, (unsigned char)pair[0]) |
		    bytes_may_be(eight, (unsigned char)pair[1]))
			break;
	}
	while (at > low && text[at - 1] != pair[0] && text[at - 1] != pair[1])
		at--;
	return at;
}

/* As far as `most` bytes after `at`, or before it: within a text of `len`. */
static inline size_t bytes_ahead(size_t len, size_t at, size_t most)
{
	return len - at < most ? len : at + most;
}

static inline size_t bytes_behind(size_t at, size_t most)
{
	return at > most ? at - most : 0;
}

/* Where the line that text[at] is in starts, and where its \n is, or `len`. */
static inline size_t bytes_line_start(const char *text, size_t at)
{
	while (at && text[at - 1] != '\n')
		at--;
	return at;
}

static inline size_t bytes_line_end(const char *text, size_t len, size_t at)
{
	return bytes_find(text, len, at, '\n');
}

#endif
