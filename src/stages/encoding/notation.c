/* How each notation is read. */
#include "stages/encoding/notation.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/encoding/digits.h"
#include "stages/encoding/escape_point.h"
#include "stages/encoding/windows.h"

static const struct notation_mark nothing = { 0, 0 };

/* Typographic marks; not what else is in their block. */
static bool is_mark(uint32_t point)
{
	return (point >= 0x2010 && point <= 0x2026) || point == 0x2122;
}

/* Marks, and letters and signs of Latin scripts. */
static bool is_western(uint32_t point)
{
	return is_mark(point) || (point >= 0xA0 && point < 0x180);
}

/* "\2019 ", whose space is its end. */
static struct notation_mark read_css(const struct pass *pass, size_t at)
{
	uint32_t point;
	size_t end = at + 5;

	if (pass_byte(pass, at) != '\\' ||
	    digits_read_hex(pass, at + 1, 4, &point) < 4 || !is_western(point))
		return nothing;
	end += pass_byte(pass, end) == ' ';
	return (struct notation_mark){ end - at, point };
}

/* "<U+2019>" */
static struct notation_mark read_bracketed(const struct pass *pass, size_t at)
{
	uint32_t point;
	size_t digits;

	if (!pass_has(pass, at, "<U+"))
		return nothing;
	digits = digits_read_hex(pass, at + 3, 8, &point);
	if (digits < 4 || pass_byte(pass, at + 3 + digits) != '>' ||
	    !(escape_is_text(point) || point == 0xFE0F))
		return nothing;
	return (struct notation_mark){ digits + 4, point };
}

/* "<e2>": one byte. */
static bool read_bracketed_byte(const struct pass *pass, size_t at, char *byte)
{
	uint32_t value;

	if (pass_byte(pass, at) != '<' ||
	    digits_read_hex(pass, at + 1, 2, &value) < 2 || value < 0x80 ||
	    pass_byte(pass, at + 3) != '>')
		return false;
	*byte = (char)value;
	return true;
}

/*
 * A byte alone, as R writes it: in small letters and with a digit, or within a
 * word: "f<fc>r". "<BA>" is a share's ticker, "<dd>" a tag.
 */
static bool is_lone_byte(const struct pass *pass, size_t at)
{
	const unsigned char high = pass_byte(pass, at + 1);
	const unsigned char low = pass_byte(pass, at + 2);

	if (ascii_is_upper(high) || ascii_is_upper(low))
		return false;
	return ascii_is_digit(high) || ascii_is_digit(low) ||
	       (ascii_is_letter(bytes_before(pass->text, at)) &&
		ascii_is_letter(pass_byte(pass, at + 4)) &&
		!(high == 'd' && low == 'd'));
}

#define ELEMENT_MOST 300 /* bytes up to an end tag */

/* "<e1>ferry</e1>": a part that somebody marked. */
static bool is_element(const struct pass *pass, size_t at)
{
	const char *name = pass->text + at + 1;
	const size_t len = bytes_ahead(pass->len, at, ELEMENT_MOST);

	for (at += 4; (at = bytes_find(pass->text, len, at, '<')) < len; at++)
		if (len - at > 4 && pass->text[at + 1] == '/' &&
		    !memcmp(pass->text + at + 2, name, 3))
			return true;
	return false;
}

/* "<e2><80><99>", and "<92>" of Windows-1252. */
static struct notation_mark read_bracketed_bytes(const struct pass *pass,
						 size_t at)
{
	char bytes[UTF8_MAX];
	size_t count = 0, bad, zero = 0, len;

	while (count < UTF8_MAX &&
	       read_bracketed_byte(pass, at + 4 * count, &bytes[count]))
		count++;
	if (!count)
		return nothing;
	len = utf8_length(bytes, count, &bad);
	if (len)
		return (struct notation_mark){ 4 * len,
					       utf8_next(bytes, &zero) };
	if (!is_lone_byte(pass, at) || is_element(pass, at))
		return nothing;
	return (struct notation_mark){ 4,
				       windows_point((unsigned char)bytes[0]) };
}

static struct notation_mark read_angle(const struct pass *pass, size_t at)
{
	const struct notation_mark written = read_bracketed(pass, at);

	return written.len ? written : read_bracketed_bytes(pass, at);
}

/* "U+2019" */
static struct notation_mark read_plain(const struct pass *pass, size_t at)
{
	uint32_t point;

	if (!pass_has(pass, at, "U+") ||
	    digits_read_hex(pass, at + 2, 4, &point) < 4 || !is_western(point))
		return nothing;
	return (struct notation_mark){ 6, point };
}

/* "%u2019" */
static struct notation_mark read_script(const struct pass *pass, size_t at)
{
	uint32_t point;

	if (!pass_has(pass, at, "%u") ||
	    digits_read_hex(pass, at + 2, 4, &point) < 4 ||
	    !escape_is_text(point))
		return nothing;
	return (struct notation_mark){ 6, point };
}

/* "&39;", "&8217;" */
static struct notation_mark read_entity(const struct pass *pass, size_t at)
{
	uint32_t point;
	const size_t digits = digits_read_decimal(pass, at + 1, 4, &point);

	if (digits < 2 || pass_byte(pass, at + 1 + digits) != ';' ||
	    !(is_mark(point) || point == '\'' || point == '"' || point == '&'))
		return nothing;
	return (struct notation_mark){ digits + 2, point };
}

/* "%27", "%2C": a mark of ASCII that an address would have so. */
static struct notation_mark read_percent(const struct pass *pass, size_t at)
{
	uint32_t point;

	if (digits_read_hex(pass, at + 1, 2, &point) < 2 || point <= ' ' ||
	    point >= 0x7F || ascii_is_alnum((unsigned char)point))
		return nothing;
	return (struct notation_mark){ 3, point };
}

/* What JSON for a page escapes of ASCII, and a line end: "u003cbr u002fu003e"
 */
static bool is_markup(uint32_t point)
{
	return point == '\n' ||
	       (point < 0x80 && point && strchr("\"&'/<=>", (int)point));
}

/* "u2019", "u00e9", "u003c" */
static struct notation_mark read_bare(const struct pass *pass, size_t at)
{
	uint32_t point;

	/* with its sign it is another notation */
	if (pass_byte_before(pass, at) == '\\' ||
	    pass_byte_before(pass, at) == '%' ||
	    (!pass_has(pass, at, "u20") && !pass_has(pass, at, "u0")) ||
	    digits_read_hex(pass, at + 1, 4, &point) < 4 ||
	    !(is_western(point) || is_markup(point)))
		return nothing;
	return (struct notation_mark){ 5, point };
}

/* clang-format off */
const struct notation notations[NOTATION_COUNT] = {
	[NOTATION_RTF] = { '\\', false, SEEN_BACKSLASH, notation_read_rtf },
	[NOTATION_CSS] = { '\\', false, SEEN_BACKSLASH, read_css },
	[NOTATION_R] = { '<', true, SEEN_LESS, read_angle },
	[NOTATION_PLAIN] = { 'U', false, SEEN_ESCAPE, read_plain },
	[NOTATION_SCRIPT] = { '%', true, SEEN_ESCAPE, read_script },
	[NOTATION_PERCENT] = { '%', false, SEEN_ESCAPE, read_percent },
	[NOTATION_ENTITY] = { '&', false, SEEN_AMPERSAND, read_entity },
	[NOTATION_BARE] = { 'u', false, 0, read_bare },
};
/* clang-format on */
