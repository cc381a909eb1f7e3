/* Which marks a text lost. */
#include "edit/judge_marks.h"

#include "edit/judge_form.h"
#include "edit/survey.h"

/* The numbers with their margins: judge.c. */

/* Words for a mark between words, where such marks are gone. */
#define WORDS_PER_MARK 50 /* 25 to 200; 12: 1 */
#define UNMARKED_WORDS 60 /* more, where there are no sentences; 15 to 240 */

/* Words of a line of speech after a dash; an item of a list has fewer. */
#define TURN_WORDS 12

/* Words for a hyphen, bracket or quotation mark, where only those are gone. */
#define WORDS_PER_SOFT 500 /* 125 to 2,000 */
#define SOFT_WORDS 150	   /* more, without other evidence; 37 to 600 */

/* Commas that became spaces: of sentences without one, so many words for each
   gap of two spaces. */
#define COMMALESS_SENTENCES 2 /* that follow one */
#define COMMA_GAPS 3
#define COMMALESS_WORDS 40
#define WORDS_PER_COMMA_GAP 50

/* Of a hundred words so many have a wide gap before them: marks left spaces.
   To 4. */
#define WIDE_PERCENT 1

/* Lost quotation marks and apostrophes; see judge_quotes_are_lost(). */
#define SPEECH_LEAST 2	/* to 8; 1: 3 */
#define SPOKEN_LEAST 2	/* 1: 2 clean ones */
#define ODD_PER_SURE 8	/* to 32; 7: 1, 4: 4 */
#define ODD_SPARE 6	/* to 24; 5: 1 */
#define CLITICS_LEAST 3 /* none; 2: 3, 4: 2 */
#define ODD_LEAST 4	/* 2 to 6; 1: 1, 8: 1 */
#define LOST_PER_LEFT 2 /* none; 1: 1, 3: 1 */
#define SHORT_TEXT 150	/* words: stray spaces may be beside verbs of speech */
#define SPELLED_MOST 2	/* 1 to 4 */
#define LINES_PER_LED 3 /* 2: 27 texts of a headline and a paragraph */

#define WORDS_OF_PROSE 20  /* of its lines; headlines and verse have fewer */
#define COMMON_IN_PROSE 16 /* where nothing else tells it from a table */

/*
 * Which marks an article of one case kept. Apostrophes and hyphens inside words
 * do not count: transcripts keep them where they have no sentence marks.
 */
static uint32_t kept_marks(const struct tally *tally)
{
	const size_t soft = tally->soft + tally->quotes + tally->apostrophes;
	const size_t turns =
		tally->words >= tally->lines * TURN_WORDS ? tally->dashed : 0;
	const bool gone =
		(tally->between - turns) * WORDS_PER_MARK < tally->words;
	const bool some = soft * WORDS_PER_SOFT < tally->words &&
			  (tally->clitics || tally->odd_wide ||
			   tally->words > SOFT_WORDS);
	uint32_t found = gone ? CONDITION_MARKS_GONE : 0;

	if (!gone && some)
		found = CONDITION_MARKS_SOME;
	if (tally->wide > tally->words * WIDE_PERCENT / 100)
		found |= CONDITION_RUNS_KEPT;
	return found;
}

/*
 * Whether double marks alone became spaces: ",  she said" is nobody's habit,
 * nor do old line ends and stripped links leave it twice.
 */
static bool doubles_are_lost(const struct tally *tally)
{
	return !tally->doubles && tally->spoken >= SPOKEN_LEAST;
}

/* Whether commas became spaces: no text has sentences, wide gaps and none. */
static bool commas_are_lost(const struct tally *tally)
{
	return !tally->commas && tally->words >= COMMALESS_WORDS &&
	       tally->sentences >= COMMALESS_SENTENCES &&
	       tally->odd_wide >= COMMA_GAPS &&
	       tally->odd_wide * WORDS_PER_COMMA_GAP >= tally->words;
}

/* The same where double marks may be the only ones that are lost. */
uint32_t judge_marks_of_small(const struct tally *tally)
{
	const uint32_t kept = kept_marks(tally);

	if (kept & CONDITION_MARKS_GONE && form_is_headlines(tally))
		return 0;
	return !(kept & CONDITION_MARKS_GONE) && (doubles_are_lost(tally) ||
						  commas_are_lost(tally))
		       ? kept | CONDITION_MARKS_SOME
		       : kept;
}

uint32_t judge_marks_of_capitals(const struct tally *tally)
{
	return form_is_flash(tally) ? 0 : judge_marks_of_small(tally);
}

/*
 * The same of a cased article, which may have no hyphen or bracket though only
 * its quotation marks were lost: many words must be without one.
 */
uint32_t judge_marks_of_cased(const struct tally *tally)
{
	const uint32_t kept = kept_marks(tally);

	return tally->words > SOFT_WORDS
		       ? kept
		       : kept & ~(uint32_t)CONDITION_MARKS_SOME;
}

/*
 * Whether quotation marks and apostrophes became spaces. Wide gaps alone prove
 * nothing: old line ends, justified type and stripped links leave them, too.
 * There must be a clitic without its apostrophe ("didn t") or wide gaps at
 * verbs of speech, and none of the marks is left that would speak against it,
 * or more are lost than are left (quoted posts and names may keep theirs).
 */
bool judge_quotes_are_lost(const struct tally *tally)
{
	const size_t left = tally->apostrophes + tally->quotes;
	const size_t lost = tally->clitics + tally->odd_wide;

	/* where many lines have it, a space at their start is an indent */
	const size_t led =
		tally->led * LINES_PER_LED <= tally->lines ? tally->led : 0;

	/* a scanner's: "taugh t", "w i l l  be" */
	if (tally->spelled > SPELLED_MOST || form_is_data(tally) ||
	    tally->columns > lost)
		return false;
	if (!tally->strong && tally->speech < SPEECH_LEAST && !led)
		return false;
	if (tally->odd_wide >
	    ODD_PER_SURE * (tally->strong + tally->speech + led) + ODD_SPARE)
		return false;
	if (!tally->strong && tally->words < SHORT_TEXT &&
	    tally->plain_wide > tally->spoken + 1)
		return false;
	if (doubles_are_lost(tally))
		return true;
	if (tally->clitics >= CLITICS_LEAST &&
	    (tally->clitics > tally->apostrophes || lost > left))
		return true;
	if (tally->clitics && tally->odd_wide >= ODD_LEAST &&
	    lost > LOST_PER_LEFT * left)
		return true;
	return !left;
}

/*
 * Whether a cased text has no mark left but in words: wide gaps are in their
 * places, or its lines are longer than titles. In a table few words are common
 * ones.
 */
bool judge_marks_are_lost(const struct tally *tally)
{
	const size_t marks = tally->between + tally->quotes + tally->stops;

	return tally->words > UNMARKED_WORDS &&
	       marks * WORDS_PER_MARK < tally->words &&
	       (tally->wide > tally->words * WIDE_PERCENT / 100 ||
		tally->words >= tally->lines * WORDS_OF_PROSE) &&
	       tally->common * 100 >= tally->words * COMMON_IN_PROSE;
}

bool judge_is_unmarked(const struct tally *tally)
{
	return tally->words > UNMARKED_WORDS &&
	       tally->between * WORDS_PER_MARK < tally->words;
}
