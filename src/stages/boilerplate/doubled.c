/* Lines that say everything twice. */
#include "stages/boilerplate/doubled.h"

#include <string.h>

#define LEAST_WORDS 5 /* said twice; fewer are a chant */
#define MOST_WORDS 60
/* Whether words [0, half) stand again after them, byte for byte. */
static bool stands_twice(const char *text, const struct token *word,
			 size_t half)
{
	const size_t at = word[0].at, again = word[half].at;
	const size_t len = word[half - 1].end - at;

	return word[2 * half - 1].end - again == len &&
	       !memcmp(text + at, text + again, len);
}

/* "04/09/87 03/09/87", twice: heads of columns, of which each has its own. */
static bool are_numbers(const struct token *word, size_t half)
{
	size_t count = 0;

	for (size_t i = 0; i < half; i++)
		count += (word[i].flags & TOKEN_NUMBER) != 0;
	return count * 2 >= half;
}

/* "Embed Embed": what players leave after both copies. */
static bool is_twin(const struct token *last)
{
	return last[-1].hash == last[0].hash;
}

static size_t half_of(const char *text, const struct tokens *words,
		      size_t count)
{
	const size_t half = count / 2;

	if (count % 2 || half < LEAST_WORDS ||
	    words->word[half].gap != GAP_SPACE ||
	    !stands_twice(text, words->word, half) ||
	    are_numbers(words->word, half))
		return 0;
	/* four times: what was left would be halved again */
	return half % 2 == 0 && stands_twice(text, words->word, half / 2)
		       ? 0
		       : half;
}

size_t doubled_start(const char *text, const struct tokens *words)
{
	const size_t count = words->count;
	size_t half;

	if (count < 2 * LEAST_WORDS || count > MOST_WORDS)
		return 0;
	half = half_of(text, words, count);
	if (!half && is_twin(&words->word[count - 1]))
		half = half_of(text, words, count - 2);
	return half;
}
