/*
 * How sure the model is. README.md, "Confidence".
 */
#ifndef COPYDESK_RESTORE_CONFIDENCE_H
#define COPYDESK_RESTORE_CONFIDENCE_H

#include "restore/model.h"

#define NEVER (-1000000) /* a score that nothing reaches */

/* How sure a head is: the share of e(score) in `sum`, calibrated. */
static inline uint16_t restore_confidence(const struct restore_model *model,
					  enum restore_head head,
					  uint64_t score, uint64_t sum)
{
	uint64_t share = sum ? (score << 16) / sum : 0;

	if (share > 65535)
		share = 65535;
	return model->calibration[head][share >> 10];
}

/*
 * e to the minus `below` / 256, times 65536. `below` is less than 0 only for a
 * class that is not allowed, in a state that no way leads to.
 */
static inline uint32_t restore_exp(const struct restore_model *model,
				   int32_t below)
{
	below = below < 0 ? 0 : below;
	return model->exp[below < RESTORE_EXP ? below : RESTORE_EXP];
}

#endif
