/*
 * Lines that begin with a label, as an entry of a list or with a dateline, or
 * that are a heading.
 */
#include "stages/whitespace/wrap.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/fence.h"
#include "text/marks.h"
#include "unicode/props.h"

/* A letter alone on its line, as over a part of a list of names. */
static bool is_letter_alone(const struct scanner *scanner, size_t at)
{
	at = skip_blanks(scanner->text, scanner->len, at + 1);
	return byte_at(scanner, at) == '\n';
}

/* "Answer: Yes.", "REED: No.": a word and a colon. */
bool wrap_begins_label(const struct scanner *scanner, size_t at)
{
	if (!ascii_is_upper(byte_at(scanner, at)))
		return false;
	if (is_letter_alone(scanner, at))
		return true;
	while (ascii_is_letter(byte_at(scanner, at)))
		at++;
	return stands_at(scanner, at, ": ");
}

/*
 * "Reply-To: ida@lowell.example": a field of a header; "SHA256: 9f0c"; in a
 * chat "ida: see you".
 */
static bool is_field(const struct scanner *scanner, size_t at)
{
	if (!ascii_is_letter(byte_at(scanner, at)))
		return false;
	while (ascii_is_alnum(byte_at(scanner, at)) ||
	       byte_at(scanner, at) == '-' || byte_at(scanner, at) == '.')
		at++;
	return stands_at(scanner, at, ": ");
}

/* "Holt, A. & Reed, T. (2004)": who wrote what a list of references names. */
static bool is_author(const struct scanner *scanner, size_t at)
{
	if (!ascii_is_upper(byte_at(scanner, at)))
		return false;
	while (unicode_is_letter(utf8_at(scanner->text, scanner->len, at)) ||
	       byte_at(scanner, at) == '-')
		utf8_next(scanner->text, &at);
	return stands_at(scanner, at, ", ") &&
	       ascii_is_upper(byte_at(scanner, at + 2)) &&
	       byte_at(scanner, at + 3) == '.';
}

/* "- boats": one of a list, if the next line begins so, too. */
static bool is_dashed(const struct scanner *scanner, size_t at)
{
	return stands_at(scanner, at, "- ") || stands_at(scanner, at, "* ");
}

/* The number that a label is, "14/24" or "4.1", and a space; else 0. */
static size_t label_length(const struct scanner *scanner, size_t at)
{
	size_t end = at, signs = 0;

	for (; ascii_is_digit(byte_at(scanner, end)) ||
	       byte_at(scanner, end) == '/' || byte_at(scanner, end) == '.';
	     end++)
		signs += !ascii_is_digit(byte_at(scanner, end));
	return signs && ascii_is_digit(byte_at(scanner, at)) &&
			       byte_at(scanner, end) == ' '
		       ? end - at
		       : 0;
}

/* "17/24 Roads.", "18/24 Dogs.": the same form, digit for digit. */
static bool are_numbered(const struct scanner *scanner, size_t line, size_t at)
{
	const size_t len = label_length(scanner, line);

	if (!len || label_length(scanner, at) != len)
		return false;
	for (size_t i = 0; i < len; i++)
		if (ascii_is_digit(byte_at(scanner, line + i)) !=
		    ascii_is_digit(byte_at(scanner, at + i)))
			return false;
	return true;
}

/* "ida@lowell.example": a line that is an address, and nothing else. */
static bool is_address(const struct scanner *scanner, size_t at)
{
	bool sign = false;

	for (; byte_at(scanner, at) > ' '; at++)
		sign |= byte_at(scanner, at) == '@';
	return sign && (at == scanner->len || scanner->text[at] == '\n') &&
	       ascii_is_alnum(byte_before(scanner, at));
}

/* A title that stands twice, as a page's and as the article's. */
static bool are_alike(const struct scanner *scanner, const struct gap *gap,
		      size_t line)
{
	const size_t len = gap->at - line;
	const size_t end = gap->end + len;

	return len && end <= scanner->len &&
	       !memcmp(scanner->text + line, scanner->text + gap->end, len) &&
	       (end == scanner->len || ascii_is_space(byte_at(scanner, end)));
}

/* The row of backticks that a block begins or ends with. */
static bool begins_fence(const struct scanner *scanner, size_t at)
{
	return byte_at(scanner, at) == '`' &&
	       fence_row(scanner->text, scanner->len, at);
}

bool wrap_are_entries(const struct scanner *scanner, const struct gap *gap)
{
	size_t line = scanner->line;

	if (gap->lines != 1)
		return false;
	line = skip_blanks(scanner->text, scanner->len, line);
	return are_alike(scanner, gap, line) ||
	       begins_fence(scanner, gap->end) ||
	       (is_field(scanner, line) && (is_field(scanner, gap->end) ||
					    is_address(scanner, gap->end))) ||
	       (is_author(scanner, line) && is_author(scanner, gap->end)) ||
	       (shape_end(scanner->text, gap->at) == SHAPE_END_SENTENCE &&
		are_numbered(scanner, line, gap->end)) ||
	       (is_dashed(scanner, line) && is_dashed(scanner, gap->end)) ||
	       (stands_at(scanner, line, ": ") &&
		stands_at(scanner, gap->end, ": "));
}

static bool is_small(uint32_t point)
{
	return point < 0x80 ? ascii_is_lower((unsigned char)point)
			    : unicode_is_lower(point);
}

/* Whether a letter of the line at `at` is small. */
static bool has_small(const struct scanner *scanner, size_t at)
{
	while (at < scanner->len && scanner->text[at] != '\n')
		if (is_small(utf8_next(scanner->text, &at)))
			return true;
	return false;
}

#define HEADING_LEAST 2 /* words of capitals */
#define HEADING_SURE 4	/* of a line that may go on with the one before it */

/* "FERRY TO STOP IN MAY": the words, if there is no small letter; else 0. */
static unsigned count_capitals(const struct scanner *scanner, size_t at,
			       size_t end)
{
	unsigned words = 0, letters = 0;

	for (; at < end; letters++) {
		const uint32_t point = utf8_next(scanner->text, &at);

		if (is_small(point))
			return 0;
		if (!unicode_is_upper(point)) {
			words += letters > 1;
			letters = (unsigned)-1;
		}
	}
	return words + (letters > 1);
}

/* "Project": a word with a small letter. */
static bool has_small_in_word(const struct scanner *scanner, size_t at)
{
	while (at < scanner->len && !ascii_is_space(byte_at(scanner, at)))
		if (is_small(utf8_next(scanner->text, &at)))
			return true;
	return false;
}

#define HEADING_PERCENT 85 /* of the width: a wider line was broken */

bool wrap_begins_heading(const struct scanner *scanner, size_t at)
{
	const char *text = scanner->text;
	const char *end = memchr(text + at, '\n', scanner->len - at);

	return end &&
	       (size_t)(end - text - at) * 100 <
		       scanner->shape.width * HEADING_PERCENT &&
	       count_capitals(scanner, at, (size_t)(end - text)) >=
		       HEADING_SURE &&
	       has_small(scanner, scanner->line);
}

/* "(adds what the mayor said)": a line in brackets, not a sentence. */
static bool is_bracketed(const struct scanner *scanner, size_t line,
			 const struct gap *gap)
{
	return byte_at(scanner, line) == '(' &&
	       byte_before(scanner, gap->at) == ')' &&
	       shape_end(scanner->text, gap->at) != SHAPE_END_SENTENCE;
}

/* The line is a block's first, or follows one that ends a sentence. */
static bool begins_block(const struct scanner *scanner)
{
	const size_t at = scanner->line;

	return at < 2 || scanner->text[at - 2] == '\n' ||
	       shape_end(scanner->text, at - 1) == SHAPE_END_SENTENCE;
}

bool wrap_is_heading(const struct scanner *scanner, const struct gap *gap,
		     bool full)
{
	const bool upper = shape_start(scanner->text, scanner->len, gap->end) ==
			   SHAPE_START_UPPER;
	size_t line = scanner->line;

	if (gap->lines != 1)
		return false;
	if (!full && is_address(scanner, gap->end))
		return true;
	line = skip_blanks(scanner->text, scanner->len, line);
	if (upper && is_bracketed(scanner, line, gap))
		return true;
	return (!full || (upper && has_small_in_word(scanner, gap->end))) &&
	       begins_block(scanner) &&
	       count_capitals(scanner, line, gap->at) >= HEADING_LEAST &&
	       has_small(scanner, gap->end);
}

#define SIGNED_LINES 2 /* of who said what is above */

/* Whether the block ends with the line at `at`, or the one after it. */
static bool ends_block(const struct scanner *scanner, size_t at)
{
	const char *text = scanner->text, *end = text + scanner->len;
	const char *line = text + at;

	for (unsigned lines = 0; lines < SIGNED_LINES; lines++) {
		line = memchr(line, '\n', (size_t)(end - line));
		if (!line)
			return true;
		do
			line++;
		while (line < end && ascii_is_blank((unsigned char)*line));
		if (line == end || *line == '\n')
			return true;
	}
	return false;
}

/* "-- Ida Lowell, in a letter": the last line, after what she said. */
static bool is_signed(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = gap->end;

	if (stands_at(scanner, at, "--"))
		at += 2;
	else if (stands_at(scanner, at, "\u2014") ||
		 stands_at(scanner, at, "\u2013") ||
		 stands_at(scanner, at, "\u2015"))
		at += 3;
	else
		return false;
	at += byte_at(scanner, at) == ' ';
	return shape_start(scanner->text, scanner->len, at) ==
		       SHAPE_START_UPPER &&
	       shape_end(scanner->text, gap->at) == SHAPE_END_SENTENCE &&
	       ends_block(scanner, gap->end);
}

#define NICK_MAX 32 /* bytes */

/* "<ida> Morning!": what the next one says in a chat. */
static bool is_turn(const struct scanner *scanner, size_t at)
{
	const size_t from = at + 1;

	if (byte_at(scanner, at) != '<')
		return false;
	for (at = from; at - from < NICK_MAX; at++) {
		const unsigned char c = byte_at(scanner, at);

		/* an address: "<ida@lowell.example>" */
		if (c <= ' ' || c == '.' || (c == '@' && at > from))
			return false;
		if (c == '>')
			return at > from && byte_at(scanner, at + 1) == ' ';
	}
	return false;
}

bool wrap_begins_voice(const struct scanner *scanner, const struct gap *gap)
{
	return gap->lines == 1 &&
	       (is_signed(scanner, gap) || is_turn(scanner, gap->end));
}

#define DATELINE_MAX 60 /* bytes */

/* "PORT ELLIS, May 5 (Wire) -- ": a word in capitals, and soon a dash. */
bool wrap_begins_dateline(const struct scanner *scanner, size_t at)
{
	const size_t from = at;

	while (ascii_is_upper(byte_at(scanner, at)))
		at++;
	if (at - from < 2 || ascii_is_letter(byte_at(scanner, at)))
		return false;
	for (; at < scanner->len && at - from < DATELINE_MAX &&
	       scanner->text[at] != '\n';
	     at++)
		if (scanner->text[at] == ' ' &&
		    mark_is(utf8_at(scanner->text, scanner->len, at + 1),
			    MARK_DASH | MARK_HYPHEN))
			return true;
	return false;
}
