/*
 * Wide gaps within a line: paragraphs that were flattened, words that were
 * deleted, and plain runs of spaces.
 */
#include "stages/whitespace/scan.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/marks.h"
#include "unicode/props.h"

/* Spaces that a deleted compound leaves: its own two and its hyphen's. */
#define LOST_RUN 3
#define MOST_LABEL 24 /* bytes of a speaker's name */

/* The last word before a period at `end`, with the period, is a title. */
static bool is_title(const struct scanner *scanner, size_t end)
{
	return abbreviation_before(
		       &scanner->pass->settings->lang->abbreviations,
		       scanner->text, end) == ABBREVIATION_TITLE;
}

/* "U. S.  rebels": the compound that the letters began is gone. */
static bool is_initial(const struct scanner *scanner, size_t end)
{
	return byte_before(scanner, end) == '.' &&
	       ascii_is_upper(byte_before(scanner, end - 1)) &&
	       !ascii_is_letter(byte_before(scanner, end - 2));
}

/* "A. J.  Farrow", "Farrow, J.  R. of Sorrel": an initial within a name. */
static bool is_name_initial(const struct scanner *scanner,
			    const struct gap *gap)
{
	size_t at = gap->at - 2;

	if (!is_initial(scanner, gap->at) || byte_before(scanner, at) != ' ' ||
	    byte_at(scanner, at) == 'I')
		return false;
	if (ascii_is_upper(byte_at(scanner, gap->end)) &&
	    byte_at(scanner, gap->end + 1) == '.')
		return true;
	for (at--; byte_before(scanner, at) > ' '; at--)
		;
	return ascii_is_upper(byte_at(scanner, at)) &&
	       ascii_is_upper(byte_at(scanner, gap->end)) &&
	       !(scanner_word_at(scanner, gap->end) &
		 (LIST_CLAUSE | LIST_BARE | LIST_DEFINITE | LIST_CONTRACTED));
}

/* "-- Miami Newsroom", "(reporting by": not "— even if". */
static bool dash_begins(const struct scanner *scanner, size_t at)
{
	if (byte_at(scanner, at) == '(')
		return true;
	while (mark_is(utf8_at(scanner->text, scanner->len, at),
		       MARK_DASH | MARK_HYPHEN))
		utf8_next(scanner->text, &at);
	at = skip_spaces(scanner->text, scanner->len, at);
	return shape_start(scanner->text, scanner->len, at) <=
	       SHAPE_START_DIGIT;
}

#define CELL_MOST 16 /* bytes between two wide gaps */

/* Whether text[at, end) is of one word or two; *digit: with one. */
static bool may_be_cell(const struct scanner *scanner, size_t at, size_t end,
			bool *digit)
{
	size_t spaces = 0;

	if (at == end || end - at >= CELL_MOST)
		return false;
	for (; at < end; at++) {
		spaces += byte_at(scanner, at) == ' ';
		*digit |= ascii_is_digit(byte_at(scanner, at));
	}
	return spaces < 2;
}

/* Where what is before the gap begins: after another one, or a line end. */
static size_t cell_start(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = gap->at;

	while (at && gap->at - at < CELL_MOST &&
	       byte_before(scanner, at) != '\n' &&
	       !stands_before(scanner, at, "  "))
		at--;
	return at;
}

static size_t cell_end(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = gap->end;

	while (at < scanner->len && at - gap->end < CELL_MOST &&
	       byte_at(scanner, at) != '\n' && !stands_at(scanner, at, "  "))
		at++;
	return at;
}

/*
 * "Lowell  8  2  .800  Ellis  5": words or two between wide gaps, of which one
 * has a number, are cells of a table. Without numbers they may be headings.
 */
static bool is_cell(const struct scanner *scanner, const struct gap *gap)
{
	const size_t start = cell_start(scanner, gap);
	const size_t end = cell_end(scanner, gap);
	bool digit = false;

	if (!may_be_cell(scanner, start, gap->at, &digit) ||
	    !may_be_cell(scanner, gap->end, end, &digit) ||
	    scanner_word_at(scanner, gap->end) &
		    (LIST_CLAUSE | LIST_BARE | LIST_DEFINITE))
		return false;
	return digit;
}

/* "B.  Move the mill", "(b)  Bridges": a letter that begins an item, or "Q.".
 */
static bool is_letter_label(const struct scanner *scanner, size_t end)
{
	size_t at = end - 1;

	if (end < 2 || !strchr(".)", byte_before(scanner, end)) ||
	    !ascii_is_letter(byte_before(scanner, at)))
		return false;
	at--;
	if (byte_before(scanner, end) == ')' && byte_before(scanner, at) == '(')
		at--;
	else if (!ascii_is_upper(byte_at(scanner, at)))
		return false;
	if (at && !ascii_is_space(byte_before(scanner, at)))
		return false;
	at = skip_spaces_back(scanner->text, 0, at);
	/* "of the U. S.  That" has none */
	return !at || byte_before(scanner, at) == '\n' ||
	       (shape_end(scanner->text, at) == SHAPE_END_SENTENCE &&
		!is_initial(scanner, at));
}

/* "He left. Ida Moss:  When did": the label of what follows. */
static bool is_label(const struct scanner *scanner, size_t end)
{
	size_t at = end;

	if (byte_before(scanner, end) != ':')
		return false;
	do
		at--;
	while (at && end - at <= MOST_LABEL &&
	       !strchr(".?!\n", byte_before(scanner, at)) &&
	       !stands_before(scanner, at, "  ") &&
	       !(byte_before(scanner, at) == ' ' &&
		 ascii_is_lower(byte_at(scanner, at))));
	at = skip_spaces(scanner->text, scanner->len, at);
	return end - at <= MOST_LABEL && ascii_is_upper(byte_at(scanner, at));
}

#define MOST_STATE 5	 /* bytes of "N.H." and "Mass." */
#define MOST_DATELINE 60 /* bytes */

/* "PORT ELLIS, Md.  The board": the dateline's dash is lost. */
static bool is_dateline(const struct scanner *scanner, size_t end)
{
	size_t at = end;

	if (byte_before(scanner, end) != '.')
		return false;
	while (at && byte_before(scanner, at) != ' ' && end - at <= MOST_STATE)
		at--;
	if (end - at > MOST_STATE || !stands_before(scanner, at, ", ") ||
	    !ascii_is_upper(byte_at(scanner, at)) ||
	    !ascii_is_upper(byte_before(scanner, at - 2)))
		return false;
	for (at -= 2; at && byte_before(scanner, at) != '\n'; at--)
		if (ascii_is_lower(byte_before(scanner, at)) ||
		    end - at >= MOST_DATELINE)
			return false;
	return true;
}

/* A letter without case: whether a paragraph begins it does not tell. */
static bool is_caseless(const struct scanner *scanner, size_t at)
{
	const uint32_t point = utf8_at(scanner->text, scanner->len, at);

	return unicode_is_letter(point) && !unicode_is_upper(point) &&
	       !unicode_is_lower(point);
}

/* "1960." in "in  1960.  He": the number ends a sentence. */
static bool is_last_number(const struct scanner *scanner, size_t at)
{
	at = skip_digits(scanner->text, scanner->len, at);
	return strchr(".,;?!", byte_at(scanner, at)) &&
	       ascii_is_space(byte_at(scanner, at + 1));
}

/* A paragraph ends before the gap, and another begins after it. */
static bool parts_paragraphs(const struct scanner *scanner,
			     const struct gap *gap)
{
	const enum shape_end before = shape_end(scanner->text, gap->at);
	const enum shape_start after =
		shape_start(scanner->text, scanner->len, gap->end);

	const struct shape *shape = &scanner->shape;

	if (is_title(scanner, gap->at) || is_label(scanner, gap->at) ||
	    is_dateline(scanner, gap->at) || is_name_initial(scanner, gap) ||
	    shape_ends_number(scanner->text, gap->at) ||
	    is_letter_label(scanner, gap->at) || is_cell(scanner, gap) ||
	    (shape->lost_words && is_initial(scanner, gap->at)))
		return false;
	if (before == SHAPE_END_SENTENCE &&
	    (after == SHAPE_START_UPPER || after == SHAPE_START_DIGIT))
		return true;
	/* A headline, a colon, a dash before it: where spaces are breaks. */
	if (gap->width == 2 ? !shape->pair_is_break : !shape->more_is_break)
		return false;
	if (before == SHAPE_END_SENTENCE)
		return after != SHAPE_START_OTHER ||
		       dash_begins(scanner, gap->end);
	/* "the board of Home  Garden": where a mark was, no paragraph ends */
	if (gap->width == 2 && !shape->pair_heads &&
	    ascii_is_letter(byte_before(scanner, gap->at)))
		return false;
	return before == SHAPE_END_WORD && !is_caseless(scanner, gap->end) &&
	       !(scanner_word_before(scanner, gap->at) & LIST_BARE) &&
	       (after == SHAPE_START_UPPER ||
		(after == SHAPE_START_DIGIT && !shape->pair_lower &&
		 !is_last_number(scanner, gap->end)));
}

static bool lower_at(const struct scanner *scanner, size_t at)
{
	return unicode_is_lower(utf8_at(scanner->text, scanner->len, at));
}

/* "into noisy  . In": what was before the mark was taken out. */
void run_note_mark(struct scanner *scanner, const struct gap *gap)
{
	if (gap->width == LOST_RUN - 1 && !gap->exotic &&
	    scanner->shape.lost_words && !scanner->evidence &&
	    ascii_is_lower(byte_before(scanner, gap->at)))
		pass_note(scanner->pass, RULE_WHITESPACE_LOST_WORD, gap->at,
			  gap->end, NULL);
}

/*
 * Three spaces before a lower-case word, where a compound was taken out; two
 * where it began with letters that were left: "U. S.  rebels".
 */
static bool is_lost_word(const struct scanner *scanner, const struct gap *gap)
{
	const unsigned char before = byte_before(scanner, gap->at);

	if (!scanner->shape.lost_words || gap->exotic ||
	    !lower_at(scanner, gap->end))
		return false;
	if (gap->width == LOST_RUN - 1)
		return is_initial(scanner, gap->at);
	return gap->width == LOST_RUN &&
	       (ascii_is_lower(before) || before == ',' || before == '.');
}

/* U+3000 between ideographs is as wide as they are. */
static bool is_ideographic(const struct scanner *scanner, const struct gap *gap)
{
	return gap->width == 1 && stands_at(scanner, gap->at, "\u3000") &&
	       utf8_before(scanner->text, gap->at) >= 0x2E80 &&
	       utf8_at(scanner->text, scanner->len, gap->end) >= 0x2E80;
}

/* A capital between spaces, or at either end of a line. */
static bool is_lone_capital(const struct scanner *scanner, size_t at)
{
	return ascii_is_upper(byte_at(scanner, at)) &&
	       (!at || ascii_is_space(byte_before(scanner, at))) &&
	       (at + 1 >= scanner->len ||
		ascii_is_space(byte_at(scanner, at + 1)));
}

/* "I D A  M O S S": without the wider gap nobody tells where words begin. */
static bool parts_spaced_words(const struct scanner *scanner,
			       const struct gap *gap)
{
	return gap->width > 1 && gap->at > 2 &&
	       is_lone_capital(scanner, gap->at - 1) &&
	       is_lone_capital(scanner, gap->at - 3) &&
	       is_lone_capital(scanner, gap->end) &&
	       is_lone_capital(scanner, gap->end + 2);
}

/* "the  ’s business", "deputy  ’s": joined, the words would be wrong ones. */
static void decide_suffix(struct scanner *scanner, const struct gap *gap,
			  enum token_lost lost)
{
	pass_note(scanner->pass, RULE_WHITESPACE_LOST_WORD, gap->at, gap->end,
		  NULL);
	if (lost == TOKEN_LOST)
		scanner_put(scanner, RULE_WHITESPACE_RUN, gap->at, gap->end,
			    " ");
}

void run_decide(struct scanner *scanner, const struct gap *gap)
{
	const unsigned rule =
		gap->exotic ? RULE_WHITESPACE_EXOTIC : RULE_WHITESPACE_RUN;
	const enum token_lost lost = token_lacks_word(scanner, gap);

	if (scanner->evidence || gap_is_meant(scanner, gap) ||
	    is_ideographic(scanner, gap) || lines_is_row(scanner, gap->at) ||
	    parts_spaced_words(scanner, gap))
		return;
	if (lost != TOKEN_WHOLE) {
		decide_suffix(scanner, gap, lost);
		return;
	}
	if (gap->width > 1 && scanner->flattened &&
	    parts_paragraphs(scanner, gap) && !quotation_holds(scanner, gap) &&
	    scanner_put(scanner, RULE_WHITESPACE_PARAGRAPH, gap->at, gap->end,
			"\n\n"))
		return;
	if (is_lost_word(scanner, gap))
		pass_note(scanner->pass, RULE_WHITESPACE_LOST_WORD, gap->at,
			  gap->end, NULL);
	scanner_put(scanner, rule, gap->at, gap->end, " ");
}
