/*
 * Gaps before a mark: whether the mark belongs to the word before the gap, or
 * to what comes after it.
 */
#include "stages/whitespace/scan.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "edit/strangers.h"
#include "stages/other_language.h"
#include "text/face.h"
#include "text/fields.h"
#include "text/marks.h"
#include "unicode/props.h"

/* Digits after the point of a fraction. */
#define FRACTION_MAX 2
/* Bytes from one colon of a table to the next. */
#define COLUMN_MAX 40
/* Bytes of what follows a title's colon. */
#define SOURCE_MAX 40
/* Bytes of an address before its last part. */
#define ADDRESS_MAX 60
/* Bytes of a paragraph around a mark, and letters with accents in them. */
#define ACCENTS_MAX 300
#define ACCENTS_LEAST 3
#define ACCENTS_TOKENISED 2

static bool is_stop_or_pause(unsigned char c)
{
	return c < 0x80 && mark_is(c, MARK_STOP_OR_PAUSE);
}

static bool is_closing(const struct scanner *scanner, size_t at)
{
	return mark_may_close(utf8_at(scanner->text, scanner->len, at));
}

/* The mark at `at` is the last of its word: nothing hangs on to it. */
static bool ends_word(const struct scanner *scanner, size_t at)
{
	const unsigned char mark = byte_at(scanner, at);
	size_t end = at + 1;

	/* "?!" and ".," are one end; "..", ":)" and ";-)" are others. */
	while ((mark == '?' || mark == '!') &&
	       (byte_at(scanner, end) == '?' || byte_at(scanner, end) == '!'))
		end++;
	if (mark != ',' && mark != ':' && mark != ';' &&
	    (byte_at(scanner, end) == ',' || byte_at(scanner, end) == ';'))
		end++;
	if (end == scanner->len ||
	    (byte_at(scanner, end) == '@' &&
	     field_ends_line(scanner->text, scanner->len, end)))
		return true;
	if (mark == ':' || mark == ';')
		return space_length(scanner->text, scanner->len, end) ||
		       (byte_at(scanner, end) == '"' &&
			!text_is_tear(scanner->text, scanner->len, end,
				      end + 1));
	return space_length(scanner->text, scanner->len, end) ||
	       is_closing(scanner, end);
}

/* A bracket, a quotation mark or a dash that opens what the mark ends. */
static bool only_opens(const struct scanner *scanner, size_t at)
{
	const uint32_t before = utf8_before(scanner->text, at);

	if (text_closes_elsewhere(scanner->text, at) ||
	    (scanner->low && (before == 0x201C || before == 0x2018)))
		return false;
	return before == '`' ||
	       mark_is(before, MARK_OPEN_BRACKET | MARK_OPEN_QUOTE |
				       MARK_INVERTED | MARK_PAUSE |
				       MARK_HYPHEN | MARK_DASH);
}

#define LABEL "__label__"
#define LABEL_MOST 60 /* bytes of one */

/* "__label__3 , the ferry": fastText's label of a line is a word by itself. */
static bool is_label(const struct scanner *scanner, size_t at)
{
	const size_t start = scanner->line;

	return at > start && at - start < LABEL_MOST &&
	       stands_at(scanner, start, LABEL) &&
	       !memchr(scanner->text + start, ' ', at - start);
}

/* What is before the gap can carry the mark. */
static bool carries_mark(const struct scanner *scanner, size_t at,
			 unsigned char mark)
{
	const unsigned char c = byte_before(scanner, at);

	if (!at || only_opens(scanner, at) || is_label(scanner, at))
		return false;
	/* "Corp. ,"; but ". . ." stays, and ". ,The" is something else. */
	if (c == '.')
		return mark != '.' && scanner->tokenised;
	if (c == '?' || c == '!')
		return scanner->tokenised && (mark == ',' || mark == c);
	return true;
}

/* " . . ." is an ellipsis that is set wide, with spaces of any kind. */
static bool is_wide_ellipsis(const struct scanner *scanner, size_t at)
{
	size_t space;

	if (byte_at(scanner, at) != '.' || at + 1 == scanner->len ||
	    byte_at(scanner, at + 1) == '\n')
		return false;
	space = space_length(scanner->text, scanner->len, at + 1);
	return space && byte_at(scanner, at + 1 + space) == '.';
}

/*
 * "3 : 2" is a score; but a tokeniser sets "9 : 30" apart, and the colon after
 * a year.
 */
static bool is_score(const struct scanner *scanner, const struct gap *gap)
{
	if (byte_at(scanner, gap->end) != ':' ||
	    !ascii_is_digit(byte_before(scanner, gap->at)) ||
	    byte_at(scanner, gap->end + 1) != ' ' ||
	    !ascii_is_digit(byte_at(scanner, gap->end + 2)))
		return false;
	return !scanner->tokenised ||
	       (!ascii_is_digit(byte_at(scanner, gap->end + 3)) &&
		(gap->at < 3 ||
		 !ascii_is_digit(byte_before(scanner, gap->at - 2))));
}

/* "Long : Short : Spreading": colons that part columns. */
static bool is_column(const struct scanner *scanner, size_t colon)
{
	const size_t start = bytes_behind(colon, COLUMN_MAX);

	if (byte_at(scanner, colon) != ':' || scanner->tokenised)
		return false;
	for (size_t at = colon; at > start + 2 && scanner->text[at] != '\n';
	     at--) {
		if (stands_before(scanner, at, " :"))
			return true;
	}
	for (size_t at = colon + 1; at < colon + COLUMN_MAX; at++) {
		if (byte_at(scanner, at) == '\n')
			return false;
		if (stands_at(scanner, at, " :"))
			return true;
	}
	return false;
}

/* "The pier is closed : Harbour Radio": a title, and who has it. */
static bool is_title_colon(const struct scanner *scanner, size_t colon)
{
	size_t end = colon + 1;

	if (byte_at(scanner, colon) != ':' || scanner->tokenised ||
	    byte_at(scanner, end) != ' ' ||
	    !ascii_is_upper(byte_at(scanner, end + 1)))
		return false;
	while (end < scanner->len && scanner->text[end] != '\n' &&
	       end - colon <= SOURCE_MAX)
		end++;
	return end - colon <= SOURCE_MAX &&
	       ascii_is_alnum(byte_before(scanner, end));
}

/* "m", "million", "%": what a number with a fraction is followed by. */
static bool is_measure(const struct scanner *scanner, size_t at)
{
	at += byte_at(scanner, at) == ' ';
	return byte_at(scanner, at) == '%' ||
	       scanner_word_at(scanner, at) & (LIST_MEASURE | LIST_UNIT);
}

/* "1 , 000", "1 , 5 m": half closed it would be two numbers. */
static bool is_number(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = gap->end + 1, digits = 0;

	if (byte_at(scanner, gap->end) != ',' || scanner->tokenised ||
	    !ascii_is_digit(byte_before(scanner, gap->at)))
		return false;
	at = skip_spaces(scanner->text, scanner->len, at);
	while (ascii_is_digit(byte_at(scanner, at + digits)))
		digits++;
	if (digits == 3)
		return !scanner->spaced;
	return digits && is_measure(scanner, at + digits);
}

/* "P P . P": a board, a letter for each of its squares. */
static bool is_square(const struct scanner *scanner, const struct gap *gap)
{
	const size_t at = gap->at, next = gap->end + 1;

	return byte_at(scanner, gap->end) == '.' &&
	       ascii_is_letter(byte_before(scanner, at)) &&
	       byte_before(scanner, at - 1) == ' ' &&
	       ascii_is_letter(byte_before(scanner, at - 2)) &&
	       ascii_is_space(byte_before(scanner, at - 3)) &&
	       byte_at(scanner, next) == ' ' &&
	       ascii_is_letter(byte_at(scanner, next + 1)) &&
	       ascii_is_space(byte_at(scanner, next + 2));
}

/*
 * "ida @ pier . example", "www . pier . example": the parts of an address. They
 * stay as they are, since nothing tells how it was spelled.
 */
static bool is_address_part(const struct scanner *scanner,
			    const struct gap *gap)
{
	size_t at = gap->at;

	if (byte_at(scanner, gap->end) != '.' ||
	    byte_at(scanner, gap->end + 1) != ' ' ||
	    !ascii_is_lower(byte_at(scanner, gap->end + 2)))
		return false;
	while (at && gap->at - at < ADDRESS_MAX &&
	       (ascii_is_alnum(byte_before(scanner, at)) ||
		strchr("-_. ", byte_before(scanner, at)))) {
		at--;
		if (stands_at(scanner, at, "www "))
			return true;
	}
	return byte_before(scanner, at) == '@';
}

/* A letter with an accent; marks that English has not weigh as two. */
static size_t weigh_accent(uint32_t point)
{
	if (point == 0xAB || point == 0xBB)
		return 2;
	return point >= 0x80 && unicode_is_letter(point);
}

/*
 * "Il a dit : « Non ! »" in an article that is English elsewhere: so many
 * accents are another language's, which may want the space.
 */
static size_t count_accents(const struct scanner *scanner, size_t mark)
{
	const char *text = scanner->text;
	size_t at = mark, count = 0;

	while (at && mark - at < ACCENTS_MAX && text[at - 1] != '\n')
		count += weigh_accent(utf8_previous(text, &at));
	for (at = mark;
	     at < scanner->len && at - mark < ACCENTS_MAX && text[at] != '\n';)
		count += weigh_accent(utf8_next(text, &at));
	return count;
}

/* Where a tokeniser set all marks apart, a small word must say so, too. */
static bool is_of_other_language(const struct scanner *scanner, size_t mark)
{
	const size_t accents = count_accents(scanner, mark);
	const size_t line = scanner->line;

	if (!scanner->tokenised)
		return accents >= ACCENTS_LEAST;
	return accents >= ACCENTS_TOKENISED &&
	       strangers_count(
		       scanner->text + line,
		       bytes_line_end(scanner->text, scanner->len, line) -
			       line) > 0;
}

/*
 * "3 .5 percent", "$4 .2 million": the number goes on after the gap, and is of
 * what has fractions. Of "2 .22 rifles" each is a number.
 */
static bool is_before_fraction(const struct scanner *scanner,
			       const struct gap *gap)
{
	size_t at = gap->end + 1;

	if (byte_at(scanner, gap->end) != '.' ||
	    !ascii_is_digit(byte_before(scanner, gap->at)))
		return false;
	at = skip_digits(scanner->text, scanner->len, at);
	if (at == gap->end + 1 || at > gap->end + 1 + FRACTION_MAX)
		return false;
	at += byte_at(scanner, at) == ' ';
	return byte_at(scanner, at) == '%' ||
	       scanner_word_at(scanner, at) & LIST_MEASURE;
}

bool gap_is_before_mark(struct scanner *scanner, const struct gap *gap)
{
	const unsigned char mark = byte_at(scanner, gap->end);

	if (is_before_fraction(scanner, gap))
		return true;
	if (!is_stop_or_pause(mark) || !ends_word(scanner, gap->end) ||
	    !carries_mark(scanner, gap->at, mark))
		return false;
	if (mark != ',' && mark != '.' &&
	    (scanner->french || may_be_other_language(scanner->pass) ||
	     is_of_other_language(scanner, gap->end)))
		return false;
	if (mark == '.' && is_wide_ellipsis(scanner, gap->end))
		return false;
	return !is_address_part(scanner, gap) && !is_square(scanner, gap) &&
	       !is_score(scanner, gap) && !is_number(scanner, gap) &&
	       !is_column(scanner, gap->end) &&
	       !is_title_colon(scanner, gap->end) &&
	       !question_was_dash(scanner, gap);
}

/* A double mark right after a word. */
static bool closes_quote(const struct scanner *scanner, size_t end)
{
	if (byte_before(scanner, end) == '"')
		return ascii_is_alnum(byte_before(scanner, end - 1));
	return stands_before(scanner, end, "\u201D") &&
	       unicode_is_word(utf8_before(scanner->text, end - 3));
}

/*
 * "2019) :A group", "Pakistan .The city", '"it" .She': the space is on the
 * wrong side of the mark. Not ":D", ".net", ",5".
 */
bool gap_is_turned(struct scanner *scanner, const struct gap *gap)
{
	const unsigned char mark = byte_at(scanner, gap->end);
	const unsigned char first = byte_at(scanner, gap->end + 1);
	const unsigned char second = byte_at(scanner, gap->end + 2);
	size_t end;

	if ((!ascii_is_alnum(byte_before(scanner, gap->at)) &&
	     byte_before(scanner, gap->at) != ')' &&
	     !closes_quote(scanner, gap->at)) ||
	    is_column(scanner, gap->end))
		return false;
	if (mark == ',')
		return ascii_is_letter(first) &&
		       !(may_be_other_language(scanner->pass) &&
			 text_comma_opens(scanner->text, scanner->len, gap->end,
					  &end));
	if (mark == ':' && second == ' ')
		return ascii_is_upper(first) &&
		       scanner_word_at(scanner, gap->end + 1) & LIST_SINGLE;
	return (mark == ':' || mark == '.') && ascii_is_upper(first) &&
	       ascii_is_lower(second) &&
	       !(mark == '.' && stop_name_begins(scanner, gap));
}
