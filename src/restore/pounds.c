/* Words that tell pounds from dollars. */
#include "restore/pounds.h"

#include <string.h>

#include "base/ascii.h"
#include "lang/lookup.h"

#define NEAR 6	       /* words on either side of an amount */
#define WORD_MOST 24   /* bytes of a word of the list */
#define LIST_MOST 8192 /* bytes of it that are asked */

/* In tenths of a bit: three to one for dollars; even. */
#define DOLLARS (-16)
#define POUNDS 0

/* A word as the list has it, behind `sign` if there is one; its length. */
static size_t key_of(const struct words *words, size_t i, const char *sign,
		     char key[WORD_MOST + 2])
{
	const struct word *word = &words->items[i];
	const char *text = words->text + word->at;
	const size_t len = word->end - word->at;
	size_t n = strlen(sign), digits = 0;

	if (len > WORD_MOST)
		return 0;
	memcpy(key, sign, n);
	while (digits < len && ascii_is_digit((unsigned char)text[digits]))
		digits++;
	if (digits)
		key[n++] = '0';
	for (size_t at = digits; at < len; at++)
		key[n++] = (char)ascii_lower((unsigned char)text[at]);
	return n;
}

/* What the list says of a key; *place: where. */
static int weigh(const struct lang_file *list, const char *key, size_t key_len,
		 size_t *place)
{
	size_t len, at = 0;
	int weight = 0;
	const char *said =
		key_len ? lang_lookup(list, key, key_len, &len) : NULL;

	if (!said)
		return 0;
	*place = (size_t)(said - list->bytes);
	if (*said == '-')
		at++;
	for (; at < len && ascii_is_digit((unsigned char)said[at]); at++)
		weight = 10 * weight + said[at] - '0';
	return *said == '-' ? -weight : weight;
}

int pounds_read(const struct lang_file *list, const struct words *words)
{
	unsigned char seen[LIST_MOST / 8] = { 0 };
	char key[WORD_MOST + 2];
	size_t place;
	int sum;

	if (!list->bytes)
		return 0;
	sum = weigh(list, "*", 1, &place);
	for (size_t i = 0; i < words->count; i++) {
		const int weight =
			weigh(list, key, key_of(words, i, "", key), &place);

		if (!weight || place >= LIST_MOST ||
		    seen[place / 8] & 1u << place % 8)
			continue;
		seen[place / 8] |= (unsigned char)(1u << place % 8);
		sum += weight;
	}
	return sum;
}

enum pounds pounds_at(const struct lang_file *list, int all,
		      const struct words *words, size_t i)
{
	const size_t from = i > NEAR ? i - NEAR : 0;
	const size_t to = words->count - i > NEAR ? i + NEAR + 1 : words->count;
	size_t places[2 * NEAR + 1], count = 0, place = 0;
	char key[WORD_MOST + 2];

	for (size_t w = from; w < to; w++) {
		const int weight =
			weigh(list, key, key_of(words, w, "~", key), &place);
		size_t before = 0;

		while (before < count && places[before] != place)
			before++;
		if (!weight || before < count)
			continue;
		places[count++] = place;
		all += weight;
	}
	if (all < DOLLARS)
		return POUNDS_NO;
	return all < POUNDS ? POUNDS_PERHAPS : POUNDS_LIKELY;
}
