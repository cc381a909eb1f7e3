/* Sentences that stand glued: "said.But", "2017He", "law.”The". */
#include "stages/whitespace/scan.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/other_language.h"
#include "text/marks.h"
#include "unicode/props.h"

#define ITEM_MAX 200 /* bytes of a row of data that are looked at */

/* "(AAPL.O)", "<9926.HK>": what stands for a share; its last part is at `at`.
 */
static bool is_code(const struct scanner *scanner, size_t at, size_t end)
{
	const unsigned char close = byte_at(scanner, end);
	size_t front = at - 1;

	if (close != ')' && close != '>')
		return false;
	while (ascii_is_upper(byte_before(scanner, front)) ||
	       ascii_is_digit(byte_before(scanner, front)))
		front--;
	return front < at - 1 && byte_before(scanner, at) == '.' &&
	       byte_before(scanner, front) == (close == ')' ? '(' : '<');
}

/* A capital that begins a sentence: "But", "A ", "I’m". */
static bool begins_sentence(const struct scanner *scanner, size_t at)
{
	const size_t end = scanner_word_end(scanner, at);
	size_t second = at;

	if (!scanner_is_capital(scanner, at) || is_code(scanner, at, end))
		return false;
	utf8_next(scanner->text, &second);
	if (second == end && byte_at(scanner, end) == '.')
		return scanner->glued && byte_at(scanner, end + 2) == '.';
	if (second == end)
		return (scanner_word_at(scanner, at) & LIST_SINGLE) != 0;
	/* "Substack.com" */
	if (byte_at(scanner, end) == '.' &&
	    ascii_is_lower(byte_at(scanner, end + 1)))
		return false;
	if (host_is_name(scanner, at, end))
		return false;
	return scanner->glued ||
	       unicode_is_lower(utf8_at(scanner->text, scanner->len, second));
}

/* The second letter is a capital, too: "NASA", "DE". */
static bool is_capitals(const struct scanner *scanner, size_t at)
{
	return ascii_is_upper(byte_at(scanner, at)) &&
	       ascii_is_upper(byte_at(scanner, at + 1));
}

/* "DAIGn.DE" is a ticker; "GOP" and "Trump" are words. */
static bool has_inner_capital(const struct scanner *scanner, size_t start,
			      size_t end)
{
	size_t upper = 0;

	for (size_t at = start + 1; at < end; at++)
		upper += ascii_is_upper(byte_at(scanner, at));
	return upper && upper + 1 < end - start;
}

/* "2017.", "(11).", 'chat".': no word, but it may end a sentence. */
static bool ends_otherwise(const struct scanner *scanner, size_t end)
{
	const unsigned char c = byte_before(scanner, end);

	if (ascii_is_digit(c))
		return scanner->glued;
	return c == ')' || c == '%' || c == '"' ||
	       stands_before(scanner, end, "\u201D");
}

/* "U.S.", "J.K.": letters that a word may follow. */
static bool ends_initials(const struct scanner *scanner, size_t start)
{
	return scanner->glued && byte_before(scanner, start) == '.' &&
	       ascii_is_upper(byte_before(scanner, start - 1));
}

static bool is_title(const struct scanner *scanner, size_t start, size_t end)
{
	return abbreviation_find(&scanner->pass->settings->lang->abbreviations,
				 scanner->text + start,
				 end + 1 - start) == ABBREVIATION_TITLE;
}

/*
 * A lower-case word of some length, or a year, or a title, before the mark;
 * the next word begins at `next`.
 */
static bool may_end_sentence(const struct scanner *scanner, size_t end,
			     size_t next)
{
	const bool capitals = is_capitals(scanner, next);
	const size_t length = scanner_word_end(scanner, next) - next;
	const size_t start = scanner_word_front(scanner, end);
	const char *text = scanner->text;
	size_t last = end;

	if (start == end)
		return ends_otherwise(scanner, end);
	if (is_title(scanner, start, end))
		return true;
	utf8_previous(text, &last);
	if (last == start)
		return length > 1 && !capitals && ends_initials(scanner, start);
	if (scanner_word_before(scanner, end) & LIST_EXCLAIMED ||
	    (capitals && has_inner_capital(scanner, start, end)))
		return false;
	if (!unicode_is_lower(utf8_at(text, scanner->len, last)))
		return scanner->glued && !capitals;
	return unicode_is_lower(utf8_before(text, last)) || scanner->glued;
}

static bool opens_quote(const struct scanner *scanner, size_t at)
{
	return mark_is(utf8_at(scanner->text, scanner->len, at),
		       MARK_OPEN_QUOTE | MARK_OPEN_BRACKET);
}

/* The length of what closes at `at`: a bracket or a directed mark. */
static size_t close_length(const struct scanner *scanner, size_t at)
{
	size_t end = at;

	if (at == scanner->len ||
	    !mark_is(utf8_next(scanner->text, &end),
		     MARK_CLOSE_QUOTE | MARK_CLOSE_BRACKET))
		return 0;
	return end - at;
}

/*
 * The place of the missing space, from after the sentence end at `at`; *start
 * is where the next sentence begins.
 */
static size_t seam(struct scanner *scanner, size_t at, size_t *start)
{
	size_t place = at, close;

	while ((close = close_length(scanner, place)) != 0)
		place += close;
	*start = place;
	/* Which side the space belongs to is for the quotes stage to say. */
	if (byte_at(scanner, place) == '"')
		return 0;
	if (opens_quote(scanner, place))
		utf8_next(scanner->text, start);
	return place;
}

static bool insert(struct scanner *scanner, size_t at)
{
	return scanner_put(scanner, RULE_WHITESPACE_AFTER_MARK, at, at, " ");
}

/* "2017He": a year, where other sentences are glued too. */
static bool after_year(struct scanner *scanner, size_t at)
{
	return scanner->glued && byte_before(scanner, at - 4) == ' ' &&
	       (stands_before(scanner, at - 2, "19") ||
		stands_before(scanner, at - 2, "20")) &&
	       ascii_is_digit(byte_before(scanner, at - 1)) &&
	       ascii_is_upper(byte_at(scanner, at)) &&
	       ascii_is_lower(byte_at(scanner, at + 1)) &&
	       !host_is_around(scanner, at) && insert(scanner, at);
}

/* "red,green,blue" is a row of data. */
static bool is_lone_comma(const struct scanner *scanner, size_t at)
{
	size_t start = at - 1, end = at;

	while (start && !ascii_is_space(byte_before(scanner, start)) &&
	       byte_before(scanner, start) != ',' && at - start < ITEM_MAX)
		start--;
	while (end < scanner->len && !ascii_is_space(byte_at(scanner, end)) &&
	       byte_at(scanner, end) != ',' && end - at < ITEM_MAX)
		end++;
	return byte_before(scanner, start) != ',' &&
	       (byte_at(scanner, end) != ',' ||
		ascii_is_space(byte_at(scanner, end + 1)));
}

/*
 * "the port will:pay each": an item that was glued, where sentences are, too.
 * In German a small letter goes on with the word: "die Schüler:innen der
 * Stadt".
 */
static bool begins_item(struct scanner *scanner, size_t at, size_t end)
{
	if (!scanner->glued)
		return false;
	return ascii_is_upper(byte_at(scanner, at)) ||
	       (byte_at(scanner, end) == ' ' &&
		!may_be_other_language(scanner->pass));
}

#define SHORT_WORDS (LIST_TELLTALE | LIST_CLAUSE | LIST_PRONOUN)

/* "however,we said": two letters that are nothing but a word. */
static bool is_short_word(const struct scanner *scanner, size_t at, size_t end)
{
	return end - at == 2 && byte_at(scanner, end) == ' ' &&
	       (scanner_word_at(scanner, at) & SHORT_WORDS);
}

/*
 * "Sunday,complaining"; and "happened:More" where sentences are glued, too. Not
 * "pier-{north,south}", a list of a shell's, and "[source,python]".
 */
static bool after_pause(struct scanner *scanner, size_t at)
{
	const bool comma = byte_before(scanner, at) == ',';
	const size_t start = scanner_word_front(scanner, at - 1);
	const size_t end = scanner_word_end(scanner, at);

	if (at - 1 - start < 3 ||
	    (end - at < 3 && !(comma && is_short_word(scanner, at, end))) ||
	    !ascii_is_lower(byte_before(scanner, at - 1)) ||
	    !ascii_is_lower(byte_at(scanner, at + 1)) ||
	    (byte_before(scanner, start) == '{' &&
	     byte_at(scanner, end) == '}') ||
	    (byte_before(scanner, start) == '[' &&
	     byte_at(scanner, end) == ']'))
		return false;
	if (comma ? !is_lone_comma(scanner, at)
		  : !begins_item(scanner, at, end))
		return false;
	return !host_is_around(scanner, at) && insert(scanner, at);
}

#define CREDIT_MOST 300 /* bytes in brackets */

/*
 * "(Photo: Jane Doe)The ferry": a bracket of some words that is by itself,
 * where other sentences are glued too. "f(a, b)X" and "[it](an address)X" do
 * not.
 */
static bool after_bracket(struct scanner *scanner, size_t at)
{
	size_t open = at - 1, spaces = 0;
	unsigned char before;

	while (open && at - open < CREDIT_MOST) {
		const unsigned char c = byte_before(scanner, open);

		if (c == '(' || c == ')' || c == '\n')
			break;
		spaces += c == ' ';
		open--;
	}
	if (!spaces || byte_before(scanner, open) != '(')
		return false;
	before = byte_before(scanner, open - 1);
	return !ascii_is_alnum(before) && before != ']' &&
	       begins_sentence(scanner, at) && insert(scanner, at);
}

/* "One.Tel": no sentence ends in it. */
static bool is_name_with_stop(struct scanner *scanner, size_t at)
{
	const size_t start = scanner_word_front(scanner, at - 1);

	return byte_before(scanner, at) == '.' &&
	       !is_title(scanner, start, at - 1) &&
	       stop_name_is(scanner, start, at);
}

static bool is_quote(uint32_t point)
{
	return mark_is(point, MARK_QUOTE | MARK_APOSTROPHE);
}

/* “One.Tel”: two words in quotation marks of their own. */
static bool is_quoted_name(const struct scanner *scanner, size_t at)
{
	const size_t front = scanner_word_front(scanner, at - 1);
	const size_t end = scanner_word_end(scanner, at);

	return front < at - 1 && front &&
	       is_quote(utf8_before(scanner->text, front)) &&
	       is_quote(utf8_at(scanner->text, scanner->len, end));
}

/* "5 p.m.The", "7a.m.EST": nothing goes on after an hour. */
static bool after_hour(struct scanner *scanner, size_t at)
{
	size_t hour = at - 4;

	if (at < 6 || (!stands_before(scanner, at, "a.m.") &&
		       !stands_before(scanner, at, "p.m.")))
		return false;
	hour -= byte_before(scanner, hour) == ' ';
	return ascii_is_digit(byte_before(scanner, hour)) &&
	       scanner_is_capital(scanner, at) &&
	       scanner_word_end(scanner, at) - at > 1 && insert(scanner, at);
}

/*
 * "Niccolò Dell?Orto", "Ellerbeck?Mühldorf": in another language it may be what
 * is left of an apostrophe or a dash.
 */
static bool may_be_lost(struct scanner *scanner, size_t at)
{
	return byte_before(scanner, at) == '?' &&
	       may_be_other_language(scanner->pass);
}

bool glue_decide(struct scanner *scanner, size_t at)
{
	const unsigned char mark = byte_before(scanner, at);
	size_t start, place;

	if (ascii_is_digit(mark))
		return after_year(scanner, at);
	if (mark == ',' || mark == ':' || mark == ';')
		return after_pause(scanner, at);
	if (mark == ')')
		return after_bracket(scanner, at);
	if (after_hour(scanner, at))
		return true;
	place = seam(scanner, at, &start);
	return begins_sentence(scanner, start) &&
	       may_end_sentence(scanner, at - 1, start) &&
	       !host_is_around(scanner, at) &&
	       !(start == at && (is_quoted_name(scanner, at) ||
				 is_name_with_stop(scanner, at) ||
				 stop_name_is_member(scanner, at) ||
				 may_be_lost(scanner, at))) &&
	       insert(scanner, place);
}
