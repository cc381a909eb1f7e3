/* Words that are signs. */
#include "restore/signs.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/bytes.h"

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

/* "-- [TEXT] The": what a monitor of the news writes after its dateline. */
static bool is_kind(const struct words *words, const struct word *word)
{
	const char *text = words->text;
	const size_t at = word->at;

	return at > 3 && text[at - 1] == '[' && text[at - 2] == ' ' &&
	       strchr("-]", text[at - 3]) && word->end < words->len &&
	       text[word->end] == ']';
}

bool signs_follow_kind(const struct words *words, size_t i)
{
	return i > 1 && is_kind(words, &words->items[i - 2]) &&
	       words->items[i - 1].at == words->items[i - 2].end + 2;
}

/* "[unk]", "[mask]": what models of language have for a word. */
static bool is_model_token(const struct words *words, const struct word *word)
{
	static const char *const names[] = { "unk", "mask", "pad", "num" };

	if (!word->at || words->text[word->at - 1] != '[' ||
	    word->end >= words->len || words->text[word->end] != ']')
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (length(word) == strlen(names[i]) &&
		    !strncasecmp(words->text + word->at, names[i],
				 length(word)))
			return true;
	return false;
}

#define HASHTAG_LEAST 4 /* bytes */

/* "on #MeToo": a topic, whose capitals part its words; "the #rd" is none. */
static bool is_hashtag(const struct words *words, const struct word *word)
{
	return word->at > 1 && words->text[word->at - 1] == '#' &&
	       ascii_is_space((unsigned char)words->text[word->at - 2]) &&
	       ascii_is_letter((unsigned char)words->text[word->at]) &&
	       length(word) >= HASHTAG_LEAST;
}

/*
 * "<unk>" for a word, "</d>", the "rd" of "#rd" where digits are signs: no
 * program that wrote them minds the case around them.
 */
static bool is_filler(const struct words *words, const struct word *word)
{
	const char *text = words->text;
	const char before = word->at ? text[word->at - 1] : ' ';
	const bool opened = before == '<' || (before == '/' && word->at > 1 &&
					      text[word->at - 2] == '<');

	return before == '#' || is_kind(words, word) ||
	       is_model_token(words, word) ||
	       (opened && word->end < words->len && text[word->end] == '>');
}

#define NUMBER_DIGITS 3 /* at the end of a document's number */
#define NUMBER_BYTES 20 /* of it on either side of a word, at most */

static bool is_of_number(unsigned char c)
{
	return ascii_is_upper(c) || ascii_is_digit(c) || c == '-';
}

/* "DEV-MUC3-0001": two parts that begin with letters, and a long number. */
static bool is_in_number(const struct words *words, const struct word *word)
{
	const char *text = words->text;
	size_t at = word->at, end = word->end, hyphens = 0, digits = 0;

	if (!(end < words->len && text[end] == '-') &&
	    !(at && text[at - 1] == '-'))
		return false;
	while (at && word->at - at < NUMBER_BYTES &&
	       is_of_number((unsigned char)text[at - 1]))
		at--;
	while (end < words->len && end - word->end < NUMBER_BYTES &&
	       is_of_number((unsigned char)text[end]))
		end++;
	if (!ascii_is_letter((unsigned char)text[at]))
		return false;
	for (; at < end; at++) {
		const unsigned char c = (unsigned char)text[at];

		hyphens += c == '-';
		digits = ascii_is_digit(c) ? digits + 1 : 0;
		if (c == '-' && hyphens < 2 &&
		    !ascii_is_letter(bytes_at(text, end, at + 1)))
			return false;
	}
	return hyphens == 2 && digits >= NUMBER_DIGITS;
}

/* The case that a word has. */
static uint8_t case_of(const struct words *words, const struct word *word)
{
	const char *text = words->text;

	if (!ascii_is_upper((unsigned char)text[word->at]))
		return RESTORE_LOWER;
	for (size_t at = word->at + 1; at < word->end; at++)
		if (ascii_is_lower((unsigned char)text[at]))
			return RESTORE_TITLE;
	return RESTORE_UPPER;
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
		else if (verdicts[i].letters == RESTORE_MIXED &&
			 is_hashtag(words, word))
			continue;
		else if (is_filler(words, word) || is_in_number(words, word))
			verdicts[i].letters = case_of(words, word);
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
