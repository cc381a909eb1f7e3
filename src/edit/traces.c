/* Traces of formats. */
#include "edit/traces.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

struct place {
	const char *text;
	size_t len, at;
};

static unsigned char byte_at(const struct place *place, size_t more)
{
	return bytes_at(place->text, place->len, place->at + more);
}

static bool is_hex(unsigned char c)
{
	return ascii_is_digit(c) || (c >= 'A' && c <= 'F');
}

#define KEY_MOST 64 /* bytes from a tag's bracket to the value of its key */

/* "[caption id=": a bracket, and words of letters up to the sign; the bytes of
   spaces of other kinds are above ASCII. */
static bool is_in_tag(const struct place *place)
{
	size_t at = place->at;

	while (at && place->at - at < KEY_MOST &&
	       (ascii_is_alnum((unsigned char)place->text[at - 1]) ||
		(unsigned char)place->text[at - 1] >= 0x80 ||
		strchr(" \t\n_-", place->text[at - 1])))
		at--;
	return at && at < place->at && place->text[at - 1] == '[';
}

/* "=E2", "=20" and "=" at a line's end: quoted-printable. */
static uint32_t trace_of_equals(const struct place *place)
{
	const unsigned char next = byte_at(place, 1);

	if (next == '\n' || next == '\r')
		return TRACE_PRINTABLE;
	return (is_hex(next) && is_hex(byte_at(place, 2)) ? TRACE_PRINTABLE
							  : 0) |
	       (is_in_tag(place) ? TRACE_SHORTCODE : 0);
}

/*
 * "%E2": the first byte of a code point above ASCII; "%u2019", "%27"; the space
 * and the comma of a text that is all so, "%20" and "%2C".
 */
static uint32_t trace_of_percent(const struct place *place)
{
	const unsigned char next = byte_at(place, 1);

	if (next == '2' && byte_at(place, 2) &&
	    strchr("70Cc", byte_at(place, 2)))
		return TRACE_ESCAPE;
	if (next == 'u' && is_hex(byte_at(place, 2)))
		return TRACE_ESCAPE;

	return next >= 'C' && next <= 'F' && is_hex(byte_at(place, 2))
		       ? TRACE_ESCAPE
		       : 0;
}

/* "+IBk-": UTF-7; "U+2019"; "[+4128 chars]". */
static uint32_t trace_of_plus(const struct place *place)
{
	if (place->at && place->text[place->at - 1] == '[' &&
	    ascii_is_digit(byte_at(place, 1)))
		return TRACE_CITATION;
	if (place->at && place->text[place->at - 1] == 'U' &&
	    byte_at(place, 1) == '2' && byte_at(place, 2) == '0')
		return TRACE_ESCAPE;
	return ascii_is_upper(byte_at(place, 1)) &&
			       ascii_is_alnum(byte_at(place, 2))
		       ? TRACE_ESCAPE
		       : 0;
}

/* "don_t", "we=ll": where an apostrophe would be. */
static uint32_t trace_of_apostrophe(const struct place *place)
{
	const unsigned char next = byte_at(place, 1);

	return place->at && next && strchr("dlmrstvDLMRSTV", next) &&
			       ascii_is_letter((unsigned char)place
						       ->text[place->at - 1])
		       ? TRACE_SIGN
		       : 0;
}

static uint32_t trace_of_format(const char *text, size_t len, size_t at)
{
	const struct place place = { text, len, at };

	switch (text[at]) {
	case '%':
		return trace_of_percent(&place);
	case '*':
		return byte_at(&place, 1) == '*' ? TRACE_MARKUP : 0;
	case '+':
		return trace_of_plus(&place);
	case '=':
		return trace_of_equals(&place);
	case '@':
		return byte_at(&place, 1) == '@' ? TRACE_SUBWORD : 0;
	case '^':
		return at && ascii_is_digit((unsigned char)text[at - 1])
			       ? TRACE_MARKUP
			       : 0;
	default:
		/* _x000D_ of spreadsheets, NEWLINE_CHAR of data sets */
		return byte_at(&place, 1) == 'x' || byte_at(&place, 1) == 'C'
			       ? TRACE_ESCAPE
			       : 0;
	}
}

uint32_t trace_of_sign(const char *text, size_t len, size_t at)
{
	const struct place place = { text, len, at };

	return trace_of_format(text, len, at) | trace_of_apostrophe(&place);
}

uint32_t trace_of_link(const char *text, size_t at)
{
	const char wanted = text[at] == '(' ? ']' : '[';

	if (text[at] == '/')
		return at && text[at - 1] == '[' ? TRACE_SHORTCODE : 0;

	return at && text[at - 1] == wanted ? TRACE_MARKUP : 0;
}

#define NAMED_MOST 12 /* bytes between a name and its address */

/* "[name]: https", to the colon at `at`: an address of Markdown. */
static bool is_named(const char *text, size_t at)
{
	const size_t scheme = bytes_end(text, at, "https") ? 5 : 4;
	size_t start = at;

	if (!bytes_end(text, at, scheme == 5 ? "https" : "http"))
		return false;
	for (start = at - scheme; start && at - start < NAMED_MOST; start--)
		if (!strchr(" <\t\n", text[start - 1]))
			break;
	return bytes_end(text, start, "]:");
}

#define MARK_BYTES 3 /* of a curly mark */

/* "HYPERLINK “https", to the colon at `at`: a field whose marks are curly. */
static bool is_of_field(const char *text, size_t at)
{
	const size_t scheme = bytes_end(text, at, "https") ? 5 : 4;

	return at > scheme + MARK_BYTES &&
	       text[at - scheme - MARK_BYTES] == '\xE2' &&
	       bytes_end(text, at - scheme - MARK_BYTES, "HYPERLINK ");
}

uint32_t trace_of_colon(const char *text, size_t len, size_t at)
{
	if (bytes_end(text, at, "(cid"))
		return TRACE_ESCAPE;
	if (bytes_begin(text, len, at, ":contentReference"))
		return TRACE_CITATION;
	if (!bytes_begin(text, len, at, "://"))
		return 0;
	return bytes_end(text, at, "[https") || bytes_end(text, at, "[http") ||
			       is_named(text, at) || is_of_field(text, at)
		       ? TRACE_MARKUP
		       : 0;
}

uint32_t trace_of_quote(const char *text, size_t at)
{
	return bytes_end(text, at, "HYPERLINK ") ? TRACE_MARKUP : 0;
}

/* "T", and a space or the line's end: a letter that its word was set apart
   from. */
static uint32_t trace_of_letter(const struct place *place, size_t more)
{
	const unsigned char next = byte_at(place, more + 1);

	return ascii_is_upper(byte_at(place, more)) &&
			       (next == ' ' || next == '\n')
		       ? TRACE_LETTER
		       : 0;
}

/* "0:00" or "00:00". */
static bool is_clock(const struct place *place, size_t more)
{
	const size_t colon =
		more + 1 + ascii_is_digit(byte_at(place, more + 1));

	return ascii_is_digit(byte_at(place, more)) &&
	       byte_at(place, colon) == ':' &&
	       ascii_is_digit(byte_at(place, colon + 1));
}

uint32_t trace_of_line(const char *text, size_t len, size_t at)
{
	struct place place = { text, len, at };

	while (ascii_is_blank(byte_at(&place, 0)))
		place.at++;
	switch (byte_at(&place, 0)) {
	case '"':
	case '\'':
		return byte_at(&place, 1) == byte_at(&place, 0) &&
				       byte_at(&place, 2) == byte_at(&place, 0)
			       ? TRACE_LITERAL
			       : trace_of_letter(&place, 1);
	case '>':
	case '|':
		return TRACE_FRAME;
	case '-':
	case '=':
		return byte_at(&place, 1) == byte_at(&place, 0) &&
				       byte_at(&place, 2) == byte_at(&place, 0)
			       ? TRACE_FRAME
			       : 0;
	case '+':
		return byte_at(&place, 1) == '-' ? TRACE_FRAME : 0;
	case 'b':
		return byte_at(&place, 1) == '\'' || byte_at(&place, 1) == '"'
			       ? TRACE_LITERAL
			       : 0;
	case 't':
		return byte_at(&place, 5) == '|' && byte_at(&place, 4) == 'b'
			       ? TRACE_MARKUP
			       : 0;
	case 0xE2: /* U+2500 to U+257F */
		return byte_at(&place, 1) == 0x94 || byte_at(&place, 1) == 0x95
			       ? TRACE_FRAME
			       : trace_of_letter(&place, 3);
	case '[':
		return is_clock(&place, 1) ? TRACE_FRAME
					   : trace_of_letter(&place, 1);
	default:
		return is_clock(&place, 0) ? TRACE_FRAME
					   : trace_of_letter(&place, 0);
	}
}
