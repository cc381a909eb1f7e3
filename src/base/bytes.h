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
