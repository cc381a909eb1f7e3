/* Charsets told by bytes that plain text does not hold. */
#include "reader/guess.h"

#include <string.h>

#define ESCAPE 0x1B

/* What the bytes at the places 0 to 3, modulo 4, are. */
struct places {
	size_t count[4];
	size_t zero[4];
	size_t small[4]; /* below the space: no text has many of them */
};

static void count_places(struct places *places, const char *bytes, size_t len)
{
	memset(places, 0, sizeof(*places));
	for (size_t i = 0; i < len; i++) {
		const unsigned char c = (unsigned char)bytes[i];

		places->count[i % 4]++;
		places->zero[i % 4] += c == 0;
		places->small[i % 4] += c < 0x20;
	}
}

/*
 * Two high bytes of each four are 0 or nearly so: `top` is the place of the
 * highest, `next` of the one after it. The units then are code points.
 */
static bool is_wide(const struct places *places, size_t top, size_t next)
{
	const size_t units = places->count[3];

	return units && places->zero[3 - top] * 2 <= places->count[3 - top] &&
	       places->zero[top] == places->count[top] &&
	       places->small[next] == places->count[next] &&
	       places->zero[next] * 4 >= places->count[next] * 3;
}

/*
 * The high bytes of 16-bit units are small for all alphabets (U+2019 and its
 * like are few), the low bytes mostly are not; the space and the line feed of
 * any alphabet have a high byte that is 0, and text has no low byte that is.
 */
static bool is_double(const struct places *places, size_t high, size_t low)
{
	const size_t units = places->count[low] + places->count[low + 2];
	const size_t high_zero = places->zero[high] + places->zero[high + 2];
	const size_t high_small = places->small[high] + places->small[high + 2];
	const size_t low_zero = places->zero[low] + places->zero[low + 2];
	const size_t low_small = places->small[low] + places->small[low + 2];

	return units > 1 && high_zero && low_zero * 64 <= high_zero &&
	       high_small * 4 >= units * 3 && low_small * 3 <= units;
}

/* The escape that begins a stateful seven-bit charset, at an ESC byte. */
static const char *escaped_charset(const char *at, size_t len)
{
	static const struct {
		const char *escape, *charset;
	} known[] = {
		{ "\033$B", "ISO-2022-JP" },  { "\033$@", "ISO-2022-JP" },
		{ "\033(J", "ISO-2022-JP" },  { "\033$)C", "ISO-2022-KR" },
		{ "\033$)A", "ISO-2022-CN" }, { "\033$)G", "ISO-2022-CN" },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		const size_t size = strlen(known[i].escape);

		if (len >= size && !memcmp(at, known[i].escape, size))
			return known[i].charset;
	}
	return NULL;
}

static bool is_seven_bit(const char *bytes, size_t len)
{
	unsigned char all = 0;

	for (size_t i = 0; i < len; i++)
		all |= (unsigned char)bytes[i];
	return all < 0x80;
}

static const char *guess_stateful(const char *bytes, size_t len)
{
	const char *at = bytes, *end = bytes + len;
	const char *charset = NULL;

	while (!charset && (at = memchr(at, ESCAPE, (size_t)(end - at)))) {
		charset = escaped_charset(at, (size_t)(end - at));
		at++;
	}
	return charset && is_seven_bit(bytes, len) ? charset : NULL;
}

const char *guess_charset(const char *bytes, size_t len)
{
	struct places places;

	if (!memchr(bytes, '\0', len))
		return guess_stateful(bytes, len);
	count_places(&places, bytes, len);
	if (is_wide(&places, 3, 2))
		return "UTF-32LE";
	if (is_wide(&places, 0, 1))
		return "UTF-32BE";
	if (is_double(&places, 1, 0))
		return "UTF-16LE";
	if (is_double(&places, 0, 1))
		return "UTF-16BE";
	return NULL;
}

bool guess_needs_more(const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const unsigned char c = (unsigned char)bytes[i];

		if (c < '\t' || (c > '\r' && c < ' '))
			return true;
	}
	return false;
}
