/* The rate of paragraph breaks. */
#include "restore/break_rate.h"

#include <stdlib.h>

#include "base/utf8.h"

/*
 * With so many silent breaks for an evident one the paragraphs were joined in
 * one way throughout, and the evident one is no more than a guess.
 */
#define UNIFORM 10

/* An evident break is a sure one: per mille. */
#define EVIDENT 900

/* Silent breaks for four evident ones, and some more. */
#define SILENT_PER_4 6
#define SILENT_SPARE 1

#define SURE_MOST 1000 /* per mille */

/* The gap is as long as its marks: no space is left for the break. */
static bool is_silent(const struct decoder *decoder, size_t i,
		      const struct verdict *verdict)
{
	const struct restore_gap *gap = &decoder->model->gaps[verdict->gap];
	size_t at, end;

	words_gap(decoder->words, i, &at, &end);
	return utf8_count(gap->text, gap->len) == end - at;
}

void break_rate_limit(const struct decoder *decoder, struct verdict *verdicts)
{
	size_t silent[SURE_MOST + 1] = { 0 };
	size_t evident = 0, count = 0, most, kept = 0;
	unsigned least = SURE_MOST + 1;

	if (decoder->rules->loss != LOSS_WIRE)
		return;
	for (size_t i = 1; i < decoder->words->count; i++) {
		if (!verdicts[i].is_break)
			continue;
		count++;
		if (is_silent(decoder, i, &verdicts[i]))
			silent[verdicts[i].break_confidence]++;
		else if (verdicts[i].break_confidence >= EVIDENT)
			evident++;
	}
	if (count > evident * (UNIFORM + 1))
		return;
	most = evident * SILENT_PER_4 / 4 + SILENT_SPARE;
	while (least && kept + silent[least - 1] <= most)
		kept += silent[--least];
	for (size_t i = 1; i < decoder->words->count; i++) {
		if (verdicts[i].is_break &&
		    verdicts[i].break_confidence < least &&
		    is_silent(decoder, i, &verdicts[i]))
			verdicts[i].is_break = false;
	}
}
