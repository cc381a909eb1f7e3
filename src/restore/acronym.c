/* One case for an acronym. */
#include "restore/acronym.h"

#include <string.h>

#include "base/ascii.h"
#include "lang/lookup.h"

/* Priors from this one on are of words that are written small less often. */
#define FIRST_RAISED 50

#define LETTERS_LEAST 3 /* "US" and "It" are two words */
#define LINE_FRONT 4	/* words of a dateline, a label */

/* What one that is spelled out says for capitals, in 1/256 nat. */
#define SPELLED_OUT 1024

#define SPELLED_MOST 6 /* letters of an acronym beside what it is short for */

/*
 * What an article's words say for pounds, in tenths of a bit, where its paper
 * is taken to be British: there amounts are pounds in one of five.
 */
#define BRITISH (-20)
#define SAID_MOST 7 /* letters of an acronym that is said as a word */

/* The text of gap i as it will be. */
struct gap_text {
	const char *text;
	size_t len;
};

static struct gap_text gap_text_of(const struct decoder *decoder,
				   const struct verdict *verdicts, size_t i)
{
	const struct restore_gap *gap = &decoder->model->gaps[verdicts[i].gap];
	size_t at, end;

	if (!verdicts[i].is_kept && verdicts[i].gap != RESTORE_GAP_KEEP)
		return (struct gap_text){ gap->text, gap->len };
	words_gap(decoder->words, i, &at, &end);
	return (struct gap_text){ decoder->words->text + at, end - at };
}

/* Nothing but spaces, hyphens and apostrophes: a name goes on. */
static bool joins(const struct gap_text *gap)
{
	for (size_t i = 0; i < gap->len; i++) {
		if ((unsigned char)gap->text[i] < 0x80 &&
		    !strchr(" -'&", gap->text[i]))
			return false;
	}
	return gap->len > 0;
}

static unsigned char first_of(const struct words *words, size_t i)
{
	return ascii_lower((unsigned char)words->text[words->items[i - 1].at]);
}

static bool is_small_in_names(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i - 1];

	return word_lists_find(words->lists, words->text + word->at,
			       word->end - word->at) &
	       (LIST_BARE | LIST_POSSESSIVE);
}

/* The word at or before i that begins with `letter`; 0: the name is none. */
static size_t word_with(const struct decoder *decoder,
			const struct verdict *verdicts, size_t i,
			unsigned char letter)
{
	while (i && first_of(decoder->words, i) != letter) {
		const struct gap_text gap =
			gap_text_of(decoder, verdicts, i - 1);

		if (!is_small_in_names(decoder->words, i) || !joins(&gap))
			return 0;
		i--;
	}
	return i;
}

bool acronym_is_spelled_out(const struct decoder *decoder,
			    const struct verdict *verdicts, size_t i)
{
	const struct words *words = decoder->words;
	const struct word *word = &words->items[i - 1];
	struct gap_text gap = gap_text_of(decoder, verdicts, i);
	size_t at = i;

	if (i < 2 || !gap.len || gap.text[0] != ')' ||
	    word->end - word->at < 2 || word->end - word->at > SPELLED_MOST ||
	    !decoder_gap_is(decoder, verdicts, i - 1, " ("))
		return false;
	for (size_t k = word->end; k-- > word->at;) {
		gap = gap_text_of(decoder, verdicts, at - 1);
		if (at < i && !joins(&gap))
			return false;
		at = word_with(decoder, verdicts, at - 1,
			       ascii_lower((unsigned char)words->text[k]));
		if (!at)
			return false;
	}
	return true;
}

/* A walk over settled words. */
struct acronym_walk {
	const struct decoder *decoder;
	struct verdict *verdicts;
	size_t line; /* words of the line before this one */
};

static bool is_raised(unsigned letters)
{
	return letters == RESTORE_TITLE || letters == RESTORE_UPPER;
}

static bool is_upper_word(const struct acronym_walk *walk, size_t i)
{
	const struct word *word = &walk->decoder->words->items[i - 1];

	return walk->verdicts[i].letters == RESTORE_UPPER &&
	       word->end - word->at > 1;
}

/* Among words in capitals an acronym looks like any other. */
static bool is_beside_upper(const struct acronym_walk *walk, size_t i)
{
	return (i > 1 && is_upper_word(walk, i - 1)) ||
	       (i < walk->decoder->words->count && is_upper_word(walk, i + 1));
}

static bool is_shouted(const struct acronym_walk *walk, size_t i)
{
	return walk->line < LINE_FRONT || is_beside_upper(walk, i);
}

/*
 * Whether word i is one whose capitals may be all or one. What credits a
 * picture, "REUTERS/Ida Brekke", is written in another way than in the text.
 */
static bool may_be_acronym(const struct acronym_walk *walk, size_t i)
{
	const struct word_reading *reading =
		&walk->decoder->words->readings[i - 1];
	const unsigned letters = walk->verdicts[i].letters;

	return is_raised(letters) && reading->prior >= FIRST_RAISED &&
	       reading->points >= LETTERS_LEAST && !reading->mixed &&
	       !decoder_gap_is(walk->decoder, walk->verdicts, i, "/") &&
	       (letters == RESTORE_TITLE || !is_shouted(walk, i));
}

static bool ends_line(const struct acronym_walk *walk, size_t i)
{
	const struct words *words = walk->decoder->words;
	size_t at, end;

	words_gap(words, i, &at, &end);
	return walk->verdicts[i].is_break ||
	       memchr(words->text + at, '\n', end - at);
}

/* Of an acronym that is spelled out beside it, that is all there is to say. */
static int32_t upper_of(const struct acronym_walk *walk, size_t i)
{
	const struct decoder *decoder = walk->decoder;
	const int16_t *letters = decoder->traces[i].letters;
	const int32_t *bias = decoder->model->case_bias;
	const int32_t upper = letters[RESTORE_UPPER] + bias[RESTORE_UPPER] -
			      letters[RESTORE_TITLE] - bias[RESTORE_TITLE];

	return upper < 0 && walk->verdicts[i].letters == RESTORE_UPPER
		       ? SPELLED_OUT
		       : upper;
}

/* Whether the article is a British paper's, as far as its words say. */
static bool is_british(const struct decoder *decoder)
{
	return decoder->lang && decoder->lang->currency.bytes &&
	       decoder->pounds >= BRITISH;
}

/* "Nato", as British papers write what is said as a word. */
static bool is_said(const struct acronym_walk *walk, size_t i)
{
	const struct words *words = walk->decoder->words;
	const struct word *word = &words->items[i - 1];
	const size_t len = word->end - word->at;
	char key[SAID_MOST];
	size_t rest;

	if (len > SAID_MOST || walk->verdicts[i].letters != RESTORE_UPPER ||
	    is_beside_upper(walk, i))
		return false;
	for (size_t at = 0; at < len; at++)
		key[at] = (char)ascii_lower(
			(unsigned char)words->text[word->at + at]);
	return lang_lookup(&walk->decoder->lang->acronyms, key, len, &rest);
}

static void settle(const struct acronym_walk *walk, size_t i,
		   struct case_agreement *agreement, bool change)
{
	const uint64_t hash = walk->decoder->words->hashes[i - 1];
	uint8_t *letters = &walk->verdicts[i].letters;

	if (!may_be_acronym(walk, i))
		return;
	if (change)
		*letters = (uint8_t)agreed_capitals(agreement, hash, *letters);
	else
		case_agreement_add(agreement, hash, 0, upper_of(walk, i));
}

static void walk_words(struct acronym_walk *walk,
		       struct case_agreement *agreement, bool change)
{
	walk->line = 0;
	for (size_t i = 1; i <= walk->decoder->words->count; i++) {
		settle(walk, i, agreement, change);
		walk->line = ends_line(walk, i) ? 0 : walk->line + 1;
	}
}

void acronyms_settle(const struct decoder *decoder, struct verdict *verdicts,
		     struct case_agreement *agreement)
{
	struct acronym_walk walk = { decoder, verdicts, 0 };

	walk_words(&walk, agreement, false);
	walk_words(&walk, agreement, true);
	for (size_t i = 1; is_british(decoder) && i <= decoder->words->count;
	     i++)
		if (is_said(&walk, i))
			verdicts[i].letters = RESTORE_TITLE;
}
