/* The conditions that the shape of a text shows. */
#include "edit/shape.h"

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

/* In a text that has paragraphs so many, more than half, are enough. */
#define PARAGRAPHS_LEAST 4
#define PARAGRAPHS_PERCENT 60

/* Paragraphs of one sentence each are longer on the average, in bytes: of 36
   flattened articles the shortest had 129. */
#define PARAGRAPH_LEAST 115
#define DOUBLE_SPACED_MANY 5 /* so few sentences say nothing */
#define PARAGRAPH_SHORT 60   /* so short is none */
#define JUSTIFIED_BYTES 24   /* of text set to a width, for a wide gap */
#define TITLE_MOST 90	     /* bytes of one, which may be of two sentences */

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

/* Lines with a blank one after each. */
static bool has_paragraphs(const struct survey *survey)
{
	return survey->lines >= PARAGRAPHS_LEAST &&
	       survey->blank_lines + 1 >= survey->lines;
}

/* Two spaces after each sentence: a typist's habit, not paragraphs. */
static bool is_double_spaced(const struct survey *survey,
			     const struct shape *shape)
{
	const size_t all = shape->ends + shape->wide_ends;

	if (shape->wide_ends * 100 >= all * PARAGRAPHS_PERCENT &&
	    has_paragraphs(survey))
		return true;
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
