/* A dateline's place in one case. */
#include "restore/dateline.h"

#include <string.h>

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

void dateline_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	const size_t most = words_before_agency(decoder, verdicts);
	const size_t place = words_of_place(decoder, verdicts, most);
	bool upper = false;

	for (size_t i = 1; i <= place; i++)
		upper |= verdicts[i].letters == RESTORE_UPPER;
	for (size_t i = 1; upper && i <= place; i++)
		verdicts[i].letters = RESTORE_UPPER;
}
