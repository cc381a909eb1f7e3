/* A dateline's place in one case. */
#include "restore/dateline.h"

#include <string.h>

#include "base/bytes.h"

#define MOST_WORDS 6 /* before the agency: "SAN JUAN, Puerto Rico (AP) -" */

/* The words before " (" and one word and ") - "; 0: there is no dateline. */
static size_t words_before_agency(const struct decoder *decoder,
				  const struct verdict *verdicts)
{
	const size_t words = decoder->words->count;
	size_t i = 1;

	while (i < words && i <= MOST_WORDS &&
	       strcmp(decoder_gap_text(decoder, verdicts, i), " (") != 0)
		i++;
	if (i >= words || i > MOST_WORDS ||
	    strcmp(decoder_gap_text(decoder, verdicts, i + 1), ") - ") != 0)
		return 0;
	return i;
}

/* Up to a comma: what follows it is a state, which is no place in capitals. */
static size_t words_of_place(const struct decoder *decoder,
			     const struct verdict *verdicts, size_t most)
{
	size_t i = 1;

	while (i < most && !strchr(decoder_gap_text(decoder, verdicts, i), ','))
		i++;
	return most ? i : 0;
}

/* Places are written alike: one in capitals makes all so. */
static void settle_place(struct verdict *verdicts, size_t first, size_t last)
{
	bool upper = false;

	for (size_t i = first; i <= last; i++)
		upper |= verdicts[i].letters == RESTORE_UPPER;
	for (size_t i = first; upper && i <= last; i++)
		verdicts[i].letters = RESTORE_UPPER;
}

#define MOST_PLACE 4  /* words: "SANTIAGO DEL ESTERO" */
#define MOST_DATED 20 /* words up to the dash: "BOGOTA, 3 APR 90 (EFE) --" */

/* Whether what is before word i, from 1, holds `part`. */
static bool gap_holds(const struct words *words, size_t i, const char *part)
{
	size_t at, end;

	for (words_gap(words, i - 1, &at, &end); at < end; at++)
		if (bytes_begin(words->text, end, at, part))
			return true;
	return false;
}

/* On from word `from` to the last one before `mark`, in a line; 0: too far. */
static size_t last_before(const struct words *words, size_t from,
			  const char *mark)
{
	for (size_t i = from; i < words->count && i < from + MOST_PLACE; i++) {
		if (gap_holds(words, i + 1, "\n"))
			return 0;
		if (gap_holds(words, i + 1, mark))
			return i;
	}
	return 0;
}

/*
 * The last word of a place before its day, from word `first` on, in a line that
 * goes on with a dash: "SAN SALVADOR, 30 OCT 89 (ACAN-EFE) -- ", "MANAGUA
 * (NICARAGUA), 3 APR 90 -- "; 0: none is.
 */
static size_t end_of_dated(const struct words *words, size_t first)
{
	const size_t comma = last_before(words, first, ",");
	const size_t bracket = last_before(words, first, "(");
	const size_t day = comma ? words_digits(words, comma) : 0;

	if (!day || day > 2)
		return 0;
	for (size_t i = comma + 2; i <= words->count && i < first + MOST_DATED;
	     i++) {
		if (gap_holds(words, i, "\n"))
			return 0;
		if (gap_holds(words, i, " -- "))
			return bracket && bracket < comma ? bracket : comma;
	}
	return 0;
}

/* The place of a text, or of a document in it: "TST1-MUC3-0001". */
static void settle_dated(const struct decoder *decoder,
			 struct verdict *verdicts)
{
	const struct words *words = decoder->words;

	for (size_t i = 1; i <= words->count; i++) {
		size_t last;

		if (i > 1 && !gap_holds(words, i, "\n"))
			continue;
		last = end_of_dated(words, i);
		if (last)
			settle_place(verdicts, i, last);
	}
}

void dateline_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	const size_t most = words_before_agency(decoder, verdicts);
	const size_t place = words_of_place(decoder, verdicts, most);

	settle_place(verdicts, 1, place);
	if (decoder->rules->loss == LOSS_LOWER)
		settle_dated(decoder, verdicts);
}
