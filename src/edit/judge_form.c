/* What form the lines of a text have. */
#include "edit/judge_form.h"

/* The numbers with their margins: judge.c. */

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

/* Gaps of a program, and words for one. */
#define CODE_LEAST 3
#define WORDS_PER_CODE 25

/* Many lines end within a sentence, as those of prose that is wrapped do. */
static bool runs_on(const struct tally *tally)
{
	return tally->running * LINES_PER_RUNNING >= tally->lines;
}

/*
 * A headline a line: they had no marks to lose. Of prose that is wrapped more
 * lines end within a sentence.
 */
bool form_is_headlines(const struct tally *tally)
{
	return tally->lines >= HEADLINES_LEAST && !tally->wide &&
	       tally->words < tally->lines * HEADLINE_WORDS && !runs_on(tally);
}

/*
 * The same of a text in capitals: a flash is a headline, and that once more.
 * Its lines may be set in, which says nothing of marks; nor does a wide gap in
 * a line.
 */
bool form_is_flash(const struct tally *tally)
{
	return tally->lines > 1 && tally->lines <= FLASH_LINES &&
	       tally->wide - tally->set_in <= tally->lines &&
	       tally->words < tally->lines * FLASH_WORDS && !runs_on(tally);
}

/* Lines of a program's data, "NNP s suffix 1 NNS x": few begin a sentence. */
bool form_is_data(const struct tally *tally)
{
	return tally->lines >= LIST_LINES &&
	       tally->words < tally->lines * HEADLINE_WORDS &&
	       (tally->starts_lower + tally->starts_upper) * LINES_PER_START <
		       tally->lines;
}

/*
 * Captions of speech without marks, one after the other: a line breaks where
 * the screen ends. Verse has empty lines, after which it starts again.
 */
static bool is_captions(const struct tally *tally)
{
	return tally->words >= tally->lines * CAPTION_WORDS && runs_on(tally) &&
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

/* "<ida> morning", "@ole r u there": who chats writes without capitals. */
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

bool form_is_no_article(const struct tally *tally)
{
	return is_list(tally) || is_chat(tally) || is_program(tally);
}
