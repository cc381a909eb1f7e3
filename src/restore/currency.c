/* One currency for an article. */
#include "restore/currency.h"

#include <string.h>

#include "base/utf8.h"
#include "restore/parts.h"
#include "restore/pounds.h"

/* A sign that is likely, per mille: another currency may be meant. */
#define LIKELY 500

#define POUND 0xA3

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

/* The class with pounds for dollars; false: there is none. */
static bool take_pounds(const struct decoder *decoder, struct verdict *verdict)
{
	const struct restore_gap *gap = &decoder->model->gaps[verdict->gap];
	const char *sign = strchr(gap->text, '$');
	char text[sizeof(gap->text) + 1];
	const size_t before = (size_t)(sign - gap->text);
	uint8_t class;

	memcpy(text, gap->text, before);
	memcpy(text + before, "\u00A3", 2);
	strcpy(text + before + 2, sign + 1);
	class = gap_class(decoder->model, text);
	if (class)
		verdict->gap = class;
	return class;
}

bool currency_is_doubtful(const struct decoder *decoder,
			  struct verdict *verdict, size_t i)
{
	const uint32_t sign = sign_of(&decoder->model->gaps[verdict->gap]);

	if (!decoder->lang || !decoder->lang->currency.bytes ||
	    (sign != '$' && sign != POUND))
		return false;
	switch (pounds_at(&decoder->lang->currency, decoder->pounds,
			  decoder->words, i)) {
	case POUNDS_NO:
		return sign == POUND;
	case POUNDS_PERHAPS:
		return sign == '$';
	default:
		return sign == '$' && !take_pounds(decoder, verdict);
	}
}
