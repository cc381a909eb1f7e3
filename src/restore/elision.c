/* Words that an apostrophe joins, which are one name. */
#include "restore/elision.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "restore/clipped.h"
#include "restore/sentence.h"

#define FRONT_MOST 5 /* letters before the apostrophe of a name: Sha’Carri */

static size_t length(const struct words *words, size_t i)
{
	return words->items[i].end - words->items[i].at;
}

static const char *const marks[] = { "'", "\u2018", "\u2019", "\u02BB" };

/* Whether an apostrophe, and nothing else, is before word i: ' ‘ ’ ʻ. */
static bool is_joined(const struct words *words, size_t i)
{
	size_t at, end;

	if (!i)
		return false;
	words_gap(words, i, &at, &end);
	for (size_t k = 0; k < sizeof(marks) / sizeof(*marks); k++)
		if (end - at == strlen(marks[k]) &&
		    !memcmp(words->text + at, marks[k], end - at))
			return true;
	return false;
}

static bool begins_with_mark(const char *gap, size_t len)
{
	for (size_t k = 0; k < sizeof(marks) / sizeof(*marks); k++)
		if (bytes_begin(gap, len, 0, marks[k]))
			return true;
	return false;
}

/* Behind a space. */
static bool ends_in_mark(const char *gap, size_t len)
{
	return len && gap[0] == ' ' && begins_with_mark(gap + 1, len - 1);
}

static bool is_in_lists(const struct words *words, size_t i, uint32_t lists)
{
	return (word_lists_find(words->lists, words->text + words->items[i].at,
				length(words, i)) &
		lists) != 0;
}

/* "a’a", "i’i": a stop within a word, as of Arabic, Hebrew or Hawaiian. */
static bool is_between_vowels(const struct words *words, size_t i)
{
	const unsigned char vowel =
		ascii_lower((unsigned char)words->text[words->items[i].at]);

	return vowel && vowel < 0x80 && strchr("aeiou", vowel) &&
	       ascii_lower((unsigned char)
				   words->text[words->items[i - 1].end - 1]) ==
		       vowel;
}

/*
 * Whether word i, after an apostrophe, begins no name: Sana’a, Lana’i,
 * Ra’anana, Ng’ang’a, fo’c’sle; but O’Neal, Ja’Marr.
 */
static bool goes_on(const struct words *words, size_t i)
{
	if (i > 1 && is_joined(words, i - 1))
		return true;
	return length(words, i - 1) > 1 &&
	       (length(words, i) == 1 || is_between_vowels(words, i));
}

static void settle(const struct words *words, size_t i,
		   struct verdict *verdicts)
{
	uint8_t *front = &verdicts[i].letters;
	uint8_t *back = &verdicts[i + 1].letters;

	if (goes_on(words, i) && *back != RESTORE_LOWER &&
	    *front != RESTORE_UPPER)
		*back = RESTORE_LOWER;
	if (is_in_lists(words, i, LIST_SUFFIX | LIST_POSSESSIVE) ||
	    length(words, i - 1) < 2 || length(words, i - 1) > FRONT_MOST)
		return;
	/* "Ka’BA" */
	if (*back == RESTORE_UPPER && *front != RESTORE_UPPER)
		*back = RESTORE_TITLE;
	/* "SA’ar", "de’Andre" */
	if ((*front == RESTORE_UPPER && *back == RESTORE_LOWER) ||
	    (*front == RESTORE_LOWER && *back == RESTORE_TITLE))
		*front = RESTORE_TITLE;
}

/* The n of "rock 'n' roll", or of "rock  n  roll". */
static bool stands_for_and(const struct words *words, size_t i)
{
	size_t at, end, after, after_end;

	if (i + 1 >= words->count || !words_is(words, i, "n"))
		return false;
	words_gap(words, i, &at, &end);
	words_gap(words, i + 1, &after, &after_end);
	return gap_is_clipped(words, i) ||
	       (ends_in_mark(words->text + at, end - at) &&
		begins_with_mark(words->text + after, after_end - after));
}

void elision_settle(const struct words *words, struct verdict *verdicts)
{
	for (size_t i = 1; i < words->count; i++) {
		if (is_joined(words, i))
			settle(words, i, verdicts);
		if (stands_for_and(words, i))
			verdicts[i + 1].letters = RESTORE_LOWER;
	}
}

static bool is_among_titles(const struct decoder *decoder,
			    const struct verdict *verdicts, size_t i)
{
	return i > 1 && i + 3 <= decoder->words->count &&
	       verdicts[i - 1].letters != RESTORE_LOWER &&
	       verdicts[i + 3].letters != RESTORE_LOWER;
}

void negations_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	for (size_t i = 1; i < decoder->words->count; i++) {
		uint8_t *letters = &verdicts[i].letters;

		if (!words_cut_negative(decoder->words, i))
			continue;
		if (*letters == RESTORE_UPPER)
			*letters = RESTORE_TITLE;
		if (*letters == RESTORE_TITLE &&
		    !sentence_begins(decoder, verdicts, i - 1) &&
		    !is_among_titles(decoder, verdicts, i))
			*letters = RESTORE_LOWER;
	}
}
