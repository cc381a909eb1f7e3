/* Cutting a text into words and gaps. */
#include "restore/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "unicode/props.h"

/* Where the run of word code points that holds `at` ends. */
static size_t word_end(const char *text, size_t len, size_t at)
{
	while (at < len) {
		size_t next = at;

		if (!unicode_is_word(utf8_next(text, &next)))
			break;
		at = next;
	}
	return at;
}

static size_t gap_end(const char *text, size_t len, size_t at)
{
	while (at < len) {
		size_t next = at;

		if (unicode_is_word(utf8_next(text, &next)))
			break;
		at = next;
	}
	return at;
}

bool words_split(struct words *words, const char *text, size_t len)
{
	size_t at = gap_end(text, len, 0);

	*words = (struct words){ .text = text, .len = len };
	while (at < len) {
		const size_t end = word_end(text, len, at);

		if (!array_grow(&words->items, &words->cap, words->count,
				sizeof(*words->items))) {
			words_release(words);
			return false;
		}
		words->items[words->count++] =
			(struct word){ (uint32_t)at, (uint32_t)end };
		at = gap_end(text, len, end);
	}
	return true;
}

bool words_part(struct words *part, const struct words *words, size_t first,
		size_t at, size_t end)
{
	size_t count = 0;

	while (first + count < words->count &&
	       words->items[first + count].at < end)
		count++;
	*part = *words;
	part->text += at;
	part->len = end - at;
	part->readings = words->readings ? words->readings + first : NULL;
	part->hashes = words->hashes ? words->hashes + first : NULL;
	part->count = part->cap = count;
	part->items = malloc((count + 1) * sizeof(*part->items));
	for (size_t i = 0; part->items && i < count; i++) {
		const struct word *word = &words->items[first + i];

		part->items[i] = (struct word){ word->at - (uint32_t)at,
						word->end - (uint32_t)at };
	}
	return part->items != NULL;
}

void words_release(struct words *words)
{
	free(words->items);
	*words = (struct words){ 0 };
}

size_t words_digits(const struct words *words, size_t i)
{
	const struct word *word;

	if (i >= words->count)
		return 0;
	word = &words->items[i];
	for (size_t k = word->at; k < word->end; k++) {
		if (!ascii_is_digit((unsigned char)words->text[k]))
			return 0;
	}
	return word->end - word->at;
}

/* Priors of words that begin small but at a sentence's start: README.md. */
#define SMALL_FIRST 32
#define SMALL_LAST 41

bool words_begins_small(const struct words *words, size_t i)
{
	const struct word_reading *reading = &words->readings[i];

	return reading->points > 1 && reading->prior >= SMALL_FIRST &&
	       reading->prior <= SMALL_LAST;
}

bool words_is(const struct words *words, size_t i, const char *text)
{
	const struct word *word = &words->items[i];
	const size_t len = word->end - word->at;

	if (strlen(text) != len)
		return false;
	for (size_t k = 0; k < len; k++) {
		if (ascii_lower((unsigned char)words->text[word->at + k]) !=
		    (unsigned char)text[k])
			return false;
	}
	return true;
}

bool words_cut_negative(const struct words *words, size_t i)
{
	const struct word *word, *next;

	if (i + 1 >= words->count)
		return false;
	word = &words->items[i];
	next = word + 1;
	if (word->end - word->at != 1 ||
	    ascii_lower((unsigned char)words->text[word->at]) != 'n' ||
	    next->end - next->at != 1 ||
	    ascii_lower((unsigned char)words->text[next->at]) != 't')
		return false;
	return words_gap_is(words, i + 1, "'") ||
	       words_gap_is(words, i + 1, "\u2019");
}
