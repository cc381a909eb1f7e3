/* The rate of paragraph breaks. */
#include "restore/break_rate.h"

#include <stdlib.h>

#include "base/utf8.h"

/*
 * Paragraphs are joined in several ways, and of four breaks one is evident, or
 * two. With fewer than one for so many silent ones there are no paragraphs:
 * what words alone say is no more than a guess.
 */
#define SILENT_MOST 10
#define SILENT_FEW 3 /* of so few it is no wonder that none is evident */

/* An evident break is a sure one: per mille. */
#define EVIDENT 900

/* More breaks than in any article are all believed. */
#define COUNTED 2000

#define SURE_MOST 1000 /* per mille */

/* The gap is as long as its marks: no space is left for the break. */
static bool is_silent(const struct decoder *decoder, size_t i,
		      const struct verdict *verdict)
{
	const struct restore_gap *gap = &decoder->model->gaps[verdict->gap];

	return utf8_count(gap->text, gap->len) ==
	       gap_width(&decoder->rules->view, decoder->words, i);
}

/* Breaks, by what their gaps say of them. */
struct rate {
	size_t silent[SURE_MOST + 1]; /* by confidence */
	size_t count, evident;	      /* all, and evident ones that are sure */
	uint64_t sum_silent, sum_evident; /* of confidence: per mille */
};

static void count_breaks(const struct decoder *decoder,
			 const struct verdict *verdicts, struct rate *rate)
{
	for (size_t i = 1; i < decoder->words->count; i++) {
		const uint16_t confidence = verdicts[i].break_confidence;

		if (!verdicts[i].is_break)
			continue;
		rate->count++;
		if (is_silent(decoder, i, &verdicts[i])) {
			rate->silent[confidence]++;
			rate->sum_silent += confidence;
		} else {
			rate->evident += confidence >= EVIDENT;
			rate->sum_evident += confidence;
		}
	}
}

/* Whether nothing but words says that there are paragraphs at all. */
static bool is_flat(const struct rate *rate)
{
	return rate->sum_silent > SILENT_FEW * SURE_MOST &&
	       rate->sum_silent > rate->evident * SILENT_MOST * SURE_MOST;
}

/*
 * Silent breaks to believe: two parts of as many as they are likely to be, and
 * one of as many as there are evident ones, as a geometric mean; counts of two
 * more, as few say little, and one to spare.
 */
static size_t silent_most(const struct rate *rate)
{
	const uint64_t silent = rate->sum_silent + 2 * SURE_MOST;
	const uint64_t evident = rate->sum_evident + 2 * SURE_MOST;
	const uint64_t cube = silent * silent * evident;
	uint64_t root = 0;

	if (is_flat(rate))
		return 0;
	if (rate->count > COUNTED)
		return rate->count;
	while ((root + SURE_MOST) * (root + SURE_MOST) * (root + SURE_MOST) <=
	       cube)
		root += SURE_MOST;
	return root / SURE_MOST;
}

void break_rate_limit(const struct decoder *decoder, struct verdict *verdicts)
{
	struct rate rate = { .count = 0 };
	unsigned least = SURE_MOST + 1;
	size_t most, kept = 0;

	if (decoder->rules->loss != LOSS_WIRE)
		return;
	count_breaks(decoder, verdicts, &rate);
	most = silent_most(&rate);
	while (least && kept + rate.silent[least - 1] <= most)
		kept += rate.silent[--least];
	for (size_t i = 1; i < decoder->words->count; i++) {
		if (verdicts[i].is_break &&
		    verdicts[i].break_confidence < least &&
		    is_silent(decoder, i, &verdicts[i]))
			verdicts[i].is_break = false;
	}
}
