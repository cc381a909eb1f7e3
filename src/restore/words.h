/*
 * Words and gaps: how the restoration sees a text.
 *
 * A word is a maximal run of letters, marks and numbers (categories L*, M*,
 * N*). A gap is what is between two words; gap i lies before word i, and
 * the last one after the last word. The restoration changes the case of words
 * and what is in gaps, nothing else.
 */
#ifndef COPYDESK_RESTORE_WORDS_H
#define COPYDESK_RESTORE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "text/word_lists.h"

struct word {
	uint32_t at, end; /* bytes */
};

/* A word's case as it is, of those that are told apart by name. */
enum { WORD_SEEN_TITLE = 2, WORD_SEEN_UPPER = 3 };

/* What the model knows of a word: reading.h. */
struct word_reading {
	uint32_t rows[4];  /* word, prefix, suffix, prior */
	uint32_t pair;	   /* the row of it and the word before it */
	uint32_t mixed;	   /* lexicon_mixed() */
	uint16_t points;   /* code points */
	uint8_t prior;	   /* the bucket of its case prior: README.md */
	uint8_t seen_case; /* 1 lower, 2 Title, 3 UPPER, 4 mixed */
	bool has_upper;	   /* as it is */
};

struct words {
	const char *text; /* borrowed, valid UTF-8 */
	size_t len;
	struct word *items; /* owned */
	size_t count, cap;
	/* By the caller: */
	const struct word_lists *lists; /* of its language, or NULL */
	const struct word_reading
		*readings;	/* of each; NULL where none is asked */
	const uint64_t *hashes; /* the same */
};

/*
 * The words of `text`, which must live as long as they are used. False, and
 * nothing to release, when memory runs out.
 */
bool words_split(struct words *words, const char *text, size_t len);
void words_release(struct words *words);

/*
 * Of the words of a text those between two places, at neither of which there is
 * one, from word `first` on: their text begins at the first place. False, and
 * nothing to release, when memory runs out.
 */
bool words_part(struct words *part, const struct words *words, size_t first,
		size_t at, size_t end);

/* The digits of word `i`, if it is nothing else; else, or beyond the last, 0.
 */
size_t words_digits(const struct words *words, size_t i);

/*
 * Whether word `i`, which was read, begins small but at a sentence's start, as
 * "the" and "she" do; a letter alone is an initial: "U S".
 */
bool words_begins_small(const struct words *words, size_t i);

/* Whether word `i` is `text`, small letters of ASCII, in any case. */
bool words_is(const struct words *words, size_t i, const char *text);

/* Whether word `i` is the "n" of "do n't", which tokenisers set apart. */
bool words_cut_negative(const struct words *words, size_t i);

/* Bytes [*at, *end) of the gap before word `i`; i == count: the last gap. */
static inline void words_gap(const struct words *words, size_t i, size_t *at,
			     size_t *end)
{
	*at = i ? words->items[i - 1].end : 0;
	*end = i < words->count ? words->items[i].at : words->len;
}

/* Whether the gap before word i is `text`. */
static inline bool words_gap_is(const struct words *words, size_t i,
				const char *text)
{
	size_t at, end;

	words_gap(words, i, &at, &end);
	return bytes_are(words->text + at, end - at, text);
}

#endif
