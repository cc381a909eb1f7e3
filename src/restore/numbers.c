/* Marks in numbers that nobody can tell. */
#include "restore/numbers.h"

#include <string.h>

#include "base/ascii.h"
#include "restore/parts.h"

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
	const struct word *word;

	if (i >= words->count)
		return false;
	word = &words->items[i];
	return word_lists_find(words->lists, words->text + word->at,
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

static bool is_wide(const struct words *words, size_t i)
{
	size_t at, end;

	words_gap(words, i, &at, &end);
	return end - at > 1;
}

/* A currency's name, perhaps after its country's. */
static bool is_currency(const struct words *words, size_t i)
{
	return is_of(words, i, LIST_CURRENCY) ||
	       (i < words->count && !is_of(words, i, LIST_MEASURE) &&
		is_of(words, i + 1, LIST_CURRENCY));
}

/* A sign of currency before word i, from 0: "$1". */
static bool has_sign(const struct decoder *decoder,
		     const struct verdict *verdicts, size_t i)
{
	return parts_held(&decoder->model->gaps[verdicts[i].gap],
			  PART_CURRENCY);
}

/*
 * "1 106 9300 yen" may be (1 = 106.9300 yen), as wires explain an amount. No
 * class has that sign, and any other mark makes another number of it. It is no
 * such rate where all groups have three digits: 1,106,930 yen. Nor are there
 * two currencies in "$1 5956 pounds", but ($1 = .5956 pounds).
 */
static bool may_be_rate(const struct decoder *decoder,
			const struct verdict *verdicts, size_t i)
{
	const struct words *words = decoder->words;
	const size_t whole = words_digits(words, i);
	const size_t part = words_digits(words, i + 1);

	if (!whole || number_of(words, i - 1) != 1)
		return false;
	if (!part)
		return (is_wide(words, i) ||
			(whole > 3 && has_sign(decoder, verdicts, i - 1))) &&
		       is_currency(words, i + 1);
	return (whole != 3 || part != 3) && is_currency(words, i + 2);
}

/* Asked of the comma before three digits, percent; of eighths: "63.125". */
#define GROUP_SURE 70
#define EIGHTH_SURE 95

bool number_is_eighth(const char *digits)
{
	static const char eighths[][4] = { "125", "375", "625", "875" };

	for (size_t k = 0; k < sizeof(eighths) / sizeof(*eighths); k++) {
		if (!memcmp(digits, eighths[k], 3))
			return true;
	}
	return false;
}

/* A comma before three digits that may be a point or a hyphen. */
static bool is_unsure_group(const struct words *words, size_t i,
			    const struct verdict *verdict)
{
	const char *next = words->text + words->items[i].at;

	if (words_digits(words, i) != 3 || !words_digits(words, i - 1))
		return false;
	return verdict->gap_confidence <
	       10 * (number_is_eighth(next) ? EIGHTH_SURE : GROUP_SURE);
}

/* The bracket of a rate is before all of it. */
static void move_bracket(const struct decoder *decoder,
			 struct verdict *verdicts, size_t i)
{
	struct verdict *before = &verdicts[i - 1];

	if (strchr(decoder->pairs->marks[verdicts[i].group], '(') &&
	    !strcmp(decoder->model->gaps[before->gap].text, " "))
		parts_take(decoder, before, i - 1,
			   gap_class(decoder->model, " ("));
}

static bool is_open(const struct decoder *decoder,
		    const struct verdict *verdict, size_t i)
{
	const struct words *words = decoder->words;
	const char *gap = decoder->model->gaps[verdict->gap].text;

	if (!strcmp(gap, ","))
		return is_unsure_group(words, i, verdict);
	return may_be_range(words, i, gap);
}

void number_leave(const struct decoder *decoder, struct verdict *verdicts,
		  size_t i)
{
	const struct words *words = decoder->words;
	const bool rate = i && may_be_rate(decoder, verdicts, i);

	if (!i || i == words->count)
		return;
	if (rate)
		move_bracket(decoder, verdicts, i);
	if (rate || is_open(decoder, &verdicts[i], i))
		parts_take(decoder, &verdicts[i], i, decoder->traces[i].own);
}
