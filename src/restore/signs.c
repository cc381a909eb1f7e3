/* Words that are signs. */
#include "restore/signs.h"

#include "base/ascii.h"

/* "US AIR <U>": with a small letter a ticker would be a tag. */
static bool is_ticker(const struct words *words, const struct word *word)
{
	return word->at && word->end < words->len &&
	       words->text[word->at - 1] == '<' &&
	       words->text[word->end] == '>' &&
	       ascii_is_upper((unsigned char)words->text[word->at]);
}

/*
 * A letter of Latin-1 that a sign outside ASCII touches, "â™": the first of a
 * character that was read in another charset, of which it would be another one
 * as a capital.
 */
static bool is_misread(const struct words *words, const struct word *word)
{
	return word->end - word->at == 2 && word->end < words->len &&
	       (unsigned char)words->text[word->at] == 0xC3 &&
	       (unsigned char)words->text[word->end] >= 0x80;
}

/* The case of a letter of Latin-1. */
static uint8_t case_seen(const struct words *words, const struct word *word)
{
	return words->text[word->at + 1] & 0x20 ? RESTORE_LOWER : RESTORE_UPPER;
}

void signs_settle(const struct words *words, struct verdict *verdicts)
{
	for (size_t i = 1; i <= words->count; i++) {
		const struct word *word = &words->items[i - 1];

		if (is_ticker(words, word))
			verdicts[i].letters = RESTORE_UPPER;
		else if (is_misread(words, word))
			verdicts[i].letters = case_seen(words, word);
	}
}
