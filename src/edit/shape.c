/* The shape of a text: sentence ends, and the conditions that it shows. */
#include "edit/shape.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "text/address.h"
#include "text/marks.h"
#include "unicode/props.h"

/*
 * The numbers that decide, each with its margin: other values of it at which
 * none of 1,035 clean and 4,265 damaged articles came out differently, and the
 * nearest ones at which damaged ones did (from DOUBLE_SPACED_PERCENT on every
 * third article was taken). Counted by tools/margins.py.
 */

/* Hard-wrapped text: so many lines, and of these so many that go on in the next
   one, or, where none is longer than SCREEN_LINE bytes, that are indented. */
#define LINES_LEAST 3	    /* 1 to 6; 12: 99 */
#define WRAPPED_PERCENT 25  /* 6 to 37; 50: 2, 100: 706 */
#define SCREEN_LINE 200	    /* 50 to 800 */
#define INDENTED_PERCENT 50 /* 12 to 100 */
#define DOUBLED_LINES 8	    /* with a blank line after each; 2 to 32 */

/* Bytes of a line that holds more than one paragraph, on the average. To
   1,000; 375: 1, 250: 3, and 3 clean ones. */
#define LONG_LINE 500

/* Of the sentence ends, so many with two spaces are a typist's habit; in a text
   of one or two lines only if there are fewer than this. */
#define DOUBLE_SPACED_PERCENT 90 /* from 45 */
#define DOUBLE_SPACED_FEW 3	 /* 1 to 6 */

/* Paragraphs of one sentence each are longer on the average, in bytes: of 36
   flattened articles the shortest had 129. */
#define PARAGRAPH_LEAST 115
#define DOUBLE_SPACED_MANY 5 /* so few sentences say nothing */
#define PARAGRAPH_SHORT 60   /* so short is none */
#define JUSTIFIED_BYTES 24   /* of text set to a width, for a wide gap */
#define TITLE_MOST 90	     /* bytes of one, which may be of two sentences */
#define BYLINE_MOST 60	     /* bytes */

/* So many sentences with two spaces after them, and none without: of 4,288
   articles with as many paragraphs one, of 796 in which a typist put two
   spaces after each sentence 570. */
#define DOUBLE_SPACED_ALL 24

/* Fewer, hardly one without, of very different lengths: the square of their
   coefficient of variation, in percent. Of 42 articles with one sentence in
   each paragraph it is more for four, of 6,280 others less for 900. */
#define DOUBLE_SPACED_SURE 8
#define DOUBLE_SPACED_SPARE 20 /* one of so many has one space */
#define DOUBLE_SPACED_VARY 18

/* A list of phrases: lines, of so many bytes on average, for one sentence end.
 */
#define PHRASES_LEAST 24
#define PHRASE_MOST 30
#define PHRASES_PER_END 20

/* Of the marks so many have a space before them: a tokeniser's text. Two are
   enough in a text of so few marks. */
#define APART_PERCENT 25 /* from 18; 12: 3, 31: 2, 50: 59 */
#define APART_LEAST 2	 /* from 1; 3: 1 */
#define APART_MARKS 4	 /* 2 to 8 */

/* And so many of those are full stops and commas, for one of ? ! : ; which the
   French set apart. 25 to 62; 100: 1. */
#define STOPS_PERCENT 50

#define SHORT_NAME 5   /* letters of "Sept", "Calif" */
#define ITEM_MOST 2000 /* bytes from one number of a list to the next */

/* A quotation mark that closes in one language opens in another. */
static bool is_opening(uint32_t point)
{
	return point == '@' ||
	       mark_is(point, MARK_OPEN_BRACKET | MARK_QUOTATION |
				      MARK_CURRENCY | MARK_INVERTED);
}

/* What ends a sentence in Urdu, Armenian, Hindi, Chinese and others. */
static bool ends_sentence(uint32_t point)
{
	static const uint32_t ends[] = {
		0x0589, 0x061F, 0x06D4, 0x0964, 0x104B,
		0x1362, 0x17D4, 0x3002, 0xFF01, 0xFF1F
	};

	if (point < ends[0])
		return mark_is(point, MARK_TERMINAL);
	if (mark_is(point, MARK_TERMINAL))
		return true;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (point == ends[i])
			return true;
	return false;
}

/* A dash, a bullet or an ellipsis at the start of a paragraph. */
static bool is_bullet(uint32_t point)
{
	return point == '_' || mark_is(point, MARK_BULLET | MARK_ELLIPSIS);
}

enum shape_end shape_end(const char *text, size_t at)
{
	uint32_t point = utf8_before(text, at);
	bool closed = false;

	while (at &&
	       (mark_may_close(point) || text_closes_elsewhere(text, at))) {
		utf8_previous(text, &at);
		point = utf8_before(text, at);
		closed = true;
	}
	if (ends_sentence(point))
		return SHAPE_END_SENTENCE;
	if (closed || unicode_is_word(point) || point == ':' || point == '%')
		return SHAPE_END_WORD;
	return SHAPE_END_OTHER;
}

/* The number of one or two digits with a period that ends at `at`; 0: none. */
static unsigned number_before(const char *text, size_t at)
{
	unsigned unit, ten;

	if (at < 2 || text[at - 1] != '.')
		return 0;
	unit = (unsigned)text[at - 2] - '0';
	ten = (unsigned)bytes_before(text, at - 2) - '0';
	if (unit > 9 || ten > 9)
		return unit > 9 ? 0 : unit;
	return ascii_is_digit(bytes_before(text, at - 3)) ? 0 : 10 * ten + unit;
}

/* The end of what is before the number that ends at `at`. */
static size_t end_before_number(const char *text, size_t at)
{
	for (at -= 2; ascii_is_digit(bytes_before(text, at)); at--)
		;
	while (bytes_before(text, at) == ' ')
		at--;
	return at;
}

/* Whether the list's number before this one is before `at`. */
static bool follows_number(const char *text, size_t at, unsigned number)
{
	const size_t start = at > ITEM_MOST ? at - ITEM_MOST : 0;

	for (; number > 1 && at > start; at--)
		if (text[at] == ' ' && number_before(text, at) == number - 1 &&
		    shape_end(text, end_before_number(text, at)) !=
			    SHAPE_END_WORD)
			return true;
	return false;
}

bool shape_ends_number(const char *text, size_t at)
{
	const unsigned number = number_before(text, at);
	size_t end, front;

	if (!number)
		return false;
	end = end_before_number(text, at);
	if (!end || text[end - 1] == '\n' || text[end - 1] == ':')
		return true;
	if (text[end - 1] != '.')
		return shape_end(text, end) == SHAPE_END_SENTENCE;
	for (front = --end; ascii_is_alnum(bytes_before(text, front)); front--)
		;
	return end - front > SHORT_NAME ||
	       !ascii_is_upper((unsigned char)text[front]) ||
	       follows_number(text, end, number);
}

/* "’s Ochtends", "'t Is": in Dutch a sentence begins so. */
static bool begins_elided(const char *text, size_t len, size_t at)
{
	const uint32_t mark = at ? utf8_before(text, at) : 0;

	return (mark == 0x2019 || mark == '\'') &&
	       bytes_at(text, len, at + 1) == ' ' &&
	       unicode_is_upper(utf8_at(text, len, at + 2));
}

enum shape_start shape_start(const char *text, size_t len, size_t at)
{
	uint32_t point = utf8_at(text, len, at);

	for (int i = 0; i < 3 && is_opening(point); i++) {
		const bool apart = point == 0xAB;

		utf8_next(text, &at);
		point = utf8_at(text, len, at);
		if (!apart || point == '\n' || !unicode_is_space(point))
			continue;
		/* "« Nous": French sets it apart. */
		utf8_next(text, &at);
		point = utf8_at(text, len, at);
	}
	if (unicode_is_lower(point))
		return begins_elided(text, len, at) ? SHAPE_START_UPPER
						    : SHAPE_START_LOWER;
	if (unicode_is_letter(point) || is_bullet(point))
		return SHAPE_START_UPPER;
	return unicode_is_digit(point) ? SHAPE_START_DIGIT : SHAPE_START_OTHER;
}

/* "eBay", "iPhones": a name may begin a sentence so. */
static bool is_name(const char *text, size_t len, size_t at)
{
	while (at < len && ascii_is_lower((unsigned char)text[at]))
		at++;
	return at < len && ascii_is_upper((unsigned char)text[at]);
}

/* "www.lowell.example", "ida@lowell.example": it may begin a line of its own.
   So does "c/o Ida Moss". */
static bool is_address(const char *text, size_t len, size_t at)
{
	struct address_run run = { 0 };
	unsigned kind;

	if (bytes_begin(text, len, at, "c/o "))
		return true;
	return address_at(text, at, len, &run, &kind) &&
	       kind & (ADDRESS_URL | ADDRESS_MAIL);
}

/* "by Ida Moss and Eoin Higgs": who wrote it, on a line of its own. A sentence
   that goes on so has small words, or its stop. */
static bool is_byline(const char *text, size_t len, size_t at)
{
	size_t end;

	if (!bytes_begin(text, len, at, "by "))
		return false;
	end = bytes_line_end(text, len, at);
	if (end - at > BYLINE_MOST || shape_end(text, end) != SHAPE_END_WORD)
		return false;
	for (; at < end; at++)
		if (text[at] == ' ' &&
		    ascii_is_lower(bytes_at(text, end, at + 1)) &&
		    !bytes_begin(text, end, at, " and "))
			return false;
	return true;
}

bool shape_goes_on(const char *text, size_t len, size_t at)
{
	const uint32_t mark = utf8_at(text, len, at);

	if (mark < 0x80 && (mark_is(mark, MARK_STOP_OR_PAUSE) || mark == ')'))
		return at + 1 == len ||
		       ascii_is_space((unsigned char)text[at + 1]);
	return shape_start(text, len, at) == SHAPE_START_LOWER &&
	       !is_name(text, len, at) && !is_address(text, len, at) &&
	       !is_byline(text, len, at);
}

bool shape_lists(const char *text, size_t at, size_t end, bool listed)
{
	return utf8_before(text, end) == ':' ||
	       (listed && !mark_is(utf8_at(text, end, at), MARK_BULLET) &&
		shape_end(text, end) != SHAPE_END_SENTENCE);
}

size_t shape_count_runs(const struct survey *survey)
{
	size_t runs = 0;

	for (size_t i = 2; i <= SURVEY_RUNS; i++)
		runs += survey->runs[i];
	return runs;
}

/* The lines look like a screen's: worth a look. */
static bool may_be_wrapped(const struct survey *survey)
{
	if (survey->lines < LINES_LEAST)
		return false;
	if ((uint64_t)survey->wrapped_lines * 100 >=
	    (uint64_t)survey->lines * WRAPPED_PERCENT)
		return true;
	/* All lines are indented. */
	if (survey->longest_line <= SCREEN_LINE &&
	    (uint64_t)survey->leading * 100 >=
		    (uint64_t)survey->lines * INDENTED_PERCENT)
		return true;
	return survey->longest_line <= SCREEN_LINE &&
	       survey->lines >= DOUBLED_LINES &&
	       survey->blank_lines + 1 >= survey->lines;
}

/* Where all is small or in capitals, no line tells how the next one begins. */
static bool may_have_blocks(const struct survey *survey)
{
	return survey->broken_lines &&
	       !(survey->conditions &
		 (CONDITION_LOWERCASED | CONDITION_UPPERCASED));
}

/* Sentences are of more different lengths than paragraphs of one sentence. */
static bool varies(const struct shape *shape)
{
	const uint64_t mean = shape->wide_bytes / shape->wide_ends;

	return shape->wide_squares / shape->wide_ends * 100 >
	       mean * mean * (100 + DOUBLE_SPACED_VARY);
}

/* Two spaces after each sentence: a typist's habit, not paragraphs. */
static bool is_double_spaced(const struct survey *survey,
			     const struct shape *shape)
{
	const size_t all = shape->ends + shape->wide_ends;

	if (shape->wide_ends * 100 < all * DOUBLE_SPACED_PERCENT)
		return false;
	if (all >= DOUBLE_SPACED_SURE && shape->pair_ends == shape->wide_ends &&
	    shape->ends * DOUBLE_SPACED_SPARE <= all &&
	    ((!shape->ends && all >= DOUBLE_SPACED_ALL) || varies(shape)))
		return true;
	return survey->lines > 2 || all < DOUBLE_SPACED_FEW ||
	       shape->wide_inside > 0 ||
	       survey->len < (all + 1) * PARAGRAPH_SHORT ||
	       (!shape->ends && all >= DOUBLE_SPACED_MANY &&
		survey->len < (all + 1) * PARAGRAPH_LEAST);
}

static uint32_t run_conditions(struct survey *survey, const char *text,
			       size_t len)
{
	const struct shape *shape = &survey->shape;

	shape_read_runs(&survey->shape, text, len);
	if (!shape->wide_ends || (shape->wide_ends == 1 && len < TITLE_MOST))
		return 0;
	if (is_double_spaced(survey, shape))
		return CONDITION_DOUBLE_SPACED;
	if (shape_count_runs(survey) * JUSTIFIED_BYTES > len)
		return 0;
	return len >= survey->lines * (size_t)LONG_LINE || survey->lines < 2
		       ? CONDITION_FLATTENED
		       : 0;
}

/*
 * Many marks have a space before them, and not only those that
 * French sets apart.
 */
static bool is_tokenised(struct survey *survey, const char *text, size_t len)
{
	const uint32_t apart = survey->before_mark;
	const struct shape *shape = &survey->shape;

	if (apart < APART_LEAST ||
	    (apart == APART_LEAST && survey->marks > APART_MARKS) ||
	    (uint64_t)apart * 100 < (uint64_t)survey->marks * APART_PERCENT)
		return false;
	shape_read_marks(&survey->shape, text, len);
	return shape->stops_wide * 100 > shape->marks_wide * STOPS_PERCENT;
}

static size_t count_ends(const char *text, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += text[i] == '.' || text[i] == '?' || text[i] == '!';
	return count;
}

/* Phrases of a dictionary, one a line: short ones, hardly one a sentence. */
static bool is_list_of_phrases(const struct survey *survey, const char *text,
			       size_t len)
{
	return survey->lines >= PHRASES_LEAST &&
	       len < survey->lines * (size_t)PHRASE_MOST &&
	       count_ends(text, len) * PHRASES_PER_END < survey->lines;
}

/* The shape of a text that was hard-wrapped, as a whole or in blocks. */
static uint32_t line_conditions(struct survey *survey, const char *text,
				size_t len)
{
	struct shape lines = { 0 }, blocks = { 0 };

	if (is_list_of_phrases(survey, text, len))
		return 0;
	if (may_be_wrapped(survey) &&
	    shape_read_lines(&lines, survey, text, len)) {
		survey->shape = lines;
		return CONDITION_WRAPPED;
	}
	if (may_have_blocks(survey) &&
	    shape_read_blocks(&blocks, survey, text, len)) {
		survey->shape = blocks;
		return CONDITION_BLOCKS;
	}
	return 0;
}

void shape_conditions(struct survey *survey, const char *text, size_t len)
{
	uint32_t conditions = line_conditions(survey, text, len);

	if (!conditions && shape_count_runs(survey))
		conditions |= run_conditions(survey, text, len);
	if (is_tokenised(survey, text, len))
		conditions |= CONDITION_TOKENISED;
	survey->conditions |= conditions;
}
