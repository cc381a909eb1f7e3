/* Lines that begin with the sign of an item, or may be items without one. */
#include "stages/whitespace/wrap.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/marks.h"

/* "12. ", "3) ": not a year that ends a sentence. */
static bool is_number(const struct scanner *scanner, size_t at)
{
	size_t digits = 0;

	while (ascii_is_digit(byte_at(scanner, at + digits)))
		digits++;
	return digits && digits < 3 &&
	       (byte_at(scanner, at + digits) == '.' ||
		byte_at(scanner, at + digits) == ')') &&
	       byte_at(scanner, at + digits + 1) == ' ';
}

/* The number of the item that begins at `at`; 0: none does. */
static unsigned item_number(const struct scanner *scanner, size_t at)
{
	unsigned number = 0;

	at = skip_blanks(scanner->text, scanner->len, at);
	if (!is_number(scanner, at))
		return 0;
	while (ascii_is_digit(byte_at(scanner, at)))
		number = 10 * number + byte_at(scanner, at++) - '0';
	return number;
}

/* "2. " after the line that "1. " begins. */
static bool is_next_number(const struct scanner *scanner, size_t at)
{
	const unsigned before = item_number(scanner, scanner->line);

	return before && item_number(scanner, at) == before + 1;
}

/* "(1) ", "(iii) ". */
static bool is_enumerated(const struct scanner *scanner, size_t at)
{
	size_t end = at + 1;

	while (ascii_is_alnum(byte_at(scanner, end)))
		end++;
	return byte_at(scanner, at) == '(' && end - at > 1 && end - at < 5 &&
	       stands_at(scanner, end, ") ");
}

/* "B) ": a part of a list, where a sentence ended. */
static bool is_lettered(const struct scanner *scanner, size_t at)
{
	return ascii_is_letter(byte_at(scanner, at)) &&
	       stands_at(scanner, at + 1, ") ");
}

bool wrap_begins_lettered(const struct scanner *scanner, const struct gap *gap)
{
	const unsigned char c = byte_at(scanner, gap->end);
	const size_t word = gap->end + (c == 'o' ? 2 : 3);

	if (!ascii_is_lower(c) || !ascii_is_upper(byte_at(scanner, word)) ||
	    !(stands_at(scanner, gap->end + 1, ". ") ||
	      stands_at(scanner, gap->end, "o ")))
		return false;
	return shape_end(scanner->text, gap->at) == SHAPE_END_SENTENCE &&
	       (gap->at < 3 || byte_before(scanner, gap->at) != '.' ||
		byte_before(scanner, gap->at - 2) != ' ');
}

/* A short line of a law: "(a) brings a dog,", and what is after the last. */
static bool is_clause(const struct scanner *scanner, size_t at)
{
	return is_enumerated(scanner, at) ||
	       is_enumerated(scanner, scanner->line);
}

/* "— No, sir.": the next who speaks, as most of Europe sets it; or a list. */
static bool is_turn(const struct scanner *scanner, size_t at)
{
	size_t word = at;

	if (!stands_at(scanner, at, "\u2013") &&
	    !stands_at(scanner, at, "\u2014"))
		return false;
	utf8_next(scanner->text, &word);
	if (word == scanner->len)
		return false;
	word += space_length(scanner->text, scanner->len, word);
	return shape_start(scanner->text, scanner->len, word) ==
	       SHAPE_START_UPPER;
}

bool wrap_may_be_item(const struct scanner *scanner, const struct gap *gap)
{
	return wrap_is_listed(scanner, gap) ||
	       wrap_begins_small(scanner, scanner->line, gap->at, gap->end);
}

/* "information that ...", "information about ...": items of one list. */
static bool is_parallel(const struct scanner *scanner, const struct gap *gap)
{
	size_t line = scanner->line, at = gap->end;

	line = skip_blanks(scanner->text, scanner->len, line);
	while (byte_at(scanner, at) > ' ' &&
	       byte_at(scanner, at) == byte_at(scanner, line)) {
		line++;
		at++;
	}
	return at > gap->end && byte_at(scanner, at) == ' ' &&
	       byte_at(scanner, line) == ' ' &&
	       !scanner_word_at(scanner, gap->end) &&
	       !wrap_holds_end(scanner, scanner->line, gap->at) &&
	       wrap_may_be_item(scanner, gap);
}

bool wrap_is_item(const struct scanner *scanner,
		  const struct wrapped_line *line, const struct gap *gap)
{
	const size_t at = gap->end;
	const unsigned char c = byte_at(scanner, at);

	if (is_parallel(scanner, gap))
		return true;
	/* A bullet, or a line of a letter that is quoted. */
	if (stands_at(scanner, at, "\u2022") || c == '>' || c == '|')
		return true;
	if (is_next_number(scanner, at))
		return true;
	if (line->full && !line->ended)
		return false;
	return is_number(scanner, at) || is_turn(scanner, at) ||
	       (line->ended && is_lettered(scanner, at)) ||
	       wrap_begins_lettered(scanner, gap) ||
	       (!line->full && is_clause(scanner, at)) ||
	       ((c == '-' || c == '*') && byte_at(scanner, at + 1) == ' ');
}

/* "- ", and "-- " where no sentence goes on after it. */
static bool is_dashed(const struct scanner *scanner, size_t at)
{
	if (stands_at(scanner, at, "-- "))
		return shape_start(scanner->text, scanner->len, at + 3) !=
		       SHAPE_START_LOWER;
	return stands_at(scanner, at, "- ") || stands_at(scanner, at, "* ") ||
	       stands_at(scanner, at, "\u2013 ");
}

bool wrap_begins_item(const struct scanner *scanner, size_t at)
{
	return mark_is(utf8_at(scanner->text, scanner->len, at), MARK_BULLET) ||
	       byte_at(scanner, at) == '>' || is_number(scanner, at) ||
	       is_enumerated(scanner, at) || is_lettered(scanner, at) ||
	       is_dashed(scanner, at);
}

/* "128. ": references have many numbers. */
static bool is_numbered(const struct scanner *scanner, size_t at)
{
	size_t end = skip_digits(scanner->text, scanner->len, at);

	return end > at && end - at <= 3 && byte_at(scanner, end) == '.' &&
	       (byte_at(scanner, end + 1) == ' ' ||
		stands_at(scanner, end + 1, "\u00A0"));
}

/* "a. ", "b) ": items of a list within one. */
static bool is_inner_letter(const struct scanner *scanner, size_t at)
{
	return ascii_is_lower(byte_at(scanner, at)) &&
	       (byte_at(scanner, at + 1) == '.' ||
		byte_at(scanner, at + 1) == ')') &&
	       byte_at(scanner, at + 2) == ' ';
}

/* "[12] ": notes and references. */
static bool is_bracketed(const struct scanner *scanner, size_t at)
{
	size_t end = skip_digits(scanner->text, scanner->len, at + 1);

	return byte_at(scanner, at) == '[' && end - at > 1 && end - at < 5 &&
	       stands_at(scanner, end, "] ");
}

bool wrap_begins_inner(const struct scanner *scanner, size_t at)
{
	return wrap_begins_item(scanner, at) || is_numbered(scanner, at) ||
	       is_inner_letter(scanner, at) || is_bracketed(scanner, at) ||
	       stands_at(scanner, at, "+ ") || stands_at(scanner, at, "o ");
}
