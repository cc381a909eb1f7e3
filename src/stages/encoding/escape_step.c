/*
 * Characters written as escapes of a format: "_x000D_" of spreadsheets (ISO/IEC
 * 29500, ST_Xstring), "isn%E2%80%99t" of addresses, "isn+IBk-t" of UTF-7 (RFC
 * 2152), and the NEWLINE_CHAR of data sets. Each is proof of itself: bytes that
 * are valid UTF-8, a mark or letter that news holds. Addresses stay.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "stages/encoding/digits.h"
#include "stages/encoding/escape_point.h"

struct escape {
	size_t len;	/* 0: there is none */
	uint32_t point; /* 0: nothing is left in its place */
};

/* "_x000D_", which goes with a line end after it. */
static struct escape read_sheet(const struct pass *pass, size_t at)
{
	const unsigned char after = pass_byte(pass, at + 7);
	uint32_t point;

	if (pass_byte(pass, at + 1) != 'x' || pass_byte(pass, at + 6) != '_' ||
	    digits_read_hex(pass, at + 2, 4, &point) < 4)
		return (struct escape){ 0, 0 };
	if (point == '\r')
		return (struct escape){ 7, after == '\n' || !after ? 0 : '\n' };
	return point && escape_is_text(point) ? (struct escape){ 7, point }
					      : (struct escape){ 0, 0 };
}

static struct escape read_newline(const struct pass *pass, size_t at)
{
	static const char word[] = "NEWLINE_CHAR";

	return pass_has(pass, at, word)
		       ? (struct escape){ sizeof(word) - 1, '\n' }
		       : (struct escape){ 0, 0 };
}

/* "%E2%80%99": several bytes that are one code point. */
static struct escape read_percent(const struct pass *pass, size_t at)
{
	char bytes[UTF8_MAX];
	size_t count = 0, bad, zero = 0, len;
	uint32_t point;

	while (count < UTF8_MAX && pass_byte(pass, at + 3 * count) == '%') {
		uint32_t byte;

		if (digits_read_hex(pass, at + 3 * count + 1, 2, &byte) < 2 ||
		    byte < 0x80)
			break;
		bytes[count++] = (char)byte;
	}
	len = count ? utf8_length(bytes, count, &bad) : 0;
	if (len < 2 || escape_is_in_address(pass, at))
		return (struct escape){ 0, 0 };
	point = utf8_next(bytes, &zero);
	return escape_is_text(point) ? (struct escape){ 3 * len, point }
				     : (struct escape){ 0, 0 };
}

static int base64_value(unsigned char c)
{
	if (ascii_is_upper(c))
		return c - 'A';
	if (ascii_is_lower(c))
		return c - 'a' + 26;
	if (ascii_is_digit(c))
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* Whether that is the end of "+IB0", a mark, or of "caf+AOk", a letter. */
static bool ends_utf7(const struct pass *pass, size_t at, uint32_t point)
{
	if (!at || base64_value(pass_byte(pass, at + 4)) >= 0)
		return false;
	return (point >= 0x2010 && point <= 0x2026) ||
	       (point >= 0xC0 && point < 0x180 &&
		ascii_is_lower(pass_byte(pass, at - 1)));
}

/*
 * "+IBk-": one code point of 16 bits in three digits of base 64. The "-" may be
 * left out before what is no such digit: "cost,+IB0 said".
 */
static struct escape read_utf7(const struct pass *pass, size_t at)
{
	uint32_t bits = 0;
	bool closed;

	for (size_t i = 1; i <= 3; i++) {
		const int value = base64_value(pass_byte(pass, at + i));

		if (value < 0)
			return (struct escape){ 0, 0 };
		bits = bits << 6 | (uint32_t)value;
	}
	closed = pass_byte(pass, at + 4) == '-';
	if (bits & 3 || (!closed && !ends_utf7(pass, at, bits >> 2)) ||
	    ((bits >> 2) & 0xFF80) == 0 || !escape_is_text(bits >> 2) ||
	    ascii_is_digit(pass_byte(pass, at ? at - 1 : pass->len)))
		return (struct escape){ 0, 0 };
	return (struct escape){ closed ? 5 : 4, bits >> 2 };
}

static struct escape read_escape(const struct pass *pass, size_t at)
{
	switch (pass->text[at]) {
	case '_':
		return read_sheet(pass, at);
	case 'N':
		return read_newline(pass, at);
	case '%':
		return read_percent(pass, at);
	default: /* '+' */
		return read_utf7(pass, at);
	}
}

/* The next byte from `at` on that read_escape() looks at. */
static size_t skip_plain(const struct pass *pass, size_t at)
{
	const struct byte_set begins = byte_set_of("_N%+");

	return byte_set_find(&begins, pass->text, at, pass->len);
}

static void mend(struct pass *pass, size_t at, const struct escape *escape)
{
	if (escape->point)
		pass_put_point(pass, RULE_ENCODING_ESCAPE, at, at + escape->len,
			       escape->point);
	else
		pass_delete(pass, RULE_ENCODING_ESCAPE, at, at + escape->len);
}

static void run(struct pass *pass)
{
	size_t at = skip_plain(pass, 0);

	while (at < pass->len && !pass->failed) {
		const struct escape escape = read_escape(pass, at);

		if (escape.len)
			mend(pass, at, &escape);
		at = skip_plain(pass, at + (escape.len ? escape.len : 1));
	}
}

const struct stage escape_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_ESCAPE,
	.rule = RULE_ENCODING_ESCAPE,
	.run = run,
	.unmarks = true,
};
