/* Words that are signs. */
#include "restore/signs.h"

#include <string.h>

#include "base/ascii.h"

/* "US AIR <U>": with a small letter a ticker would be a tag. */
static bool is_ticker(const struct words *words, const struct word *word)
{
	return word->at && word->end < words->len &&
	       words->text[word->at - 1] == '<' &&
	       words->text[word->end] == '>' &&
	       ascii_is_upper((unsigned char)words->text[word->at]);
}

static size_t length(const struct word *word)
{
	return word->end - word->at;
}

/*
 * "(FRY.N)": a share, and the exchange that it is traded on, of one letter or
 * two; but "(p.m)".
 */
static bool is_share(const struct words *words, size_t i)
{
	const struct word *share = &words->items[i - 1], *exchange = share + 1;

	if (i == words->count || !share->at ||
	    words->text[share->at - 1] != '(' ||
	    words->text[share->end] != '.' || exchange->at != share->end + 1 ||
	    exchange->end == words->len || words->text[exchange->end] != ')')
		return false;
	if (length(share) == 1 && length(exchange) == 1)
		return strchr(
			"lnot",
			ascii_lower((unsigned char)words->text[exchange->at]));
	return length(exchange) <= 2 && !words_is(words, i - 1, "sq") &&
	       ascii_is_letter((unsigned char)words->text[exchange->at]) &&
	       ascii_is_letter((unsigned char)words->text[exchange->end - 1]);
}

/* "(VA.)": a state, short for its name, is "(Va.)". */
static bool is_state(const struct words *words, const struct word *word)
{
	return word->at && words->text[word->at - 1] == '(' &&
	       length(word) == 2 && words->len - word->end >= 2 &&
	       words->text[word->end] == '.' &&
	       words->text[word->end + 1] == ')';
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
		else if (verdicts[i].letters == RESTORE_UPPER &&
			 is_state(words, word))
			verdicts[i].letters = RESTORE_TITLE;
		if (is_share(words, i))
			verdicts[i].letters = verdicts[i + 1].letters =
				RESTORE_UPPER;
	}
}
