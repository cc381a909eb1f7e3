/* Stops before a capital that no name has. */
#include "restore/case_stop.h"

#include "restore/class_lists.h"
#include "restore/parts.h"

/* What such a stop is sure: per mille. */
#define STOP_SURE 900

static uint32_t lists_of(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i];

	return word_lists_find(words->lists, words->text + word->at,
			       word->end - word->at);
}

/* No sentence ends in "of" or "the". */
static bool may_end(const struct words *words, size_t i)
{
	return !words->readings[i].has_upper &&
	       !(lists_of(words, i) & (LIST_BARE | LIST_CLAUSE));
}

/*
 * "She said", "In March", but not "The New Harbour", "Good Boats", which may be
 * names.
 */
static bool begins_sentence(const struct words *words, size_t i)
{
	const uint32_t lists = lists_of(words, i);

	if (!words->readings[i].has_upper || !words_begins_small(words, i) ||
	    i + 1 == words->count)
		return false;
	return !words->readings[i + 1].has_upper ||
	       (lists & (LIST_BARE | LIST_CLAUSE) && !(lists & LIST_DEFINITE));
}

void case_stops_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	const struct words *words = decoder->words;

	if (!decoder->rules->cased || decoder->rules->loss != LOSS_COLLAPSED)
		return;
	for (size_t i = 1; i < words->count; i++) {
		if (!may_end(words, i - 1) || !begins_sentence(words, i) ||
		    !decoder_leaves_space(decoder, verdicts, i))
			continue;
		parts_take(decoder, &verdicts[i], i, decoder->lists->stop);
		if (verdicts[i].gap_confidence < STOP_SURE)
			verdicts[i].gap_confidence = STOP_SURE;
	}
}
