/* What a tally says that a text lost. */
#include "edit/judge.h"

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

#define WORDS_OF_PROSE 20  /* of its lines; headlines and verse have fewer */
#define COMMON_IN_PROSE 16 /* where nothing else tells it from a table */

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

/* Gaps of a program, and words for one. */
#define CODE_LEAST 3
#define WORDS_PER_CODE 25

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

/* Lost quotation marks and apostrophes; see quotes_are_lost(). */
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

/* A list has so many lines, and fewer words than these in each; verse, whose
   form small letters may be, has these, and a mark in every other at most. */
#define LIST_LINES 24
#define VERSE_LINES 6
#define LINES_PER_STOP 2
#define LIST_WORDS 5
#define LINES_PER_START 4
#define HEADLINES_LEAST 3
#define FLASH_LINES 6
#define FLASH_WORDS 20 /* of a line, fewer */
#define HEADLINE_WORDS                                                         \
	10 /* of a line, fewer; of wire copy that is wrapped 11 */

/* Of lines of captions so many end within a sentence: "asked the". */
#define LINES_PER_RUNNING 7
#define CAPTION_WORDS 2 /* of one, or more on the average */

/* Of the lines of a chat so many begin with no name: they are wrapped. */
#define LINES_PER_NICK 4

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

/*
 * A headline a line: they had no marks to lose. Of prose that is wrapped more
 * lines end within a sentence.
 */
static bool is_headlines(const struct tally *tally)
{
	return tally->lines >= HEADLINES_LEAST && !tally->wide &&
	       tally->words < tally->lines * HEADLINE_WORDS &&
	       tally->running * LINES_PER_RUNNING < tally->lines;
}

/*
 * The same of a text in capitals: a flash is a headline, and that once more.
 * Its lines may be set in, which says nothing of marks; nor does a wide gap in
 * a line.
 */
static bool is_flash(const struct tally *tally)
{
	return tally->lines > 1 && tally->lines <= FLASH_LINES &&
	       tally->wide - tally->set_in <= tally->lines &&
	       tally->words < tally->lines * FLASH_WORDS &&
	       tally->running * LINES_PER_RUNNING < tally->lines;
}

/* The same where double marks may be the only ones that are lost. */
static uint32_t kept_of_small(const struct tally *tally)
{
	const uint32_t kept = kept_marks(tally);

	if (kept & CONDITION_MARKS_GONE && is_headlines(tally))
		return 0;
	return !(kept & CONDITION_MARKS_GONE) && (doubles_are_lost(tally) ||
						  commas_are_lost(tally))
		       ? kept | CONDITION_MARKS_SOME
		       : kept;
}

/*
 * The same of a cased article, which may have no hyphen or bracket though only
 * its quotation marks were lost: many words must be without one.
 */
static uint32_t kept_of_cased(const struct tally *tally)
{
	const uint32_t kept = kept_marks(tally);

	return tally->words > SOFT_WORDS
		       ? kept
		       : kept & ~(uint32_t)CONDITION_MARKS_SOME;
}

/* Lines of a program's data, "NNP s suffix 1 NNS x": few begin a sentence. */
static bool is_data(const struct tally *tally)
{
	return tally->lines >= LIST_LINES &&
	       tally->words < tally->lines * HEADLINE_WORDS &&
	       (tally->starts_lower + tally->starts_upper) * LINES_PER_START <
		       tally->lines;
}

/*
 * Whether quotation marks and apostrophes became spaces. Wide gaps alone prove
 * nothing: old line ends, justified type and stripped links leave them, too.
 * There must be a clitic without its apostrophe ("didn t") or wide gaps at
 * verbs of speech, and none of the marks is left that would speak against it,
 * or more are lost than are left (quoted posts and names may keep theirs).
 */
static bool quotes_are_lost(const struct tally *tally)
{
	const size_t left = tally->apostrophes + tally->quotes;
	const size_t lost = tally->clitics + tally->odd_wide;

	/* where many lines have it, a space at their start is an indent */
	const size_t led =
		tally->led * LINES_PER_LED <= tally->lines ? tally->led : 0;

	/* a scanner's: "taugh t", "w i l l  be" */
	if (tally->spelled > SPELLED_MOST || is_data(tally) ||
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

static bool is_cased(const struct tally *tally)
{
	return tally->upper * LETTERS_PER_UPPER >= tally->lower &&
	       tally->lower * LETTERS_PER_LOWER >= tally->upper;
}

/*
 * Whether a cased text has no mark left but in words: wide gaps are in their
 * places, or its lines are longer than titles. In a table few words are common
 * ones.
 */
static bool marks_are_lost(const struct tally *tally)
{
	const size_t marks = tally->between + tally->quotes + tally->stops;

	return tally->words > UNMARKED_WORDS && is_cased(tally) &&
	       marks * WORDS_PER_MARK < tally->words &&
	       (tally->wide > tally->words * WIDE_PERCENT / 100 ||
		tally->words >= tally->lines * WORDS_OF_PROSE) &&
	       tally->common * 100 >= tally->words * COMMON_IN_PROSE;
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

/* So few marks between so many words that sentences cannot be told by them. */
static bool is_unmarked(const struct tally *tally)
{
	return tally->words > UNMARKED_WORDS &&
	       tally->between * WORDS_PER_MARK < tally->words;
}

/*
 * Whether sentences begin small, or there are none to tell by. Few capitals
 * alone prove nothing: a cased article may have no names.
 */
static bool is_lowercased(const struct tally *tally)
{
	if (tally->upper * LETTERS_PER_UPPER < tally->lower)
		return tally->starts_lower >= tally->starts_upper ||
		       is_unmarked(tally);
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
	       (tally->starts_upper >= TITLED_STARTS || is_unmarked(tally)) &&
	       tally->words >= tally->lines * TITLED_LINE &&
	       tally->small * 100 <= tally->words * TITLED_SMALL &&
	       tally->common_upper * 100 >= tally->common * TITLED_PERCENT;
}

/*
 * Captions of speech without marks, one after the other: a line breaks where
 * the screen ends. Verse has empty lines, after which it starts again.
 */
static bool is_captions(const struct tally *tally)
{
	return tally->words >= tally->lines * CAPTION_WORDS &&
	       tally->running * LINES_PER_RUNNING >= tally->lines &&
	       tally->starts_lower + tally->starts_upper <= 1;
}

/* Names, words or phrases of a dictionary, one a line, or verse: no article. */
static bool is_list(const struct tally *tally)
{
	const bool verse = tally->lines >= VERSE_LINES &&
			   tally->stops * LINES_PER_STOP < tally->lines;

	return (verse || tally->lines >= LIST_LINES) &&
	       tally->words < tally->lines * LIST_WORDS && !is_captions(tally);
}

/* "<ida> morning": who chats has a name without capitals, and writes so. */
static bool is_chat(const struct tally *tally)
{
	return tally->nicks * LINES_PER_NICK > tally->lines;
}

/* A program, whatever its comments: most of its words are a machine's. */
static bool is_program(const struct tally *tally)
{
	return tally->code >= CODE_LEAST &&
	       (tally->code + tally->names) * WORDS_PER_CODE >= tally->words;
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

	if (is_list(tally) || is_chat(tally) || is_program(tally))
		return 0;
	if (is_lowercased(tally))
		found = CONDITION_LOWERCASED | kept_of_small(tally) |
			(tally->upper + tally->leads ? CONDITION_CAPITALS_KEPT
						     : 0);
	else if (tally->lower * LETTERS_PER_LOWER < tally->upper)
		found = CONDITION_UPPERCASED |
			(is_flash(tally) ? 0 : kept_of_small(tally));
	else if (quotes_are_lost(tally))
		found = CONDITION_QUOTES_LOST | kept_of_cased(tally);
	return qualify(tally, found);
}

uint32_t judge_starts(const struct tally *tally)
{
	if (is_list(tally) || is_chat(tally) || is_program(tally) ||
	    is_foreign(tally) || !has_small_starts(tally))
		return 0;
	return qualify(tally, CONDITION_LOWERCASED | CONDITION_STARTS);
}

uint32_t judge_program(const struct tally *tally)
{
	uint32_t found = 0;

	if (is_list(tally) || is_chat(tally) || is_program(tally) ||
	    is_foreign(tally))
		return 0;
	if (has_outer_capitals(tally))
		found = CONDITION_LOWERCASED | kept_of_small(tally);
	else if (has_small_starts(tally))
		found = CONDITION_LOWERCASED | CONDITION_STARTS;
	else if (is_titled(tally))
		found = CONDITION_UPPERCASED | kept_of_small(tally);
	else if (marks_are_lost(tally))
		found = CONDITION_QUOTES_LOST | kept_of_cased(tally);
	return qualify(tally, found);
}
