/* The casing conditions. */
#include "edit/condition.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "edit/tally.h"

/*
 * The numbers that decide, each with its margin: other values of it at which
 * none of 1,035 clean and 4,265 damaged articles came out differently, and the
 * nearest ones at which damaged ones did (no clean one did at any). Counted by
 * tools/margins.py.
 */

/* Fewer words than this say nothing about an article. 5 to 40; 80: 2. */
#define WORDS_LEAST 20

/* Of a hundred words of English news at least so many are common ones. To 12;
   7: 1, 15: 3, 20: 19. */
#define COMMON_PERCENT 10

#define WORDS_OF_PROSE 25  /* of its lines; headlines and verse have fewer */
#define COMMON_IN_PROSE 20 /* where nothing else tells it from a table */

/* An article of one case: so many letters for one of the other case. */
#define LETTERS_PER_UPPER 200 /* 50 to 800 */
#define LETTERS_PER_LOWER 20  /* to 30; 15: 2, 40: 2 */

/* An article in which each word has a capital: of a hundred common ones so
   many; headlines are shorter, and end without a stop. */
#define TITLED_WORDS 40
#define TITLED_STARTS 3 /* of sentences */
#define TITLED_LINE 15	/* words of a line; a list of titles has fewer */
#define TITLED_PERCENT 95

/* Capitals that no sentence begins with, for one that does. */
#define INNER_PER_START 5

/* The same without paragraphs that kept their case; see is_lowercased(). */
#define STARTS_LOWER_LEAST 3	   /* 1 to 12 */
#define STARTS_LOWER_PER_UPPER 3   /* 1 to 12 */
#define LETTERS_PER_UPPER_MIXED 10 /* 2 to 40 */
#define TAILS_PERCENT 75	   /* of the lower-case letters; 18 to 93 */

/* Words for a mark between words, where such marks are gone. */
#define WORDS_PER_MARK 50 /* 25 to 200; 12: 1 */
#define UNMARKED_WORDS 60 /* more, where there are no sentences; 15 to 240 */

/* Words for a hyphen, bracket or quotation mark, where only those are gone. */
#define WORDS_PER_SOFT 500 /* 125 to 2,000 */
#define SOFT_WORDS 150	   /* more, without other evidence; 37 to 600 */

/* Of a hundred words so many have a wide gap before them: marks left spaces.
   To 4. */
#define WIDE_PERCENT 1

/* Lost quotation marks and apostrophes; see quotes_are_lost(). */
#define SPEECH_LEAST 2	/* to 8; 1: 3 */
#define ODD_PER_SURE 8	/* to 32; 7: 1, 4: 4 */
#define ODD_SPARE 6	/* to 24; 5: 1 */
#define CLITICS_LEAST 3 /* none; 2: 3, 4: 2 */
#define ODD_LEAST 4	/* 2 to 6; 1: 1, 8: 1 */
#define LOST_PER_LEFT 2 /* none; 1: 1, 3: 1 */
#define SPELLED_MOST 2	/* 1 to 4 */
#define LINES_PER_LED 3 /* 2: 27 texts of a headline and a paragraph */

/* A text of so many letters for a capital may have lost those of its names. */
#define PLAIN_LETTERS 50

/* The same of a text whose words all begin with a capital. */
#define RAISED_LETTERS 8

/* The same for a mark, and the bytes of a line that no title has. */
#define LETTERS_PER_MARK 200
#define UNMARKED_LINE 150

/* The survey's counts ask for a closer look: letters for an upper-case one. 25
   to 400. */
#define SUSPECT_LETTERS_PER_UPPER 100

/* A list has so many lines, and fewer words than these in each; verse, whose
   form small letters may be, has these, and a mark in every other at most. */
#define LIST_LINES 24
#define VERSE_LINES 6
#define LINES_PER_STOP 2
#define LIST_WORDS 5

/* Of the lines of a chat so many begin with no name: they are wrapped. */
#define LINES_PER_NICK 4

/* Letters of a paragraph that is judged by itself; its sentences, where it is
   in capitals, and where it has none. */
#define PART_LETTERS 120       /* 30 to 240; 480: 1 */
#define PART_SENTENCES_UPPER 3 /* 2 to 4; 1: 4, 6: 1 */
#define PART_SENTENCES_LOWER 2 /* 1 to 8 */
#define LED_ITEMS 12	       /* of a list, before one */

/*
 * Which marks an article of one case kept. Apostrophes and hyphens inside words
 * do not count: transcripts keep them where they have no sentence marks.
 */
static uint32_t kept_marks(const struct tally *tally)
{
	const size_t soft = tally->soft + tally->quotes + tally->apostrophes;
	const bool gone = tally->between * WORDS_PER_MARK < tally->words;
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
	if (tally->spelled > SPELLED_MOST)
		return false;
	if (!tally->strong && tally->speech < SPEECH_LEAST && !led)
		return false;
	if (tally->odd_wide >
	    ODD_PER_SURE * (tally->strong + tally->speech + led) + ODD_SPARE)
		return false;
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
 * Whether a cased text has no mark left, and wide gaps in their places. In a
 * table, which looks the same, few words are common ones.
 */
static bool marks_are_lost(const struct tally *tally)
{
	const size_t marks = tally->between + tally->soft + tally->quotes +
			     tally->apostrophes + tally->stops;

	return tally->words > UNMARKED_WORDS && is_cased(tally) &&
	       marks * WORDS_PER_MARK < tally->words &&
	       (tally->wide > tally->words * WIDE_PERCENT / 100 ||
		tally->words >= tally->lines * WORDS_OF_PROSE) &&
	       tally->common * 100 >= tally->words * COMMON_IN_PROSE;
}

/*
 * Whether capitals were given back to a text in small letters, by a program
 * that knows no names: to the first letter of each paragraph, while its other
 * sentences begin small, or of each sentence, while days, months and "i" do.
 */
static bool has_outer_capitals(const struct tally *tally)
{
	const size_t paragraphs = tally->upper - tally->fronts;
	const size_t sentences = tally->upper > tally->starts_upper
					 ? tally->upper - tally->starts_upper
					 : 0;

	if (tally->fronts && tally->starts_lower >= STARTS_LOWER_LEAST &&
	    paragraphs * LETTERS_PER_UPPER < tally->lower)
		return true;
	return tally->small_names &&
	       sentences * INNER_PER_START <= tally->starts_upper &&
	       sentences * LETTERS_PER_UPPER < tally->lower;
}

/*
 * Whether sentences begin small, or there are none to tell by. Few capitals
 * alone prove nothing: a cased article may have no names.
 */
static bool is_lowercased(const struct tally *tally)
{
	if (tally->upper * LETTERS_PER_UPPER < tally->lower)
		return tally->starts_lower >= tally->starts_upper ||
		       (tally->words > UNMARKED_WORDS &&
			tally->between * WORDS_PER_MARK < tally->words);
	return tally->starts_lower >= STARTS_LOWER_LEAST &&
	       tally->starts_upper * STARTS_LOWER_PER_UPPER <=
		       tally->starts_lower &&
	       tally->upper * LETTERS_PER_UPPER_MIXED < tally->lower &&
	       tally->tails * 100 > tally->lower * TAILS_PERCENT;
}

/*
 * Whether each word begins with a capital, those too that no title raises: what
 * str.title() of Python makes of an article.
 */
static bool is_titled(const struct tally *tally)
{
	return tally->words >= TITLED_WORDS &&
	       tally->starts_upper >= TITLED_STARTS &&
	       tally->words >= tally->lines * TITLED_LINE &&
	       tally->common_upper * 100 >= tally->common * TITLED_PERCENT;
}

/* Names, words or phrases of a dictionary, one a line, or verse: no article. */
static bool is_list(const struct tally *tally)
{
	const bool verse = tally->lines >= VERSE_LINES &&
			   tally->stops * LINES_PER_STOP < tally->lines;

	return (verse || tally->lines >= LIST_LINES) &&
	       tally->words < tally->lines * LIST_WORDS;
}

/* "<ida> morning": who chats has a name without capitals, and writes so. */
static bool is_chat(const struct tally *tally)
{
	return tally->nicks * LINES_PER_NICK > tally->lines;
}

/* What a text of some condition is besides, which leaves it as it is. */
static uint32_t qualify(const struct tally *tally, uint32_t found)
{
	if (!found)
		return 0;
	if (tally->words < WORDS_LEAST)
		return found | CONDITION_SHORT;
	return tally->common * 100 < tally->words * COMMON_PERCENT
		       ? found | CONDITION_FOREIGN
		       : found;
}

static uint32_t judge(const struct tally *tally)
{
	uint32_t found = 0;

	if (is_list(tally) || is_chat(tally))
		return 0;
	if (is_lowercased(tally))
		found = CONDITION_LOWERCASED | kept_marks(tally) |
			(tally->upper ? CONDITION_CAPITALS_KEPT : 0);
	else if (tally->lower * LETTERS_PER_LOWER < tally->upper)
		found = CONDITION_UPPERCASED | kept_marks(tally);
	else if (quotes_are_lost(tally))
		found = CONDITION_QUOTES_LOST | kept_of_cased(tally);
	return qualify(tally, found);
}

/* What a program did to all of a text, as is seen in all of it. */
static uint32_t judge_program(const struct tally *tally)
{
	uint32_t found = 0;

	if (is_list(tally) || is_chat(tally))
		return 0;
	if (has_outer_capitals(tally))
		found = CONDITION_LOWERCASED | kept_marks(tally);
	else if (is_titled(tally))
		found = CONDITION_UPPERCASED | kept_marks(tally);
	else if (marks_are_lost(tally))
		found = CONDITION_QUOTES_LOST | kept_of_cased(tally);
	return qualify(tally, found);
}

/* The small letters of text[at, end), up to its last capital; 0: none has one.
 */
static size_t count_head(const char *text, size_t at, size_t end)
{
	size_t count = 0;

	while (end > at && !ascii_is_upper((unsigned char)text[end - 1]))
		end--;
	for (; at < end; at++)
		count += ascii_is_lower((unsigned char)text[at]);
	return count;
}

/*
 * Whether so few small letters have a capital after them on their line that
 * whole sentences may be lowercased. Cased text is told by its first third.
 */
static bool has_long_tails(const struct survey *survey, const char *text,
			   size_t len)
{
	const uint64_t most =
		(uint64_t)survey->lower * (100 - TAILS_PERCENT) / 100;
	uint64_t heads = 0;

	for (size_t at = 0; at < len && heads <= most;) {
		const size_t end = bytes_line_end(text, len, at);

		heads += count_head(text, at, end);
		at = end + 1;
	}
	return heads <= most;
}

/* So few marks that all may be lost, in a text that is no list. */
static bool is_unmarked(const struct survey *survey)
{
	return (uint64_t)survey->marks * LETTERS_PER_MARK < survey->lower &&
	       survey->longest_line >= UNMARKED_LINE;
}

/* So many words begin with a capital that all may: one in ten letters. */
static bool is_raised(const struct survey *survey)
{
	return (uint64_t)survey->upper * RAISED_LETTERS > survey->lower;
}

/*
 * Few capitals, or no more than sentences and lines: names may have lost
 * theirs.
 */
static bool is_plain(const struct survey *survey)
{
	return (uint64_t)survey->upper * PLAIN_LETTERS < survey->lower ||
	       survey->upper <= survey->sentence_ends + survey->lines;
}

/* Whether a program may have changed all of the text. */
static bool may_be_programs(const struct survey *survey)
{
	return is_raised(survey) || is_unmarked(survey) || is_plain(survey);
}

/* Whether the counts leave it open that something was lost. */
static bool is_suspect(const struct survey *survey, const char *text,
		       size_t len)
{
	const bool low =
		(uint64_t)survey->upper * SUSPECT_LETTERS_PER_UPPER <
			survey->lower ||
		(survey->lowered_lines && has_long_tails(survey, text, len));
	const bool high = survey->lower < survey->upper;
	const uint32_t apostrophes =
		survey->straight_single + survey->close_single;
	const uint32_t quotes = apostrophes + survey->straight_double +
				survey->close_double + survey->open_double;
	const bool wide = survey->runs[2] + survey->runs[3] > 1;

	return low || high || (wide && (!quotes || survey->clitics)) ||
	       (survey->clitics && survey->clitics > apostrophes);
}

/* Not so an item of a list: it may begin with a bullet, a dash or "(1)". */
static bool begins_with_word(const char *text, size_t len)
{
	size_t at = 0;

	while (at < len && strchr(" \t\"'([", text[at]))
		at++;
	if (at && at + 1 < len && text[at - 1] == '(' && text[at + 1] == ')')
		return false;
	return at < len && (ascii_is_alnum((unsigned char)text[at]) ||
			    tally_is_high_mark(text, len, at));
}

/* Whether a text has small letters and capitals: most lines do, early on. */
static bool has_both_cases(const char *text, size_t len)
{
	bool lower = false, upper = false;

	for (size_t i = 0; i < len && !(lower && upper); i++) {
		lower |= ascii_is_lower((unsigned char)text[i]);
		upper |= ascii_is_upper((unsigned char)text[i]);
	}
	return lower && upper;
}

/*
 * One of the lines in small letters, without a full stop, to which a line with
 * a colon leads: "It said that it had:".
 */
static bool is_led_item(const char *text, size_t at)
{
	for (size_t i = 0; i < LED_ITEMS; i++) {
		while (at && ascii_is_space((unsigned char)text[at - 1]))
			at--;
		if (!at || strchr(".?!", text[at - 1]))
			return false;
		if (text[at - 1] == ':')
			return true;
		at = bytes_line_start(text, at - 1);
		if (!ascii_is_lower((unsigned char)text[at]))
			return false;
	}
	return false;
}

/*
 * A paragraph of one case in a cased article: a list item or a notice in
 * capitals is no damage, several sentences or words without a mark are. Where
 * most of the article is cased, capitals are meant: a contract, a post.
 */
uint32_t condition_of_part(const struct survey *survey, const char *text,
			   size_t at, size_t end,
			   const struct word_lists *lists)
{
	const char *part = text + at;
	const size_t len = end - at;
	struct tally tally = { .lists = lists };
	uint32_t found;

	if (len < PART_LETTERS || has_both_cases(part, len) ||
	    !begins_with_word(part, len))
		return 0;
	tally_text(&tally, part, len);
	if (tally.lower + tally.upper < PART_LETTERS)
		return 0;
	found = judge(&tally);
	if (found & (CONDITION_SHORT | CONDITION_FOREIGN))
		return 0;
	if (found & CONDITION_UPPERCASED)
		return tally.sentences >= PART_SENTENCES_UPPER &&
				       survey->upper > survey->lower
			       ? found
			       : 0;
	if (is_led_item(text, at))
		return 0;
	return tally.sentences >= PART_SENTENCES_LOWER ||
			       !(tally.stops + tally.quotes)
		       ? found
		       : 0;
}

/*
 * The first line at or after `at` that is a part of its own, as where it
 * begins; `len` when there is none.
 */
static size_t next_part(const struct survey *survey, const char *text,
			size_t len, size_t at, const struct word_lists *lists)
{
	while (at < len) {
		const size_t end = bytes_line_end(text, len, at);

		if (condition_of_part(survey, text, at, end, lists))
			return at;
		at = end + 1;
	}
	return len;
}

/*
 * Look at the lines that are no parts of their own; false when there is no
 * such part.
 */
static bool tally_around_parts(struct tally *rest, const struct survey *survey,
			       const char *text, size_t len)
{
	size_t part = next_part(survey, text, len, 0, rest->lists);
	const bool found = part < len;

	for (size_t at = 0; found && at < len;) {
		const size_t end = bytes_line_end(text, len, at);

		if (at == part)
			part = next_part(survey, text, len, end + 1,
					 rest->lists);
		else
			tally_text(rest, text + at, end - at);
		at = end + 1;
	}
	return found;
}

/* Paragraphs of one case say nothing about the cased ones. */
static uint32_t judge_parts(const struct survey *survey, const char *text,
			    size_t len, uint32_t whole,
			    const struct word_lists *lists)
{
	struct tally rest = { .lists = lists };

	if (whole & (CONDITION_LOWERCASED | CONDITION_UPPERCASED) ||
	    !tally_around_parts(&rest, survey, text, len))
		return whole;
	whole = judge(&rest);
	return whole & CONDITION_CASING ? whole : CONDITION_PARTS;
}

/* A few small letters in Arabic or Korean are no lowercased article. */
static bool is_of_other_script(const struct survey *survey)
{
	return survey->high > (uint64_t)survey->lower + survey->upper;
}

void condition_casing(struct survey *survey, const char *text, size_t len,
		      const struct word_lists *lists)
{
	uint32_t found = 0;
	bool suspect;

	if (is_of_other_script(survey))
		return;
	suspect = is_suspect(survey, text, len);
	if (suspect || may_be_programs(survey)) {
		struct tally tally = { .lists = lists };

		tally_text(&tally, text, len);
		found = judge_program(&tally);
		if (!found && suspect)
			found = judge(&tally);
	}
	if (survey->lowered_lines + survey->raised_lines)
		found = judge_parts(survey, text, len, found, lists);
	survey->conditions |= found;
}
