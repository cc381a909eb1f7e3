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

/* Shares of a range are so far apart at most, or round. */
#define CLOSE 3

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

/*
 * "20 40%", "55 56 percent": of two numbers of two digits that ascend, both
 * round or hardly apart, nine in ten are a range.
 */
static bool may_be_shares(const struct decoder *decoder,
			  const struct verdict *verdicts, size_t i)
{
	const struct words *words = decoder->words;
	int from, to;

	if (words_digits(words, i - 1) != 2 || words_digits(words, i) != 2 ||
	    (!is_of(words, i + 1, LIST_MEASURE) &&
	     decoder_gap_text(decoder, verdicts, i + 1)[0] != '%'))
		return false;
	from = number_of(words, i - 1);
	to = number_of(words, i);
	return to > from &&
	       (to - from <= CLOSE || (from % 5 == 0 && to % 5 == 0));
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
			(whole > 3 && (decoder->rules->loss == LOSS_COLLAPSED ||
				       has_sign(decoder, verdicts, i - 1)))) &&
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

bool number_is_part(const struct words *words, size_t i)
{
	int parts, whole;

	if (!words_digits(words, i - 1) || !words_digits(words, i))
		return false;
	parts = number_of(words, i - 1);
	whole = number_of(words, i);
	return (whole == 2 || whole == 4 || whole == 8 || whole == 16 ||
		whole == 32) &&
	       parts < whole && parts % 2 == 1;
}

/*
 * "1 3 4" may be 1 3/4 or 1-3/4: which of them is the agency's style, and in
 * most it is a space.
 */
static bool may_be_mixed(const struct words *words, size_t i)
{
	return words_digits(words, i - 1) && number_is_part(words, i + 1) &&
	       !words_digits(words, i + 2);
}

/* "1996 1998" with a comma is a span of years, or a season. */
static bool may_be_span(const struct decoder *decoder, size_t i)
{
	const char *from, *to;

	if (decoder->rules->loss != LOSS_COLLAPSED ||
	    words_digits(decoder->words, i - 1) != 4 ||
	    words_digits(decoder->words, i + 1) ||
	    (i > 1 && words_digits(decoder->words, i - 2)))
		return false;
	from = decoder->words->text + decoder->words->items[i - 1].at;
	to = decoder->words->text + decoder->words->items[i].at;
	if (memcmp(from, "19", 2) && memcmp(from, "20", 2))
		return false;
	if (words_digits(decoder->words, i) == 4)
		return (!memcmp(to, "19", 2) || !memcmp(to, "20", 2)) &&
		       memcmp(from, to, 4) < 0;
	return words_digits(decoder->words, i) == 2 &&
	       number_of(decoder->words, i) ==
		       (10 * (from[2] - '0') + from[3] - '0' + 1) % 100;
}

/* " +", "(-": a sign makes another number of one. */
static bool ends_in_sign(const char *gap)
{
	const size_t len = strlen(gap);

	return len > 1 && strchr("+-", gap[len - 1]) &&
	       strchr(" (", gap[len - 2]);
}

/* "004 percent": before so many digits that begin with 0 was a point. */
static bool has_lost_point(const struct words *words, size_t i, const char *gap)
{
	return words_digits(words, i) > 1 && !words_digits(words, i - 1) &&
	       words->text[words->items[i].at] == '0' &&
	       is_of(words, i + 1, LIST_MEASURE) && !strchr(gap, '.');
}

static bool is_open(const struct decoder *decoder,
		    const struct verdict *verdicts, size_t i)
{
	const struct words *words = decoder->words;
	const char *gap = decoder->model->gaps[verdicts[i].gap].text;

	if (!words_digits(words, i))
		return false;
	if (ends_in_sign(gap) || has_lost_point(words, i, gap))
		return true;
	if (!strcmp(gap, ","))
		return is_unsure_group(words, i, &verdicts[i]);
	if (!strcmp(gap, ", "))
		return may_be_span(decoder, i);
	if (!strcmp(gap, "-"))
		return may_be_mixed(words, i);
	return may_be_range(words, i, gap) ||
	       (!strcmp(gap, ".") && may_be_shares(decoder, verdicts, i));
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
	if (rate || is_open(decoder, verdicts, i))
		parts_take(decoder, &verdicts[i], i, decoder->traces[i].own);
}
