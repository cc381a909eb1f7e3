/* The rate of paragraph breaks. */
#include "restore/break_rate.h"

#include "base/utf8.h"

/*
 * Paragraphs are joined in several ways: of ten evident breaks there are about
 * nine silent ones, whatever the outlet. How often a network that learnt from
 * other outlets says break is no such constant. So its odds of all silent ones
 * fall together, step by step, while that makes the number of evident ones
 * likelier than the fall is unlikely: the number is taken for Poisson's, the
 * logarithm of the odds ratio for a normal deviate. README.md, "Breaks".
 */
#define EVIDENT_TENTHS 10 /* to each nine silent ones */
#define SILENT_TENTHS 9
#define VARIANCE 12   /* of the logarithm */
#define STEP_PARTS 4  /* of a nat */
#define STEPS_MOST 24 /* six nats: 50% become 0.25% */

/* A break that the fall leaves as likely as that stays: half a nat below even.
 */
#define STAYS 2 /* steps */

#define SURE 1000 /* per mille */

/* Fewer are no wonder where none is evident. More than any article has are all
   believed. */
#define FEW (2 * SURE) /* sum of confidence */
#define COUNTED 20000

/* exp((STAYS - i) / STEP_PARTS), in units of 1 / ONE. */
#define ONE 65536
static const uint32_t odds[STAYS + STEPS_MOST + 1] = {
	108051, 84150, 65536, 51039, 39750, 30957, 24109, 18776, 14623,
	11388,	8869,  6907,  5380,  4190,  3263,  2541,  1979,	 1541,
	1200,	935,   728,   567,   442,   344,   268,	  209,	 162,
};

/* Per mille, after the odds fell or rose to so many ONEths. */
static uint64_t scale(uint64_t confidence, uint32_t by)
{
	const uint64_t yes = confidence * by, no = (SURE - confidence) * ONE;

	return confidence ? yes * SURE / (yes + no) : 0;
}

/* What may be a break, by what the width of its gap says of it. */
struct rate {
	size_t silent[SURE + 1]; /* by confidence */
	size_t count;		 /* of all silent ones */
	uint64_t sum, evident;	 /* of confidence: silent, evident ones */
};

/* The gap is as long as its marks: no space is left for the break. */
static bool is_silent(const struct decoder *decoder, size_t i,
		      const struct restore_gap *gap)
{
	return utf8_count(gap->text, gap->len) ==
	       gap_width(&decoder->rules->view, decoder->words, i);
}

static void count_breaks(const struct decoder *decoder,
			 const struct verdict *verdicts, struct rate *rate)
{
	for (size_t i = 1; i < decoder->words->count; i++) {
		const struct verdict *verdict = &verdicts[i];
		const struct restore_gap *gap;

		if (verdict->gap == RESTORE_GAP_KEEP)
			continue;
		gap = &decoder->model->gaps[verdict->gap];
		if (!verdict->is_break && !gap->ends_sentence)
			continue;
		if (!is_silent(decoder, i, gap)) {
			rate->evident += verdict->break_confidence;
			continue;
		}
		rate->silent[verdict->break_confidence]++;
		rate->sum += verdict->break_confidence;
		rate->count++;
	}
}

/*
 * Whether one more step makes it likelier: the derivative of the logarithm of
 * likelihood and prior, where `sum` silent breaks are expected and the sum of
 * p (1 - p) is `variance`.
 */
static bool is_uphill(const struct rate *rate, size_t steps)
{
	uint64_t sum = 0, variance = 0;

	for (uint64_t c = 0; c <= SURE; c++) {
		const uint64_t p = scale(c, odds[STAYS + steps]);

		sum += rate->silent[c] * p;
		variance += rate->silent[c] * p * (SURE - p) / SURE;
	}
	return variance * STEP_PARTS * VARIANCE * (EVIDENT_TENTHS * sum) >
	       variance * STEP_PARTS * VARIANCE *
			       (SILENT_TENTHS * rate->evident) +
		       SILENT_TENTHS * SURE * sum * steps;
}

void break_rate_limit(const struct decoder *decoder, struct verdict *verdicts)
{
	struct rate rate = { .count = 0 };
	size_t steps = 0;

	if (decoder->rules->loss != LOSS_WIRE)
		return;
	count_breaks(decoder, verdicts, &rate);
	if (rate.sum <= FEW || rate.count > COUNTED)
		return;
	while (steps < STEPS_MOST && is_uphill(&rate, steps))
		steps++;
	for (size_t i = 1; i < decoder->words->count; i++) {
		struct verdict *verdict = &verdicts[i];

		if (steps && verdict->is_break &&
		    scale(verdict->break_confidence, odds[steps]) < SURE / 2 &&
		    is_silent(decoder, i, &decoder->model->gaps[verdict->gap]))
			verdict->is_break = false;
	}
}
