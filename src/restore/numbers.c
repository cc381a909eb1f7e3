/* Marks in numbers that nobody can tell. */
#include "restore/numbers.h"

#include "base/ascii.h"

/* The number that word i, from 0, is; -1: it is none, or of three digits. */
static int number_of(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i];
	int number = 0;

	if (word->end - word->at > 2)
		return -1;
	for (size_t k = word->at; k < word->end; k++) {
		if (!ascii_is_digit((unsigned char)words->text[k]))
			return -1;
		number = 10 * number + (words->text[k] - '0');
	}
	return number;
}

/* Whether word i is of a list; false beyond the last. */
static bool is_of(const struct words *words, size_t i, enum word_list list)
{
	const struct word *word = &words->items[i];

	return i < words->count &&
	       word_lists_find(words->lists, words->text + word->at,
			       word->end - word->at) &
		       list;
}

/*
 * "6 8 weeks" with a point: a range of days is likelier than a fraction of one,
 * but for halves. Which it is nobody knows, so the space stays.
 */
static bool may_be_range(const struct words *words, size_t i, const char *gap)
{
	int from, to;

	if (gap[0] != '.' || !is_of(words, i + 1, LIST_PERIOD))
		return false;
	from = number_of(words, i - 1);
	to = number_of(words, i);
	return from >= 0 && to > from && to != 5;
}

bool number_is_open(const struct decoder *decoder, size_t i,
		    const struct verdict *verdict)
{
	const char *gap = decoder->model->gaps[verdict->gap].text;

	return may_be_range(decoder->words, i, gap);
}
