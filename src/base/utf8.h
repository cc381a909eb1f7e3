/*
 * UTF-8 (RFC 3629): total functions over any bytes.
 */
#ifndef COPYDESK_BASE_UTF8_H
#define COPYDESK_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define UTF8_REPLACEMENT 0xFFFD
#define UTF8_MAX 4 /* bytes of one code point */

/*
 * The length of the valid code point that `bytes` start with, 1 to 4; 0 when
 * there is none. *bad is then the length of the maximal subpart of an
 * ill-formed sequence (Unicode 15, section 3.9, U+FFFD substitution): 1 to 3,
 * or 0 at the end.
 */
size_t utf8_length(const char *bytes, size_t len, size_t *bad);

/*
 * The same as one number, 1 to 4, to step through any bytes (len > 0); *valid
 * says whether it is a code point.
 */
size_t utf8_step(const char *bytes, size_t len, bool *valid);

/* The length of the longest valid prefix; `len` when all of it is valid. */
size_t utf8_valid_prefix(const char *bytes, size_t len);

/* Whether a byte is none that begins a code point. */
static inline bool utf8_is_trail(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The length of a byte order mark at the start: 3, or 0. */
static inline size_t utf8_mark(const char *bytes, size_t len)
{
	return len >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
}

/* The next two for code points above ASCII. */
uint32_t utf8_next_high(const char *text, size_t *at);
uint32_t utf8_previous_high(const char *text, size_t *at);

/*
 * The code point at text[*at] of valid UTF-8; *at moves past it. *at must be
 * below the text's length. Most are ASCII: no call for these.
 */
static inline uint32_t utf8_next(const char *text, size_t *at)
{
	const unsigned char c = (unsigned char)text[*at];

	if (c >= 0x80)
		return utf8_next_high(text, at);
	++*at;
	return c;
}

/* The code point that ends at text[*at]; *at moves to its start; *at > 0. */
static inline uint32_t utf8_previous(const char *text, size_t *at)
{
	const unsigned char c = (unsigned char)text[*at - 1];

	if (c >= 0x80)
		return utf8_previous_high(text, at);
	--*at;
	return c;
}

/* Code points at and before a place; 0 at either end of the text. */
static inline uint32_t utf8_at(const char *text, size_t len, size_t at)
{
	return at < len ? utf8_next(text, &at) : 0;
}

static inline uint32_t utf8_before(const char *text, size_t at)
{
	return at ? utf8_previous(text, &at) : 0;
}

/* Writes 1 to 4 bytes and returns how many. A surrogate becomes U+FFFD. */
size_t utf8_encode(uint32_t point, char *bytes);

/* Code points of `text`; in valid UTF-8 exactly, else about. */
size_t utf8_count(const char *text, size_t len);

/* Line feeds in `text`. */
size_t utf8_count_lines(const char *text, size_t len);

/* Whether eight bytes are ASCII, at once. */
static inline bool utf8_eight_are_ascii(const char *bytes)
{
	uint64_t eight;

	memcpy(&eight, bytes, sizeof(eight));
	return !(eight & 0x8080808080808080u);
}

#endif
