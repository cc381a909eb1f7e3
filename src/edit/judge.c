/*
 * What a tally says that a text lost. Its case is judged here, its marks in
 * judge_marks.c.
 */
#include "edit/judge.h"

#include "edit/judge_form.h"
#include "edit/judge_marks.h"
#include "edit/survey.h"

/*
 * The numbers that decide, each with its margin: other values of it at which
 * none of 1,035 clean and 4,265 damaged articles came out differently, and the
 * nearest ones at which damaged ones did (no clean one did at any). Counted by
 * tools/margins.py.
 */

/* Fewer words than this say nothing about an article. 5 to 40; 80: 2. */
#define WORDS_LEAST 20

/* But wire copy: so many, if so many of its gaps are wide. */
#define WIRE_LEAST 10
#define WIRE_GAPS 2

/* Of a hundred words of English news at least so many are common ones. To 12;
   7: 1, 15: 3, 20: 19. */
#define COMMON_PERCENT 10

/* An article of one case: so many letters for one of the other case. */
#define LETTERS_PER_UPPER 200 /* 50 to 800 */
#define LETTERS_PER_LOWER 20  /* to 30; 15: 2, 40: 2 */

/* An article in which each word has a capital: of a hundred common ones so
   many; headlines are shorter, and end without a stop. */
#define TITLED_WORDS 40
#define TITLED_STARTS 3 /* of sentences */
#define TITLED_LINE 15	/* words of a line; a list of titles has fewer */
#define TITLED_PERCENT 95
#define TITLED_SMALL 6 /* of a hundred words so many begin small, at most */

/* Sentences that a common word begins small, in all and for one that it begins
   with a capital. */
#define PLAIN_LEAST 4
#define PLAIN_PER_UPPER 8

/* First letters of lines, for a sentence that begins small. */
#define FRONTS_PER_SMALL 4

/* Names and "i" that begin small, for one that does not. */
#define SMALL_PER_KEPT 4

/* Capitals that no sentence begins with, for one that does. */
#define INNER_PER_START 5

/* The same without paragraphs that kept their case; see is_lowercased(). */
#define STARTS_LOWER_LEAST 3	   /* 1 to 12 */
#define STARTS_LOWER_PER_UPPER 3   /* 1 to 12 */
#define LETTERS_PER_UPPER_MIXED 10 /* 2 to 40 */

static bool is_cased(const struct tally *tally)
{
	return tally->upper * LETTERS_PER_UPPER >= tally->lower &&
	       tally->lower * LETTERS_PER_LOWER >= tally->upper;
}

/*
 * So many names and "i" that begin small that "e to an i" is none of them. An
 * "I" says nothing where sentences begin small.
 */
static bool has_small_names(const struct tally *tally)
{
	const size_t kept = tally->starts_upper > tally->starts_lower
				    ? tally->kept_names
				    : 0;

	return tally->small_names > kept * SMALL_PER_KEPT;
}

/*
 * Whether capitals were given back to a text in small letters, by a program
 * that knows no names: to the first letter of each paragraph, while its other
 * sentences begin small, or of each sentence, while days, months, countries and
 * "i" do.
 */
static bool has_outer_capitals(const struct tally *tally)
{
	const size_t begun_small = tally->inner_lower;
	const size_t paragraphs = tally->upper - tally->fronts;
	const size_t sentences = tally->upper > tally->starts_upper
					 ? tally->upper - tally->starts_upper
					 : 0;

	if (tally->fronts && begun_small >= STARTS_LOWER_LEAST &&
	    begun_small * FRONTS_PER_SMALL >= tally->fronts &&
	    (has_small_names(tally) || !tally->kept_names) &&
	    paragraphs * LETTERS_PER_UPPER < tally->lower)
		return true;
	return has_small_names(tally) &&
	       sentences * INNER_PER_START <= tally->starts_upper &&
	       sentences * LETTERS_PER_UPPER < tally->lower;
}

/*
 * Whether names kept their capitals, and what begins a sentence lost its own:
 * a translation program's training text ("truecased").
 */
static bool has_small_starts(const struct tally *tally)
{
	return tally->plain_lower >= PLAIN_LEAST &&
	       tally->plain_lower >= tally->plain_upper * PLAIN_PER_UPPER &&
	       tally->upper > tally->starts_upper;
}

/*
 * Whether sentences begin small, or there are none to tell by. Few capitals
 * alone prove nothing: a cased article may have no names.
 */
static bool is_lowercased(const struct tally *tally)
{
	if (tally->upper * LETTERS_PER_UPPER < tally->lower)
		return tally->starts_lower >= tally->starts_upper ||
		       judge_is_unmarked(tally);
	return tally->starts_lower >= STARTS_LOWER_LEAST &&
	       tally->starts_upper * STARTS_LOWER_PER_UPPER <=
		       tally->starts_lower &&
	       (tally->upper - tally->heads) * LETTERS_PER_UPPER_MIXED <
		       tally->lower &&
	       tally->tails * 100 > tally->lower * TAILS_PERCENT;
}

/*
 * Whether each word begins with a capital, those too that no title raises: what
 * str.title() of Python makes of an article, or of one without its marks.
 */
static bool is_titled(const struct tally *tally)
{
	return tally->words >= TITLED_WORDS &&
	       (tally->starts_upper >= TITLED_STARTS ||
		judge_is_unmarked(tally)) &&
	       tally->words >= tally->lines * TITLED_LINE &&
	       tally->small * 100 <= tally->words * TITLED_SMALL &&
	       tally->common_upper * 100 >= tally->common * TITLED_PERCENT;
}

/* Of another language, or names and numbers. */
static bool is_foreign(const struct tally *tally)
{
	return tally->common * 100 < tally->words * COMMON_PERCENT;
}

/* In one case, without marks, and with wide gaps in their places. */
static bool is_wire(const struct tally *tally, uint32_t found)
{
	const uint32_t sure = CONDITION_MARKS_GONE | CONDITION_RUNS_KEPT;

	return (found & sure) == sure && tally->wide >= WIRE_GAPS;
}

/* What a text of some condition is besides, which leaves it as it is. */
static uint32_t qualify(const struct tally *tally, uint32_t found)
{
	if (!found)
		return 0;
	if (tally->words < (is_wire(tally, found) ? WIRE_LEAST : WORDS_LEAST))
		return found | CONDITION_SHORT;
	return is_foreign(tally) ? found | CONDITION_FOREIGN : found;
}

uint32_t judge_tally(const struct tally *tally)
{
	uint32_t found = 0;

	if (form_is_no_article(tally))
		return 0;
	if (is_lowercased(tally))
		found = CONDITION_LOWERCASED | judge_marks_of_small(tally) |
			(tally->upper + tally->leads ? CONDITION_CAPITALS_KEPT
						     : 0);
	else if (tally->lower * LETTERS_PER_LOWER < tally->upper)
		found = CONDITION_UPPERCASED | judge_marks_of_capitals(tally);
	else if (judge_quotes_are_lost(tally))
		found = CONDITION_QUOTES_LOST | judge_marks_of_cased(tally);
	return qualify(tally, found);
}

uint32_t judge_starts(const struct tally *tally)
{
	if (form_is_no_article(tally) || is_foreign(tally) ||
	    !has_small_starts(tally))
		return 0;
	return qualify(tally, CONDITION_LOWERCASED | CONDITION_STARTS);
}

uint32_t judge_program(const struct tally *tally)
{
	uint32_t found = 0;

	if (form_is_no_article(tally) || is_foreign(tally))
		return 0;
	if (has_outer_capitals(tally))
		found = CONDITION_LOWERCASED | judge_marks_of_small(tally);
	else if (has_small_starts(tally))
		found = CONDITION_LOWERCASED | CONDITION_STARTS;
	else if (is_titled(tally))
		found = CONDITION_UPPERCASED | judge_marks_of_small(tally);
	else if (is_cased(tally) && judge_marks_are_lost(tally))
		found = CONDITION_QUOTES_LOST | judge_marks_of_cased(tally);
	return qualify(tally, found);
}
