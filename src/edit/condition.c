/* The casing conditions. */
#include "edit/condition.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/skip.h"
#include "edit/foreign.h"
#include "edit/judge.h"
#include "edit/tally.h"
#include "text/lead.h"
#include "text/texting.h"

/*
 * Numbers that ask for a closer look, with their margins: judge.c. A text of so
 * many letters for a capital may have lost those of its names.
 */
#define PLAIN_LETTERS 50

/* The same of a text whose words all begin with a capital. */
#define RAISED_LETTERS 8

/* The same for a mark, the marks of a line's lead, and the bytes of a line that
   no title has. */
#define LETTERS_PER_MARK 200
#define MARKS_PER_LEAD 3
#define UNMARKED_LINE 150

/* Sentences that begin small, for a closer look, and lines for one that has no
   capital. */
#define SMALL_STARTS 3
#define LINES_PER_LOWERED 4
#define MARKS_PER_APART 2 /* marks for one with a space before it */

/* The survey's counts ask for a closer look: letters for an upper-case one. 25
   to 400. */
#define SUSPECT_LETTERS_PER_UPPER 100

/* Letters of a paragraph that is judged by itself; its sentences, where it is
   in capitals, and where it has none. */
#define PART_LETTERS 120       /* 30 to 240; 480: 1 */
#define PART_SENTENCES_UPPER 3 /* 2 to 4; 1: 4, 6: 1 */
#define PART_SENTENCES_LOWER 2 /* 1 to 8 */
#define LED_ITEMS 12	       /* of a list, before one */

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

/*
 * So few marks that all may be lost, but those of times and speakers before
 * lines, in a text that is no list.
 */
static bool is_unmarked(const struct survey *survey, bool led)
{
	const bool few =
		(uint64_t)survey->marks * LETTERS_PER_MARK < survey->lower ||
		(led && survey->marks <= MARKS_PER_LEAD * survey->lines);

	return few && survey->longest_line >= UNMARKED_LINE;
}

/* So many words begin with a capital that all may. */
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

/* So many sentences, or whole lines, begin small that most may. */
static bool may_begin_small(const struct survey *survey)
{
	return survey->lowered_lines * LINES_PER_LOWERED > survey->lines ||
	       (survey->small_starts >= SMALL_STARTS &&
		survey->small_starts > survey->sentence_ends);
}

/* Where most marks are set apart, the survey cannot tell how sentences begin.
 */
static bool are_apart(const struct survey *survey)
{
	return (uint64_t)survey->before_mark * MARKS_PER_APART > survey->marks;
}

/* Whether a program may have changed all of the text; `led`: its first line has
   a lead. */
static bool may_be_programs(const struct survey *survey, bool led)
{
	return is_raised(survey) || is_unmarked(survey, led) ||
	       is_plain(survey) || may_begin_small(survey);
}

/* Whether the counts leave it open that something was lost. */
static bool is_suspect(const struct survey *survey, const char *text,
		       size_t len, bool led)
{
	const bool low = (uint64_t)survey->upper * SUSPECT_LETTERS_PER_UPPER <
				 survey->lower ||
			 ((survey->lowered_lines || led ||
			   survey->small_starts >= SMALL_STARTS) &&
			  has_long_tails(survey, text, len));
	const bool high = survey->lower < survey->upper;
	const uint32_t apostrophes =
		survey->straight_single + survey->close_single;
	const uint32_t doubles = survey->straight_double +
				 survey->close_double + survey->open_double;
	const bool wide = survey->runs[2] + survey->runs[3] > 1;

	return low || high || (wide && (!doubles || survey->clitics)) ||
	       (survey->clitics && survey->clitics > apostrophes);
}

/* What may stand before a line's first word. */
static bool is_front(unsigned char c)
{
	return c && strchr(" \t\"'([", c);
}

/* Not so an item of a list: it may begin with a bullet, a dash or "(1)". */
static bool begins_with_word(const char *text, size_t len)
{
	size_t at = 0;

	while (is_front(bytes_at(text, len, at)))
		at++;
	if (at && text[at - 1] == '(' && bytes_at(text, len, at + 1) == ')')
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
		at = skip_white_back(text, 0, at);
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

/* The line after text[0, end) that is not empty, up to its end, is cased. */
static bool continues_cased(const char *text, size_t len, size_t end)
{
	end = skip_white(text, len, end);
	if (!ascii_is_lower(bytes_at(text, len, end)))
		return false;
	for (; end < len && text[end] != '\n'; end++)
		if (ascii_is_upper((unsigned char)text[end]) ||
		    strchr(".?!", text[end]))
			return true;
	return false;
}

/*
 * A line of a page within a sentence, "with our employees\nand their unions at
 * all sites can\naffect our business.": no sentence began in it.
 */
static bool is_within_sentence(const char *text, size_t len, size_t at,
			       size_t end)
{
	size_t before = at, last = end;

	before = skip_white_back(text, 0, before);
	last = skip_white_back(text, at, last);
	return before && ascii_is_lower((unsigned char)text[at]) &&
	       (ascii_is_lower((unsigned char)text[before - 1]) ||
		text[before - 1] == ',') &&
	       ascii_is_alnum((unsigned char)text[last - 1]) &&
	       continues_cased(text, len, end);
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
	found = judge_tally(&tally);
	if (found & (CONDITION_SHORT | CONDITION_FOREIGN))
		return 0;
	if (found & CONDITION_UPPERCASED)
		return tally.sentences >= PART_SENTENCES_UPPER &&
				       survey->upper > survey->lower
			       ? found
			       : 0;
	if (is_led_item(text, at) ||
	    is_within_sentence(text, survey->len, at, end))
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
	whole = judge_tally(&rest);
	return whole & CONDITION_CASING ? whole : CONDITION_PARTS;
}

/* A few Latin letters in Arabic or Greek are no lowercased article. */
static bool is_of_other_script(const struct survey *survey)
{
	const uint64_t cased = (uint64_t)survey->lower + survey->upper;

	return survey->high > cased - survey->high_cased;
}

void condition_casing(struct survey *survey, const char *text, size_t len,
		      const struct word_lists *lists)
{
	uint32_t found = 0;
	const bool led = lead_end(text, len, 0) > 0;
	bool suspect, programs;

	if (is_of_other_script(survey))
		return;
	suspect = is_suspect(survey, text, len, led);
	programs = suspect || may_be_programs(survey, led);
	if (programs || are_apart(survey)) {
		struct tally tally = { .lists = lists };

		tally_text(&tally, text, len);
		found = programs ? judge_program(&tally) : judge_starts(&tally);
		if (!found && suspect)
			found = judge_tally(&tally);
	}
	/* tables and names around sentences that lost their apostrophes */
	if (found & CONDITION_FOREIGN && found & CONDITION_QUOTES_LOST &&
	    foreign_language(text, len, lists) == OTHER_LANGUAGE_NONE)
		found &= ~(uint32_t)CONDITION_FOREIGN;
	/* "idk y u r late lol": so it was written */
	if (found && texting_text(text, len))
		return;
	if (survey->lowered_lines + survey->raised_lines)
		found = judge_parts(survey, text, len, found, lists);
	survey->conditions |= found;
}
