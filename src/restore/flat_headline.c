/* Headlines at the front of flat text. */
#include "restore/flat_headline.h"

#include <string.h>

#include "restore/flat_break.h"
#include "restore/parts.h"

/* Words of a headline: so many at least, and fewer than that. */
#define FEWEST 4
#define MOST 20

/*
 * What the headline says the story says again, within so many words; words of
 * fewer bytes say little. In 263 flat articles with a headline this finds 198
 * of the breaks behind it, in 711 others one that is none.
 */
#define STORY 60
#define TELLING 4

#define BREAKS 2 /* of other paragraphs: the text has some */

/* A first sentence is quoted where that is so sure: per mille. */
#define QUOTED 960

static bool is_telling(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i];
	const size_t len = word->end - word->at;

	return len >= TELLING &&
	       !(word_lists_find(words->lists, words->text + word->at, len) &
		 (LIST_BARE | LIST_CLAUSE));
}

static bool says_again(const struct words *words, size_t headline)
{
	const size_t end = words->count - headline > STORY ? headline + STORY
							   : words->count;

	for (size_t i = 0; i < headline; i++) {
		if (!is_telling(words, i))
			continue;
		for (size_t k = headline; k < end; k++) {
			if (words->hashes[k] == words->hashes[i])
				return true;
		}
	}
	return false;
}

static bool has_breaks(const struct decoder *decoder,
		       const struct verdict *verdicts)
{
	size_t count = 0;

	for (size_t i = 1; i < decoder->words->count; i++)
		count += verdicts[i].is_break;
	return count >= BREAKS;
}

/* Whether a sentence may begin with word i, by its case as it is. */
static bool may_begin(const struct decoder *decoder, size_t i)
{
	return !words_digits(decoder->words, i) &&
	       (!decoder->rules->cased ||
		decoder->words->readings[i].has_upper);
}

/* "in May. The", not "at 8.1". */
static bool ends_sentence(const struct words *words, size_t i)
{
	size_t at, end;

	words_gap(words, i, &at, &end);
	for (; at + 1 < end; at++) {
		if (strchr(".?!", words->text[at]))
			return true;
	}
	return false;
}

/* Two spaces behind what the story says again. */
static bool may_be_end(const struct decoder *decoder, size_t i)
{
	return i >= FEWEST && words_gap_is(decoder->words, i, "  ") &&
	       may_begin(decoder, i) && says_again(decoder->words, i);
}

/* And no mark explains them. */
static bool is_end(const struct decoder *decoder,
		   const struct verdict *verdicts, size_t i)
{
	return verdicts[i].is_kept && may_be_end(decoder, i);
}

/* The gap behind the headline; 0: there is none. */
static size_t find_end(const struct decoder *decoder,
		       const struct verdict *verdicts)
{
	const struct words *words = decoder->words;

	for (size_t i = 1; i < words->count && i < MOST; i++) {
		if (ends_sentence(words, i))
			return 0;
		if (is_end(decoder, verdicts, i))
			return i;
	}
	return 0;
}

void flat_headline_settle(const struct decoder *decoder,
			  struct verdict *verdicts)
{
	size_t i;

	if (!decoder->rules->flat || decoder->rules->glued ||
	    !has_breaks(decoder, verdicts))
		return;
	i = find_end(decoder, verdicts);
	if (!i)
		return;
	verdicts[i].gap = RESTORE_GAP_KEEP;
	verdicts[i].is_break = true;
	verdicts[i].break_confidence = FLAT_BREAK_SURE;
	if (verdicts[i + 1].letters == RESTORE_LOWER) {
		verdicts[i + 1].letters = RESTORE_TITLE;
		verdicts[i + 1].case_confidence = FLAT_BREAK_SURE;
	}
}

/* Double marks of a gap's class alone: ". “" is "<". */
static const char *marks_of(const struct decoder *decoder,
			    const struct verdict *verdicts, size_t i)
{
	return decoder->pairs->marks[verdicts[i].group];
}

/* "The mayor said  We": who speaks is before a quotation. */
static bool is_said(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i - 1];

	return (word_lists_find(words->lists, words->text + word->at,
				word->end - word->at) &
		LIST_SAID) != 0;
}

/* The next gap with a double mark, or where a break may be; 0: there is none.
 */
static size_t next_end(const struct decoder *decoder,
		       const struct verdict *verdicts, size_t i)
{
	while (++i < decoder->words->count) {
		if (strpbrk(marks_of(decoder, verdicts, i), "<>") ||
		    flat_break_may_be(decoder->words, i))
			return i;
	}
	return 0;
}

static void drop(const struct decoder *decoder, struct verdict *verdicts,
		 size_t i)
{
	parts_drop(decoder, &verdicts[i], i, PART_QUOTES);
}

/*
 * A quotation that opens in gap i: it has no end, or none before a break may
 * be, or there.
 */
static void unquote(const struct decoder *decoder, struct verdict *verdicts,
		    size_t i)
{
	const size_t next = next_end(decoder, verdicts, i);
	const bool closes =
		next && !strcmp(marks_of(decoder, verdicts, next), ">");

	if (closes && !flat_break_may_be(decoder->words, next))
		return;
	drop(decoder, verdicts, i);
	if (closes)
		drop(decoder, verdicts, next);
}

void flat_headline_unquote(const struct decoder *decoder,
			   struct verdict *verdicts)
{
	const struct words *words = decoder->words;

	if (!decoder->rules->flat || decoder->rules->glued)
		return;
	for (size_t i = 1; i < words->count && i < MOST; i++) {
		if (ends_sentence(words, i))
			return;
		if (strcmp(marks_of(decoder, verdicts, i), "<") ||
		    verdicts[i].pair_confidence >= QUOTED ||
		    is_said(words, i) || !may_be_end(decoder, i))
			continue;
		unquote(decoder, verdicts, i);
		return;
	}
}
