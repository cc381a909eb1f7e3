/*
 * A text of which each space was written as an address writes it: "The%20ferry"
 * or "The+ferry", and then all that has a percent sign. In a text with spaces
 * only marks are, and notation_step.c and escape_step.c read them. An address
 * is no text: it has a sign of one before its first space, and no sentence.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "text/lines.h"

#define LEAST_SPACES 8
#define LEAST_PARTS 2  /* ends of sentences, or of parts of them */
#define REAL_SPACES 20 /* of so many spaces one may be left */

/* The byte that "%2C" at text[at] stands for; -1: there is none. */
static int read_byte(const struct pass *pass, size_t at)
{
	const int high = ascii_hex(pass_byte(pass, at + 1));
	const int low = ascii_hex(pass_byte(pass, at + 2));

	return pass_byte(pass, at) == '%' && high >= 0 && low >= 0
		       ? high * 16 + low
		       : -1;
}

/* The mark that ends at text[at], as it is or as an escape. */
static int mark_before(const struct pass *pass, size_t at)
{
	const int escaped = at >= 3 ? read_byte(pass, at - 3) : -1;

	return escaped >= 0 ? escaped : (int)pass_byte_before(pass, at);
}

struct counts {
	size_t spaces, pluses, parts;
};

static void count(const struct pass *pass, size_t at, struct counts *counts)
{
	const unsigned char c = (unsigned char)pass->text[at];
	const bool space = c == '%' && read_byte(pass, at) == ' ';
	const int before = mark_before(pass, at);

	counts->spaces += space;
	counts->pluses += c == '+';
	if ((space || c == '+') && (before == ',' || before == '.'))
		counts->parts++;
}

/* "https://", "q=": what comes before the first space of an address. */
static bool begins_address(const struct pass *pass)
{
	size_t at = 0;

	while (at < pass->len && !strchr("%+ \n", pass->text[at]))
		if (strchr("/=?&@", pass->text[at++]))
			return true;
	return false;
}

static size_t count_spaces(const char *text, size_t at, size_t end)
{
	size_t count = 0;

	for (; at < end; at++)
		count += text[at] == ' ';
	return count;
}

/* The byte that stands for a space: '%', '+', or 0 where a space does. */
static char find_space(const struct pass *pass)
{
	const struct byte_set signs = byte_set_of("%+");
	struct counts counts = { 0 };
	size_t from = 0, end = pass->len, real;

	/* White space around the text parts no words, and may go. */
	text_trim(pass->text, &from, &end);
	for (size_t at = byte_set_find(&signs, pass->text, from, end); at < end;
	     at = byte_set_find(&signs, pass->text, at + 1, end))
		count(pass, at, &counts);
	if (counts.spaces + counts.pluses < LEAST_SPACES ||
	    counts.parts < LEAST_PARTS || begins_address(pass))
		return 0;
	real = count_spaces(pass->text, from, end);
	if (counts.spaces)
		return real * REAL_SPACES <= counts.spaces ? '%' : 0;
	return real ? 0 : '+';
}

/* The code point written at text[at]. Returns its length; 0: there is none. */
static size_t read_point(const struct pass *pass, size_t at, uint32_t *point)
{
	char bytes[UTF8_MAX];
	size_t n = 0, bad, zero = 0, len;
	int byte;

	while (n < UTF8_MAX && (byte = read_byte(pass, at + 3 * n)) >= 0)
		bytes[n++] = (char)byte;
	len = n ? utf8_length(bytes, n, &bad) : 0;
	if (!len)
		return 0;
	*point = utf8_next(bytes, &zero);
	if (*point == '\r') {
		*point = '\n';
		len += read_byte(pass, at + 3) == '\n';
	}
	return *point >= ' ' || *point == '\n' || *point == '\t' ? 3 * len : 0;
}

static void run(struct pass *pass)
{
	const struct byte_set signs = byte_set_of("%+");
	const char space = find_space(pass);
	size_t at = byte_set_find(&signs, pass->text, 0, pass->len);

	while (space && at < pass->len && !pass->failed) {
		uint32_t point = ' ';
		size_t len = pass->text[at] == '+'
				     ? space == '+'
				     : read_point(pass, at, &point);

		if (len)
			pass_put_point(pass, RULE_ENCODING_ESCAPE, at, at + len,
				       point);
		at += len ? len : 1;
		at = byte_set_find(&signs, pass->text, at, pass->len);
	}
}

const struct stage percent_stage = {
	.name = "encoding",
	.decodes = true,
	.sees = SEEN_ESCAPE,
	.rule = RULE_ENCODING_ESCAPE,
	.run = run,
};
