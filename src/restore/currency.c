/* One currency for an article. */
#include "restore/currency.h"

#include <string.h>

#include "base/utf8.h"

/* A sign that is likely, per mille: another currency may be meant. */
#define LIKELY 500

/* Signs of an article, by gap class: the first of each kind stands for it. */
struct signs {
	uint32_t likely, sure; /* code points; 0: none yet */
	bool mixed;	       /* another one is likely, too */
};

/* The currency's sign in a gap's class; 0: none. */
static uint32_t sign_of(const struct restore_gap *gap)
{
	size_t at = 0;

	while (at < gap->len) {
		const uint32_t point = utf8_next(gap->text, &at);

		if (point == '$' || point == 0xA3 ||
		    (point >= 0x20A0 && point < 0x20D0))
			return point;
	}
	return 0;
}

static void see(struct signs *signs, uint32_t sign, unsigned confidence,
		unsigned sure)
{
	if (!sign || confidence < LIKELY)
		return;
	if (signs->likely && signs->likely != sign)
		signs->mixed = true;
	signs->likely = sign;
	if (confidence >= sure)
		signs->sure = sign;
}

/* What is not sure shrinks; where runs tell of marks, by more. */
static uint16_t surer(uint16_t confidence, enum restore_loss loss)
{
	const unsigned doubt = 1000u - confidence;

	return (uint16_t)(1000u - (loss == LOSS_COLLAPSED ? doubt * 2 / 3
							  : doubt * 2 / 5));
}

void currency_agree(const struct decoder *decoder, struct verdict *verdicts,
		    unsigned sure)
{
	const struct restore_gap *gaps = decoder->model->gaps;
	const size_t count = decoder->words->count;
	struct signs signs = { 0 };

	for (size_t i = 0; i <= count; i++)
		see(&signs, sign_of(&gaps[verdicts[i].gap]),
		    verdicts[i].gap_confidence, sure);
	if (!signs.sure || signs.mixed)
		return;
	for (size_t i = 0; i <= count; i++) {
		struct verdict *verdict = &verdicts[i];

		if (sign_of(&gaps[verdict->gap]) == signs.sure &&
		    verdict->gap_confidence >= LIKELY - 100 &&
		    verdict->gap_confidence < sure)
			verdict->gap_confidence = surer(verdict->gap_confidence,
							decoder->rules->loss);
	}
}
