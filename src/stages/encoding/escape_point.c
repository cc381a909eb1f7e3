/*
 * Code points that a program wrote as escapes: "\u2019" of JSON and
 * JavaScript, its "\u{2019}", which Swift, PHP and Rust write, too,
 * "\U0001f600", "\N{EM DASH}" and the "\xe2\x80\x99" of Python, "\342\200\231"
 * of C; and the bytes of one as escapes of JSON.
 */
#include "stages/encoding/escape_point.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf16.h"
#include "base/utf8.h"
#include "stages/encoding/digits.h"
#include "stages/encoding/windows.h"
#include "text/marks.h"
#include "unicode/props.h"

#define BRACED_MOST 6 /* digits */

/* "\u{2019}": a mark, a letter or an emoji. Returns its length; 0: none. */
static size_t read_braced(const struct pass *pass, size_t at, uint32_t *point)
{
	size_t digits;

	if (pass_byte(pass, at + 1) != 'u' || pass_byte(pass, at + 2) != '{')
		return 0;
	digits = digits_read_hex(pass, at + 3, BRACED_MOST, point);
	if (digits < 2 || pass_byte(pass, at + 3 + digits) != '}' ||
	    !escape_is_text(*point))
		return 0;
	return digits + 4;
}

/* "\u2019", or a pair of surrogates. Returns its length; 0: none. */
static size_t read_unicode(const struct pass *pass, size_t at, uint32_t *point)
{
	uint32_t low;

	if (pass_byte(pass, at + 1) == 'U' &&
	    digits_read_hex(pass, at + 2, 8, point) == 8 && *point >= 0x10000 &&
	    *point <= 0x10FFFF)
		return 10;
	if (pass_byte(pass, at + 1) != 'u' ||
	    digits_read_hex(pass, at + 2, 4, point) < 4)
		return 0;
	if (*point < 0x20 || utf16_is_low(*point))
		return 0;
	if (!utf16_is_high(*point))
		return 6;
	if (pass_byte(pass, at + 6) != '\\' || pass_byte(pass, at + 7) != 'u' ||
	    digits_read_hex(pass, at + 8, 4, &low) < 4 || !utf16_is_low(low))
		return 0;
	*point = utf16_join(*point, low);
	return 12;
}

#define SPLIT 6	     /* bytes of "\u00e2" */
#define SPLIT_NEAR 8 /* of these, on either side */

/* "\u00e2" at text[at]: a byte above ASCII; 0: it is none. */
static unsigned char split_byte(const struct pass *pass, size_t at)
{
	uint32_t value;

	return pass_byte(pass, at) == '\\' && pass_byte(pass, at + 1) == 'u' &&
			       digits_read_hex(pass, at + 2, 4, &value) == 4 &&
			       value >= 0x80 && value < 0x100
		       ? (unsigned char)value
		       : 0;
}

/* Whether a control of Latin-1, or a soft hyphen, is in the row of such escapes
 * around text[at]. */
static bool has_split_control(const struct pass *pass, size_t at)
{
	size_t from = at;
	unsigned char byte;

	while (from >= SPLIT && at - from < SPLIT_NEAR * SPLIT &&
	       split_byte(pass, from - SPLIT))
		from -= SPLIT;
	for (; from < at + SPLIT_NEAR * SPLIT; from += SPLIT) {
		byte = split_byte(pass, from);
		if (byte < 0xA0 || byte == 0xAD)
			return byte > 0;
	}
	return false;
}

/*
 * "\u00e2\u0080\u0099": the bytes of one code point, each as if it were one, as
 * exports of social networks have them. Controls among them are no text; where
 * there is none, it may be text: "é »". Returns the length; 0: none.
 */
static size_t read_split(const struct pass *pass, size_t at, uint32_t *point)
{
	char bytes[UTF8_MAX];
	size_t count = 0, bad, zero = 0, len;
	unsigned char byte;

	while (count < UTF8_MAX &&
	       (byte = split_byte(pass, at + SPLIT * count)) != 0)
		bytes[count++] = (char)byte;
	len = count > 1 ? utf8_length(bytes, count, &bad) : 0;
	if (!len || !has_split_control(pass, at))
		return 0;
	*point = utf8_next(bytes, &zero);
	return SPLIT * len;
}

/*
 * A digit or a mark before text[at], after which a space may be. Of quotation
 * marks any may be straight, or not, later.
 */
static bool ends_part(const struct pass *pass, size_t at)
{
	const unsigned before = pass_byte_before(pass, at);

	return ascii_is_digit(before) ||
	       mark_is(utf8_before(pass->text, at),
		       MARK_QUOTE | MARK_APOSTROPHE) ||
	       (before && strchr(".,;!?)%", (int)before));
}

/*
 * "ended.\xa0 ", " \xa0With", " \xa0\u201cWith": a space that is no byte of
 * which a sentence speaks.
 */
static bool is_space_of_text(const struct pass *pass, size_t at)
{
	const unsigned marks = MARK_QUOTE | MARK_APOSTROPHE;
	const size_t end = at + 4;

	if (mark_is(utf8_before(pass->text, at), marks) &&
	    mark_is(pass_point(pass, end), marks))
		return false;
	return ends_part(pass, at) ||
	       unicode_is_letter(utf8_at(pass->text, pass->len, end)) ||
	       (pass_byte(pass, end) == '\\' &&
		(pass_byte(pass, end + 1) == 'u' ||
		 bytes_begin(pass->text, pass->len, end, "\\xa0")));
}

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
	if (byte != 0x85 && (byte < 0x91 || byte > 0x97))
		return 0;
	*point = windows_point(byte);
	return 4;
}

/* "about \xa34,000" */
static bool is_price(const struct pass *pass, size_t at, uint32_t point)
{
	return (point == 0xA3 || point == 0xA5) &&
	       ascii_is_space(pass_byte_before(pass, at)) &&
	       ascii_is_digit(pass_byte(pass, at + 4));
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
	       digits_read_hex(pass, at + 4 * count + 2, 2, &byte) == 2)
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
			       (*point == 0xA0 && is_space_of_text(pass, at)) ||
			       is_price(pass, at, *point)
		       ? 4
		       : 0;
}

#define NAME_MOST 64 /* bytes of a name in braces */

/* "\N{RIGHT SINGLE QUOTATION MARK}" of Python. Returns its length. */
static size_t read_name(const struct pass *pass, size_t at, uint32_t *point)
{
	size_t end = at + 3;

	if (pass_byte(pass, at + 1) != 'N' || pass_byte(pass, at + 2) != '{')
		return 0;
	while (pass_byte(pass, end) >= ' ' && pass_byte(pass, end) < 0x7F &&
	       pass_byte(pass, end) != '}' && end - at < NAME_MOST)
		end++;
	if (pass_byte(pass, end) != '}')
		return 0;
	*point = unicode_named(pass->text + at + 3, end - at - 3);
	return *point && escape_is_text(*point) ? end + 1 - at : 0;
}

/* "\342": a byte above ASCII in three octal digits; -1: none. */
static int read_octal(const struct pass *pass, size_t at)
{
	int value = 0;

	if (pass_byte(pass, at) != '\\')
		return -1;
	for (size_t i = 1; i <= 3; i++) {
		const unsigned char c = pass_byte(pass, at + i);

		if (c < '0' || c > '7')
			return -1;
		value = value * 8 + (c - '0');
	}
	return value >= 0x80 && value < 0x100 ? value : -1;
}

/* "\342\200\231": the bytes of one code point. Returns its length. */
static size_t read_octals(const struct pass *pass, size_t at, uint32_t *point)
{
	char bytes[UTF8_MAX];
	size_t count = 0, bad, zero = 0, len;
	int byte;

	while (count < UTF8_MAX &&
	       (byte = read_octal(pass, at + 4 * count)) >= 0)
		bytes[count++] = (char)byte;
	len = count ? utf8_length(bytes, count, &bad) : 0;
	if (!len)
		return 0;
	*point = utf8_next(bytes, &zero);
	return 4 * len;
}

/* "\u2019", "\xa0": an escape in any style. Returns its length; 0: none. */
size_t escape_point_read(const struct pass *pass, size_t at, uint32_t *point)
{
	static size_t (*const readers[])(const struct pass *, size_t,
					 uint32_t *) = {
		read_split, read_unicode, read_braced,
		read_name,  read_bytes,	  read_octals,
	};
	size_t len = 0;

	for (size_t i = 0; !len && i < sizeof(readers) / sizeof(*readers); i++)
		len = readers[i](pass, at, point);
	return len;
}

bool escape_is_text(uint32_t point)
{
	return (point >= 0xA0 && point < 0x2100 && point != 0xFFFD) ||
	       point == 0x2122 || point == '\n' || point == '\t' ||
	       (point >= 0x1F300 && point < 0x1FB00);
}

/* Of ASCII, but quotation marks, which are around addresses and may be set. */
static bool is_address_byte(const struct pass *pass, size_t at)
{
	const unsigned char c = pass_byte(pass, at);

	return c > ' ' && c < 0x7F && !strchr("\"'`<>", c);
}

/* A sign of addresses; a sentence may end in its mark: "caf%C3%A9?" */
static bool is_address_sign(const struct pass *pass, size_t at)
{
	const char c = pass->text[at];

	return strchr("/=&@", c) ||
	       (c == '?' && ascii_is_alnum(pass_byte(pass, at + 1)));
}

bool escape_is_in_address(const struct pass *pass, size_t at)
{
	size_t from = at, end = at;

	while (from && is_address_byte(pass, from - 1) && at - from < 256)
		from--;
	while (end < pass->len && is_address_byte(pass, end) && end - at < 256)
		end++;
	for (; from < end; from++)
		if (is_address_sign(pass, from))
			return true;
	return false;
}
