/*
 * Straight single marks that a tokeniser set apart: which of them open, which
 * close, and which are feet: "a ' joke ' on Monday", "6 ' 11".
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "unicode/props.h"

/* Bytes from a mark to its partner. */
#define PARTNER_MAX 200

#define QUOTED_MOST 240 /* bytes of a sentence in which marks are paired */

static bool is_lone(const struct scanner *scanner, size_t at)
{
	return byte_at(scanner, at) == '\'' &&
	       byte_before(scanner, at) == ' ' &&
	       (byte_at(scanner, at + 1) == ' ' ||
		byte_at(scanner, at + 1) == '\n' || at + 1 == scanner->len);
}

/* A double mark after a space: " or ''. */
static bool is_double(const struct scanner *scanner, size_t at)
{
	return byte_before(scanner, at) == ' ' &&
	       (byte_at(scanner, at) == '"' || stands_at(scanner, at, "''"));
}

/* "x 10" after the space at `at`, or one or two digits and a sign of inches. */
static bool is_measured(const struct scanner *scanner, size_t at)
{
	size_t end = at + 1;

	if (stands_at(scanner, at, " x "))
		return ascii_is_digit(byte_at(scanner, at + 3));
	end = skip_digits(scanner->text, scanner->len, end);
	if (end == at + 1 || end > at + 3)
		return false;
	return stands_at(scanner, end, " \"") || stands_at(scanner, end, " '");
}

/* Signs of feet or inches after the number and the space that end at `at`. */
static bool is_sign(const struct scanner *scanner, size_t at)
{
	const size_t number = digits_before(scanner, at - 1);
	const size_t start = at - 1 - number;

	if (!number || number > 3)
		return false;
	return stands_before(scanner, start, "' ") ||
	       stands_before(scanner, start, "\u00B0 ") ||
	       stands_before(scanner, start, " x ") ||
	       (byte_at(scanner, at) == '\'' && is_measured(scanner, at + 1));
}

/* "the workers ' pay", "the board ' s": an apostrophe. */
static bool is_owner(const struct scanner *scanner, size_t at)
{
	const unsigned char last = byte_before(scanner, at - 1);
	const uint32_t after = scanner_word_at(scanner, at + 2);

	return (last | 32) == 's' ||
	       (after & LIST_SUFFIX &&
		unicode_is_word(utf8_before(scanner->text, at - 1)));
}

static bool has_partner(const struct scanner *scanner, size_t at)
{
	for (size_t i = 1; i < PARTNER_MAX && at + i < scanner->len; i++) {
		if (scanner->text[at + i] == '\n')
			return false;
		if (is_lone(scanner, at + i) && !is_sign(scanner, at + i))
			return true;
	}
	return false;
}

/* "the ' 90s": the mark belongs to the year. */
static bool is_decade(const struct scanner *scanner, size_t at)
{
	return byte_at(scanner, at + 1) == ' ' &&
	       ascii_is_digit(byte_at(scanner, at + 2)) &&
	       ascii_is_digit(byte_at(scanner, at + 3)) &&
	       byte_at(scanner, at + 4) == 's' &&
	       scanner_word_ends(scanner, at + 5);
}

/* Whether a quotation is open after the byte at `at`; before it, `open`. */
static bool is_open_after(const struct scanner *scanner, size_t at, bool open)
{
	const bool start = byte_before(scanner, at) == ' ';
	const bool letter = ascii_is_letter(byte_at(scanner, at + 1));

	/* "` joke '": one tick that is no part of two */
	if (byte_at(scanner, at) == '`' && byte_at(scanner, at + 1) != '`' &&
	    byte_before(scanner, at) != '`')
		return true;
	if (byte_at(scanner, at) != '\'' || is_sign(scanner, at))
		return open;
	if (is_lone(scanner, at))
		return is_decade(scanner, at) ? open
					      : !open && !is_owner(scanner, at);
	if (start && letter)
		return open ||
		       !(scanner_word_at(scanner, at + 1) & LIST_SUFFIX);
	return open && (start || letter);
}

/* Whether a mark before `at` is open; asked in ascending order. */
static bool is_open_before(struct scanner *scanner, size_t at)
{
	for (; scanner->single_seen < at; scanner->single_seen++) {
		const size_t place = scanner->single_seen;
		const bool open = scanner->single_open;

		if (scanner->text[place] == '\n' ||
		    place - scanner->single_at > PARTNER_MAX)
			scanner->single_open = false;
		scanner->single_open =
			is_open_after(scanner, place, scanner->single_open);
		if (scanner->single_open && !open)
			scanner->single_at = place;
	}
	return scanner->single_open;
}

enum lone { NEITHER, OPENS, CLOSES };

static enum lone lone_read(struct scanner *scanner, size_t at)
{
	if (is_sign(scanner, at))
		return CLOSES;
	if (is_decade(scanner, at))
		return OPENS;
	if (is_open_before(scanner, at))
		return CLOSES;
	return !scanner->ticks && !is_owner(scanner, at) &&
			       has_partner(scanner, at)
		       ? OPENS
		       : NEITHER;
}

enum lone_gap lone_mark_decide(struct scanner *scanner, const struct gap *gap)
{
	const bool after = gap->at && is_lone(scanner, gap->at - 1);
	enum lone lone = NEITHER;

	if (is_double(scanner, gap->end))
		return is_sign(scanner, gap->end) ? LONE_CLOSES : LONE_NONE;
	if (after)
		lone = lone_read(scanner, gap->at - 1);
	else if (is_lone(scanner, gap->end))
		lone = lone_read(scanner, gap->end);
	if (lone == NEITHER)
		return LONE_NONE;
	return (lone == OPENS) == after ? LONE_CLOSES : LONE_STAYS;
}

/* The next mark between spaces in the sentence, from `at` on; 0: none. */
static size_t next_lone_mark(const struct scanner *scanner, size_t at,
			     size_t limit)
{
	for (; at < limit; at++) {
		const unsigned char c = byte_at(scanner, at);

		if (!c || strchr("\n.?!", c))
			return 0;
		if (c == '\'' && byte_before(scanner, at) == ' ' &&
		    !ascii_is_alnum(byte_at(scanner, at + 1)))
			return at;
	}
	return 0;
}

bool lone_mark_opens(const struct scanner *scanner, size_t after)
{
	const size_t limit = after + QUOTED_MOST;
	const size_t next = next_lone_mark(scanner, after, limit);
	size_t count = 0;

	if (!next || byte_before(scanner, next - 1) == 's')
		return false;
	for (size_t at = next; at; at = next_lone_mark(scanner, at + 1, limit))
		count++;
	return count % 2;
}
