/*
 * Code points that a program wrote as escapes: "\u2019" of JSON and
 * JavaScript, "\U0001f600" and the "\xe2\x80\x99" of Python.
 */
#include "stages/encoding/escape_point.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf16.h"
#include "base/utf8.h"
#include "stages/encoding/backslash.h"
#include "unicode/props.h"

/* `count` hexadecimal digits. */
static bool read_hex(const struct pass *pass, size_t at, size_t count,
		     uint32_t *value)
{
	*value = 0;
	for (size_t i = 0; i < count; i++) {
		const int digit = ascii_hex(pass_byte(pass, at + i));

		if (digit < 0)
			return false;
		*value = *value * 16 + (uint32_t)digit;
	}
	return true;
}

/* "\u2019", or a pair of surrogates. Returns its length; 0: none. */
static size_t read_unicode(const struct pass *pass, size_t at, uint32_t *point)
{
	uint32_t low;

	if (pass_byte(pass, at + 1) == 'U' &&
	    read_hex(pass, at + 2, 8, point) && *point >= 0x10000 &&
	    *point <= 0x10FFFF)
		return 10;
	if (pass_byte(pass, at + 1) != 'u' || !read_hex(pass, at + 2, 4, point))
		return 0;
	if (*point < 0x20 || utf16_is_low(*point))
		return 0;
	if (!utf16_is_high(*point))
		return 6;
	if (pass_byte(pass, at + 6) != '\\' || pass_byte(pass, at + 7) != 'u' ||
	    !read_hex(pass, at + 8, 4, &low) || !utf16_is_low(low))
		return 0;
	*point = utf16_join(*point, low);
	return 12;
}

/* A digit or a mark before text[at], after which a space may be. */
static bool ends_part(const struct pass *pass, size_t at)
{
	const unsigned before = pass_byte_before(pass, at);

	return ascii_is_digit(before) ||
	       (before && strchr(".,;!?)\"'%", (int)before));
}

/* Marks of Windows-1252, which are controls in the charset that was read. */
static const struct {
	unsigned char byte;
	uint16_t point;
} windows_marks[] = {
	{ 0x85, 0x2026 }, { 0x91, 0x2018 }, { 0x92, 0x2019 }, { 0x93, 0x201C },
	{ 0x94, 0x201D }, { 0x95, 0x2022 }, { 0x96, 0x2013 }, { 0x97, 0x2014 },
};

/* A word, or the mark at its end, is beside the escape: nobody speaks of it. */
static bool is_beside_word(const struct pass *pass, size_t at, size_t end)
{
	const unsigned char before = pass_byte_before(pass, at);

	return unicode_is_letter(utf8_at(pass->text, pass->len, end)) ||
	       unicode_is_letter(utf8_before(pass->text, at)) ||
	       (before && strchr(".,?!", before));
}

/* "\x27", "\x93": a mark of one byte. Returns the length; 0: it is none. */
static size_t read_mark(const struct pass *pass, size_t at, unsigned char byte,
			uint32_t *point)
{
	if (!is_beside_word(pass, at, at + 4))
		return 0;
	if (byte > ' ' && byte < 0x7F && !ascii_is_alnum(byte)) {
		*point = byte;
		return 4;
	}
	for (size_t i = 0; i < sizeof(windows_marks) / sizeof(*windows_marks);
	     i++) {
		if (windows_marks[i].byte == byte) {
			*point = windows_marks[i].point;
			return 4;
		}
	}
	return 0;
}

/*
 * "\xe2\x80\x99": the bytes of one code point, as Python prints them; or its
 * number, where that is no byte of such a row ("caf\xe9"). Returns its length.
 */
static size_t read_bytes(const struct pass *pass, size_t at, uint32_t *point)
{
	char bytes[UTF8_MAX];
	size_t count = 0, bad, zero = 0, len;
	uint32_t byte;

	while (count < UTF8_MAX && pass_byte(pass, at + 4 * count) == '\\' &&
	       pass_byte(pass, at + 4 * count + 1) == 'x' &&
	       read_hex(pass, at + 4 * count + 2, 2, &byte))
		bytes[count++] = (char)byte;
	if (!count)
		return 0;
	if ((unsigned char)bytes[0] < 0xA0)
		return read_mark(pass, at, (unsigned char)bytes[0], point);
	len = utf8_length(bytes, count, &bad);
	if (len) {
		*point = utf8_next(bytes, &zero);
		return 4 * len;
	}
	*point = (unsigned char)bytes[0];
	return unicode_is_letter(pass_byte_before(pass, at)) ||
			       (*point == 0xA0 && ends_part(pass, at))
		       ? 4
		       : 0;
}

/* "\u2019", "\xa0": an escape in any style. Returns its length; 0: none. */
size_t escape_point_read(const struct pass *pass, size_t at, uint32_t *point)
{
	const size_t len = read_unicode(pass, at, point);

	return len ? len : read_bytes(pass, at, point);
}
