/* UTF-8: validation, decoding and encoding. */
#include "base/utf8.h"

#include <string.h>

/* What may follow a lead byte: length, and the range of the second byte. */
static size_t lead_length(unsigned char lead, unsigned char *low,
			  unsigned char *high)
{
	*low = 0x80;
	*high = 0xBF;
	if (lead < 0x80)
		return 1;
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	if (lead < 0xE0)
		return 2;
	if (lead < 0xF0) {
		if (lead == 0xE0)
			*low = 0xA0;
		else if (lead == 0xED)
			*high = 0x9F;
		return 3;
	}
	if (lead == 0xF0)
		*low = 0x90;
	else if (lead == 0xF4)
		*high = 0x8F;
	return 4;
}

size_t utf8_length(const char *bytes, size_t len, size_t *bad)
{
	unsigned char low, high;
	size_t need, i;

	*bad = 0;
	if (!len)
		return 0;
	need = lead_length((unsigned char)bytes[0], &low, &high);
	if (!need) {
		*bad = 1;
		return 0;
	}
	for (i = 1; i < need; i++) {
		const unsigned char c = i < len ? (unsigned char)bytes[i] : 0;

		if (c < low || c > high) {
			*bad = i;
			return 0;
		}
		low = 0x80;
		high = 0xBF;
	}
	return need;
}

size_t utf8_step(const char *bytes, size_t len, bool *valid)
{
	size_t bad;
	const size_t size = utf8_length(bytes, len, &bad);

	*valid = size > 0;
	return size ? size : bad;
}

uint32_t utf8_next_high(const char *text, size_t *at)
{
	const unsigned char *s = (const unsigned char *)text + *at;

	if (s[0] < 0xE0) {
		*at += 2;
		return (s[0] & 0x1Fu) << 6 | (s[1] & 0x3Fu);
	}
	if (s[0] < 0xF0) {
		*at += 3;
		return (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 |
		       (s[2] & 0x3Fu);
	}
	*at += 4;
	return (s[0] & 0x07u) << 18 | (s[1] & 0x3Fu) << 12 |
	       (s[2] & 0x3Fu) << 6 | (s[3] & 0x3Fu);
}

uint32_t utf8_previous_high(const char *text, size_t *at)
{
	size_t from;

	do {
		--*at;
	} while (*at && ((unsigned char)text[*at] & 0xC0) == 0x80);
	from = *at;
	return utf8_next(text, &from);
}

size_t utf8_encode(uint32_t point, char *bytes)
{
	if (point < 0x80) {
		bytes[0] = (char)point;
		return 1;
	}
	if (point < 0x800) {
		bytes[0] = (char)(0xC0 | point >> 6);
		bytes[1] = (char)(0x80 | (point & 0x3F));
		return 2;
	}
	if ((point >= 0xD800 && point < 0xE000) || point > 0x10FFFF)
		point = UTF8_REPLACEMENT;
	if (point < 0x10000) {
		bytes[0] = (char)(0xE0 | point >> 12);
		bytes[1] = (char)(0x80 | (point >> 6 & 0x3F));
		bytes[2] = (char)(0x80 | (point & 0x3F));
		return 3;
	}
	bytes[0] = (char)(0xF0 | point >> 18);
	bytes[1] = (char)(0x80 | (point >> 12 & 0x3F));
	bytes[2] = (char)(0x80 | (point >> 6 & 0x3F));
	bytes[3] = (char)(0x80 | (point & 0x3F));
	return 4;
}

/* Blocks of this size are counted in one byte: compilers make vectors of it. */
#define BLOCK 128

size_t utf8_count(const char *text, size_t len)
{
	size_t count = 0, at = 0;

	for (; len - at >= BLOCK; at += BLOCK) {
		unsigned char points = 0;

		for (size_t i = 0; i < BLOCK; i++)
			points += (signed char)text[at + i] >= -64;
		count += points;
	}
	for (; at < len; at++)
		count += (signed char)text[at] >= -64;
	return count;
}

size_t utf8_count_lines(const char *text, size_t len)
{
	size_t count = 0, at = 0;

	for (; len - at >= BLOCK; at += BLOCK) {
		unsigned char lines = 0;

		for (size_t i = 0; i < BLOCK; i++)
			lines += text[at + i] == '\n';
		count += lines;
	}
	for (; at < len; at++)
		count += text[at] == '\n';
	return count;
}
