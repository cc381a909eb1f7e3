/* Letters before names, as teams are listed. */
#include "restore/initials.h"

#include "base/ascii.h"

static bool is_letter(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i - 1];

	return word->end - word->at == 1 &&
	       ascii_is_letter((unsigned char)words->text[word->at]);
}

/* A letter, a space and a name: words i and i + 1, from 1. */
static bool is_named(const struct decoder *decoder,
		     const struct verdict *verdicts, size_t i)
{
	return i < decoder->words->count && is_letter(decoder->words, i) &&
	       decoder_gap_is(decoder, verdicts, i, " ") &&
	       verdicts[i + 1].letters == RESTORE_TITLE;
}

/* Whether one item of a list ends in gap i and another begins. */
static bool parts_items(const struct decoder *decoder,
			const struct verdict *verdicts, size_t i)
{
	return decoder_gap_is(decoder, verdicts, i, ", ") ||
	       decoder_gap_is(decoder, verdicts, i, "; ");
}

void initials_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	for (size_t i = 3; i <= decoder->words->count; i++) {
		if (verdicts[i].letters == RESTORE_LOWER &&
		    is_named(decoder, verdicts, i) &&
		    parts_items(decoder, verdicts, i - 1) &&
		    is_named(decoder, verdicts, i - 2) &&
		    verdicts[i - 2].letters != RESTORE_LOWER)
			verdicts[i].letters = RESTORE_TITLE;
	}
}
