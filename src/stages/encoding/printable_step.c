/*
 * Quoted-printable of mail (RFC 2045, 6.7) that nobody decoded: "=E2=80=99" is
 * a mark, "=20" a space, and "=" at a line's end joins two lines.
 *
 * An article is taken for it by two kinds of evidence, or by a mark of three
 * bytes; and only where hardly any "=" is something else.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "unicode/props.h"

/* Of so many signs, one may be text. */
#define SIGNS_PER_STRAY 8

#define ADDRESS_MAX 256
#define FIELD_MAX 32 /* bytes of a field's name in an address */

/* Mailers break lines at 76 bytes. */
#define FULL_LINE 60

/* Windows-1252 from 0x80 to 0x9F; 0: no character. */
static const uint16_t windows[32] = {
	0x20AC, 0,	0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,	0x017D, 0,
	0,	0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,	0x017E, 0x0178,
};

enum kind {
	KIND_STRAY, /* an equals sign */
	KIND_SOFT,  /* the end of a line that goes on */
	KIND_ASCII,
	KIND_UTF8,
	KIND_WINDOWS,
};

struct token {
	enum kind kind;
	size_t end;
	uint32_t point;
	size_t bytes; /* that the point was written with */
};

/* RFC 2045 wants capitals, and "=ab" may be of an address. */
static int hex_value(unsigned char c)
{
	return ascii_is_lower(c) ? -1 : ascii_hex(c);
}

/* The byte of "=E2" at text[at]; -1: there is none. */
static int read_byte(const struct pass *pass, size_t at)
{
	int high, low;

	if (pass->len - at < 3 || pass->text[at] != '=')
		return -1;
	high = hex_value((unsigned char)pass->text[at + 1]);
	low = hex_value((unsigned char)pass->text[at + 2]);
	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/* "Sh. 50,000/=": as East Africa writes an amount. */
static bool is_price(const struct pass *pass, size_t at)
{
	return pass_byte_before(pass, at) == '/' &&
	       ascii_is_digit(pass_byte_before(pass, at - 1));
}

/* The end of a soft line end at text[at], or of one that the text's end cut
 * off; `at` when there is none. */
static size_t end_of_soft(const struct pass *pass, size_t at)
{
	size_t end = at, next;

	if (end == pass->len || pass->text[end] != '=' || is_price(pass, at))
		return at;
	/* any space that the whitespace stage strips there */
	for (next = ++end; end < pass->len && pass->text[end] != '\n' &&
			   unicode_is_space(utf8_next(pass->text, &next));)
		end = next;
	if (end == pass->len)
		return end;
	return pass->text[end] == '\n' ? end + 1 : at;
}

/* A code point of several bytes, which a soft line end may divide. */
static bool read_utf8(const struct pass *pass, size_t at, struct token *token)
{
	char bytes[UTF8_MAX];
	size_t count = 0, bad, zero = 0, len;
	size_t ends[UTF8_MAX];

	while (count < UTF8_MAX) {
		const int byte = read_byte(pass, at);

		if (byte < 0x80)
			break;
		bytes[count] = (char)byte;
		ends[count++] = at + 3;
		at = end_of_soft(pass, at + 3);
	}
	len = count ? utf8_length(bytes, count, &bad) : 0;
	if (!len)
		return false;
	*token = (struct token){ KIND_UTF8, ends[len - 1],
				 utf8_next(bytes, &zero), len };
	return true;
}

/*
 * Nobody writes letters and digits so ("n=70" is a sample of seventy), but for
 * the F of a line that begins with "From".
 */
static bool is_needless(const struct pass *pass, size_t at, int byte)
{
	return ascii_is_alnum((unsigned)byte) &&
	       (byte != 'F' || !pass_begins_line(pass, at));
}

/* "=BEEP!=": a sign, no letter, is not right before a capital. */
static bool is_drawn(const struct pass *pass, size_t at, uint32_t point)
{
	return point >= 0xA0 && !unicode_is_letter(point) &&
	       pass->len - at > 3 &&
	       ascii_is_upper((unsigned char)pass->text[at + 3]);
}

static struct token read_token(const struct pass *pass, size_t at)
{
	struct token token = { KIND_STRAY, at + 1, 0, 1 };
	const size_t soft = end_of_soft(pass, at);
	const int byte = read_byte(pass, at);

	if (soft > at) {
		token.kind = KIND_SOFT;
		token.end = soft;
	} else if (byte >= 0x80 && !read_utf8(pass, at, &token) &&
		   !is_drawn(pass, at, (uint32_t)byte)) {
		token.kind = KIND_WINDOWS;
		token.end = at + 3;
		token.point =
			byte < 0xA0 ? windows[byte - 0x80] : (uint32_t)byte;
	} else if (byte >= 0 && byte < 0x80 && !is_needless(pass, at, byte)) {
		token.kind = KIND_ASCII;
		token.end = at + 3;
		token.point = (uint32_t)byte;
	}
	return token;
}

/* The next equals sign that is in no row of them, as quoted-printable's are. */
static size_t next_sign(const struct pass *pass, size_t at)
{
	while ((at = bytes_find(pass->text, pass->len, at, '=')) < pass->len) {
		size_t end = at;

		while (end < pass->len && pass->text[end] == '=')
			end++;
		if (end - at == 1)
			return at;
		at = end;
	}
	return pass->len;
}

/* Whether the sign is after ASCII without white space that holds "/" or "?". */
static bool is_in_address(const struct pass *pass, size_t at)
{
	for (size_t i = 0; i < ADDRESS_MAX && at > i; i++) {
		const unsigned char c = (unsigned char)pass->text[at - 1 - i];

		if (c <= ' ' || c >= 0x80)
			break;
		if (c == '/' || c == '?')
			return true;
	}
	return false;
}

/* "watch?v=96", "&id=E2": the name of a field is right before the sign. */
static bool is_field(const struct pass *pass, size_t at)
{
	size_t from = at;

	while (from && at - from < FIELD_MAX &&
	       (ascii_is_alnum((unsigned char)pass->text[from - 1]) ||
		pass->text[from - 1] == '_'))
		from--;
	return from < at && from &&
	       (pass->text[from - 1] == '?' || pass->text[from - 1] == '&') &&
	       is_in_address(pass, from);
}

/*
 * "?page=20" is a field of an address: written as quoted-printable the sign
 * would be =3D. A space may be written at a line's end only.
 */
static bool is_plain(const struct pass *pass, size_t at,
		     const struct token *token)
{
	if (token->kind == KIND_ASCII)
		return token->point != '=' &&
		       (token->end == pass->len ||
			!ascii_is_space(
				(unsigned char)pass->text[token->end])) &&
		       is_in_address(pass, at);
	return token->kind == KIND_STRAY
		       ? is_in_address(pass, at)
		       : token->kind != KIND_SOFT && is_field(pass, at);
}

/*
 * A line that goes on: a mailer's width was full, or a small letter follows.
 * Wires of the 1980s end a byline by "=", too: "By OLE DAHL=".
 */
static bool goes_on(const struct pass *pass, size_t at, size_t end)
{
	return ascii_is_lower(pass_byte(pass, end)) ||
	       (at >= FULL_LINE && pass_byte(pass, end) != '\n' &&
		!memchr(pass->text + at - FULL_LINE, '\n', FULL_LINE));
}

static bool is_quoted_printable(const struct pass *pass)
{
	size_t counts[KIND_WINDOWS + 1] = { 0 };
	size_t at = next_sign(pass, 0), long_points = 0, broken = 0, all = 0;
	unsigned kinds;

	while (at < pass->len) {
		const struct token token = read_token(pass, at);

		if (is_plain(pass, at, &token)) {
			at = next_sign(pass, token.end);
			continue;
		}
		counts[token.kind]++;
		broken += token.kind == KIND_SOFT &&
			  (token.end == pass->len ||
			   goes_on(pass, at, token.end));
		long_points += token.kind == KIND_UTF8 && token.bytes > 2;
		all++;
		at = next_sign(pass, token.end);
	}
	if (counts[KIND_STRAY] * SIGNS_PER_STRAY > all)
		return false;
	/* "4 + 5 =" ends a line, too */
	kinds = (broken || counts[KIND_SOFT] > 1) + (counts[KIND_ASCII] > 0) +
		(counts[KIND_UTF8] > 0) + (counts[KIND_WINDOWS] > 0);
	return kinds >= 2 || long_points || counts[KIND_UTF8] >= 2 ||
	       broken >= 3;
}

/* What the token stands for; its length. */
static size_t write_token(const struct token *token, char *out)
{
	const bool drop = token->kind == KIND_SOFT || !token->point ||
			  token->point == '\r' || token->point == 0x7F ||
			  (token->point < 0x20 && token->point != '\n' &&
			   token->point != '\t');

	return drop ? 0 : utf8_encode(token->point, out);
}

static void mend(struct pass *pass, size_t at, const struct token *token)
{
	char bytes[UTF8_MAX];
	const size_t len = write_token(token, bytes);
	const char *line =
		token->kind == KIND_UTF8
			? memchr(pass->text + at, '\n', token->end - at)
			: NULL;

	/* An edit of a decoding step takes one word at most. */
	if (line) {
		const size_t next = (size_t)(line - pass->text) + 1;

		pass_delete(pass, RULE_ENCODING_QUOTED_PRINTABLE, at, next);
		at = next;
	}
	pass_replace(pass, RULE_ENCODING_QUOTED_PRINTABLE, at, token->end,
		     pass_copy(pass, bytes, len), len);
}

static void run(struct pass *pass)
{
	size_t at = next_sign(pass, 0);

	if (!is_quoted_printable(pass))
		return;
	while (at < pass->len && !pass->failed) {
		const struct token token = read_token(pass, at);

		if (token.kind != KIND_STRAY && !is_plain(pass, at, &token))
			mend(pass, at, &token);
		at = next_sign(pass, token.end);
	}
}

const struct stage printable_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_PRINTABLE,
	.rule = RULE_ENCODING_QUOTED_PRINTABLE,
	.run = run,
	.unmarks = true,
};
