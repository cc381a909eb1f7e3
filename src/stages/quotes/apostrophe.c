/* What the words around a mark tell about apostrophes. */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/utf8.h"
#include "stages/other_language.h"
#include "text/address.h"
#include "text/face.h"
#include "unicode/props.h"

static bool in_list(const struct pass *pass, uint32_t list,
		    const struct quote_word *word)
{
	return (word_lists_find(pass->settings->lists, word->bytes, word->len) &
		list) != 0;
}

bool quotes_is_suffix(const struct pass *pass, size_t at, size_t end)
{
	const struct quote_word word = quote_word_at(pass, at);

	return word.end == end && in_list(pass, LIST_ENDING, &word);
}

static unsigned hint_for_suffix(const struct pass *pass, size_t at)
{
	const struct quote_word word = quote_word_at(pass, at);

	/* 'Re-Fest': a word of its own, of two parts */
	if (word.len > 1 && pass_byte(pass, word.end) == '-' &&
	    ascii_is_letter(pass_byte(pass, word.end + 1)))
		return 0;
	return in_list(pass, LIST_SUFFIX, &word) ? HINT_SUFFIX : 0;
}

/* "O''Dell", a mark that a database doubled: a name, after its prefix. */
static bool joins_name(const struct pass *pass, const struct quote_mark *mark)
{
	return mark->glyph == GLYPH_TICKS && mark->right == CONTEXT_UPPER &&
	       word_lists_before(pass->settings->lists, pass->text, mark->at) &
		       LIST_PREFIX;
}

/* "it"s", a double mark for an apostrophe; but two "A"s. */
static unsigned hint_for_double(const struct pass *pass,
				const struct quote_mark *mark)
{
	if (!quote_is_letter(mark->left) || !quote_is_letter(mark->right))
		return 0;
	if (joins_name(pass, mark))
		return HINT_SUFFIX;
	if (!hint_for_suffix(pass, mark->end))
		return 0;
	return quotes_closes_before_ending(pass, mark) ? HINT_ENDING
						       : HINT_SUFFIX;
}

static bool is_single_mark_before(const struct pass *pass, size_t at)
{
	return quotes_is_single_mark(utf8_before(pass->text, at));
}

static bool is_single_mark_at(const struct pass *pass, size_t at)
{
	return quotes_is_single_mark(utf8_at(pass->text, pass->len, at));
}

/*
 * Rock 'n' Roll, from the letter on: between two words. Not "type 'n' or 'y'",
 * where it is a letter by itself.
 */
static bool joins_words(const struct pass *pass, size_t letter)
{
	const char *text = pass->text;
	size_t start = letter, end = letter + 1;

	utf8_previous(text, &start);
	utf8_next(text, &end);
	if (quotes_lists_before(pass, start) &
	    (LIST_BARE | LIST_CLAUSE | LIST_DEFINITE))
		return false;
	end += end < pass->len && (text[end] == ' ' || text[end] == '-');
	return unicode_is_word(pass_point(pass, end));
}

/* The second mark of 'n': after an n that follows the first. */
static bool closes_elision(const struct pass *pass,
			   const struct quote_mark *mark)
{
	const size_t at = mark->at;
	struct quote_word word = { .len = 1 };

	if (at < 3 || !ascii_is_letter((unsigned char)pass->text[at - 1]))
		return false;
	word.bytes[0] = (char)ascii_lower((unsigned char)pass->text[at - 1]);
	if (!is_single_mark_before(pass, at - 1))
		return false;
	return in_list(pass, LIST_ELIDED, &word) &&
	       in_list(pass, LIST_CLIPPED, &word) && joins_words(pass, at - 1);
}

#define CLOSE_ROOM 400 /* bytes from two marks to those that close them */

static bool closes_double(const struct pass *pass, size_t at)
{
	return pass->text[at] == '"' ||
	       (at + 1 < pass->len && !memcmp(pass->text + at, "''", 2));
}

bool quotes_elides_after_single(const struct pass *pass, size_t at)
{
	const struct quote_word word = quote_word_at(pass, at);
	const size_t left = pass->len - at;
	const size_t room = left < CLOSE_ROOM ? left : CLOSE_ROOM;

	if (word.len < 2 || !in_list(pass, LIST_ELIDED, &word))
		return false;
	for (size_t i = at; i < at + room && pass->text[i] != '\n'; i++) {
		if (pass->text[i - 1] != ' ' && closes_double(pass, i))
			return false;
	}
	return true;
}

static bool is_double(uint32_t point)
{
	return point == '"' || point == '`' ||
	       (point >= 0x201C && point <= 0x201F);
}

/* "the boys'", and in other languages "perche'", where ASCII has no accents. */
static bool may_end_in_apostrophe(const struct pass *pass, char letter)
{
	return letter == 's' ||
	       (strchr("aeiou", letter) && language_is_other(pass));
}

bool quotes_possesses_in_single(const struct pass *pass, size_t at)
{
	const char *text = pass->text;
	uint32_t after = 0;
	bool opened = false;
	size_t i = at;

	if (!at || !ascii_is_letter((unsigned char)text[at - 1]) ||
	    !may_end_in_apostrophe(pass, (char)(text[at - 1] | 32)))
		return false;
	while (i && text[i - 1] != '\n') {
		const uint32_t point = utf8_previous(text, &i);
		const bool single = quotes_is_single_mark(point);

		if (at - i > CLOSE_ROOM || is_double(point) ||
		    (single && point == after))
			return false;
		opened |= single && (!i || text[i - 1] == ' ');
		after = point;
	}
	return opened;
}

/* 'E's, 'e'll: from the second mark on. */
static bool has_suffix(const struct pass *pass, size_t at)
{
	utf8_next(pass->text, &at);
	return hint_for_suffix(pass, at) != 0;
}

/* '98, 'em, the 'Canes: what the word after a mark makes of it. */
static unsigned hints_before_word(const struct pass *pass,
				  const struct quote_mark *mark)
{
	const struct quote_word word = quote_word_at(pass, mark->end);

	if (quotes_is_year(pass, mark))
		return HINT_YEAR;
	if (in_list(pass, LIST_ELIDED, &word)) {
		if (word.len > 1 || !is_single_mark_at(pass, word.end))
			return HINT_ELISION;
		if (has_suffix(pass, word.end))
			return HINT_ELISION;
		return in_list(pass, LIST_CLIPPED, &word) &&
				       joins_words(pass, mark->end)
			       ? HINT_ELISION | HINT_CLIPPED
			       : 0;
	}
	if (mark->right == CONTEXT_UPPER &&
	    quotes_lists_before(pass, mark->at) & LIST_DEFINITE)
		return HINT_NAME;
	/* "the 's' in Isle": a letter by itself is in marks. */
	if (mark->left != CONTEXT_SPACE ||
	    (word.len == 1 && is_single_mark_at(pass, word.end)))
		return 0;
	/* With a space on both sides: "Obama ' s". */
	return hint_for_suffix(pass,
			       mark->end + (mark->end < pass->len &&
					    pass->text[mark->end] == ' '));
}

static bool is_clipped(const struct pass *pass, size_t end)
{
	size_t at = end;
	struct quote_word word;

	while (at && end - at < QUOTE_WORD_MAX &&
	       ascii_is_letter((unsigned char)pass->text[at - 1]))
		at--;
	if (at == end || unicode_is_word(utf8_before(pass->text, at)))
		return false;
	word = quote_word_at(pass, at);
	return in_list(pass, LIST_CLIPPED, &word);
}

/* "It states ‘… the boat", "he says '$5": what is glued to it is quoted. */
static bool begins_quoted(const struct pass *pass,
			  const struct quote_mark *mark)
{
	return mark->right == CONTEXT_SYMBOL ||
	       pass_has(pass, mark->end, "\u2026") ||
	       pass_has(pass, mark->end, "..");
}

static unsigned hints_after_word(const struct pass *pass,
				 const struct quote_mark *mark)
{
	const char *text = pass->text;
	size_t at = mark->at;
	unsigned char last;

	/* A possessive with a space in it: "the players ' union". */
	at = skip_spaces_back(text, 0, at);
	if (at != mark->at && begins_quoted(pass, mark))
		return 0;
	last = at ? (unsigned char)ascii_lower((unsigned char)text[at - 1]) : 0;
	if (last == 's' || last == 'z' || last == 'x')
		return HINT_AFTER_S;
	if (at != mark->at)
		return 0;
	if (is_clipped(pass, at))
		return HINT_AFTER_S;
	return last == 'n' && bytes_before(text, at - 1) == 'i' ? HINT_AFTER_IN
								: 0;
}

#define QUOTED_MOST 100 /* bytes of a quotation after "o" or "y" */

/* Whether a single mark closes on this line, from text[at] on. */
static bool is_closed_later(const struct pass *pass, size_t at)
{
	const size_t start = at;
	uint32_t before = 0, point = 0;

	while (at < pass->len && at - start < QUOTED_MOST && point != '\n') {
		const bool after_word = unicode_is_word(before);

		before = point;
		point = utf8_next(pass->text, &at);
		if (quotes_is_single_mark(before) && after_word &&
		    !unicode_is_word(point))
			return true;
	}
	return false;
}

/*
 * O 'Brien: a prefix of names, with a space before its mark. A small letter is
 * a word of Spanish or Welsh, too: "Kronos y 'Eutanasia'".
 */
static bool is_after_prefix(const struct pass *pass,
			    const struct quote_mark *mark)
{
	const char *text = pass->text;
	struct quote_word word = { .len = 1 };

	if (mark->at < 2 || text[mark->at - 1] != ' ' ||
	    !ascii_is_letter((unsigned char)text[mark->at - 2]) ||
	    unicode_is_word(utf8_before(text, mark->at - 2)) ||
	    is_single_mark_before(pass, mark->at - 2))
		return false;
	if (ascii_is_lower((unsigned char)text[mark->at - 2]) &&
	    (unicode_is_upper(utf8_at(text, pass->len, mark->end)) ||
	     is_closed_later(pass, mark->end)))
		return false;
	word.bytes[0] = (char)ascii_lower((unsigned char)text[mark->at - 2]);
	return in_list(pass, LIST_PREFIX, &word);
}

#define ADDRESS_MAX 200

/*
 * o'brien@example.com, http://example.com/it's, http://example.com/?x='a':
 * another mark would break it
 */
static bool is_in_address(const struct pass *pass,
			  const struct quote_mark *mark)
{
	const char *text = pass->text;
	size_t at = mark->end;
	bool inside;

	if (mark->glyph != GLYPH_STRAIGHT || !mark->at || at == pass->len ||
	    !address_is_byte((unsigned char)text[mark->at - 1]))
		return false;
	inside = ascii_is_alnum((unsigned char)text[at]);
	while (inside && at < pass->len && at - mark->end < ADDRESS_MAX &&
	       address_is_byte((unsigned char)text[at])) {
		if (text[at++] == '@')
			return at < pass->len &&
			       ascii_is_alnum((unsigned char)text[at]);
	}
	for (at = mark->at; at && mark->at - at < ADDRESS_MAX; at--) {
		if (at > 3 && !memcmp(text + at - 3, "://", 3))
			return inside;
		/* Two marks in an address are around a word of it. */
		inside |= text[mark->at] == '\'' && text[at - 1] == '\'';
		if (text[at - 1] != '\'' &&
		    !address_is_byte((unsigned char)text[at - 1]))
			break;
	}
	return false;
}

/* Whether a mark on the line before text[at] may open: a space is before it. */
static bool may_be_open(const struct pass *pass, size_t at)
{
	uint32_t after = 0;

	while (at && pass->text[at - 1] != '\n') {
		const uint32_t point = utf8_previous(pass->text, &at);

		if ((is_double(point) || quotes_is_single_mark(point)) &&
		    !unicode_is_word(utf8_before(pass->text, at)) &&
		    !unicode_is_space(after))
			return true;
		after = point;
	}
	return false;
}

/*
 * "the members'' vote": an apostrophe that was typed twice, where nothing that
 * it could close opens, and nobody says what it closed.
 */
static bool possesses_twice(const struct pass *pass,
			    const struct quote_mark *mark)
{
	struct quote_word word;

	if (mark->glyph != GLYPH_TICKS || pass_byte(pass, mark->end) != ' ' ||
	    pass_byte_before(pass, mark->at) != 's' ||
	    !ascii_is_lower(pass_byte(pass, mark->end + 1)))
		return false;
	word = quote_word_at(pass, mark->end + 1);
	return word.len &&
	       !in_list(pass, LIST_SAID | LIST_CLAUSE | LIST_TELLTALE, &word) &&
	       !may_be_open(pass, mark->at);
}

uint16_t quotes_hints(const struct pass *pass, const struct quote_mark *mark)
{
	uint16_t hints;

	if (is_in_address(pass, mark) || quotes_is_named(pass, mark) ||
	    text_is_tear(pass->text, pass->len, mark->at, mark->end) ||
	    quotes_is_letter_sign(pass, mark) ||
	    quotes_follows_comma(pass, mark))
		return HINT_ADDRESS;
	hints = quotes_script_hints(pass, mark);
	/* Inside a word it is an apostrophe. */
	if (mark->family == FAMILY_SINGLE && quote_is_letter(mark->left) &&
	    quote_is_letter(mark->right))
		return hints & HINT_LEFTWARD;
	if (quotes_is_measure(pass, mark))
		hints |= HINT_MEASURE;
	if (mark->family != FAMILY_SINGLE && possesses_twice(pass, mark))
		return hints | HINT_SUFFIX;
	if (mark->family != FAMILY_SINGLE)
		return hints | hint_for_double(pass, mark);
	if (closes_elision(pass, mark))
		return hints | HINT_ELISION | HINT_CLIPPED;
	if (is_after_prefix(pass, mark))
		return hints | HINT_PREFIX;
	if (!quote_is_letter(mark->left))
		hints |= hints_before_word(pass, mark);
	if (!quote_is_letter(mark->right))
		hints |= hints_after_word(pass, mark);
	return hints;
}
