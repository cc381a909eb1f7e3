/* What the words around a word say for a capital. */
#include "wire/phrases.h"

#include "wire/lexicon.h"

#define FEATURES 6
#define UNIT 6			/* of a weight, in 1/256 nat */

static uint64_t mix(uint64_t a, uint64_t b, uint64_t c, uint64_t tag)
{
	return lexicon_mix(a * 0x9E3779B97F4A7C15u + b * 0xC2B2AE3D27D4EB4Fu +
			   c * 0x165667B19E3779F9u + tag * 0xD6E8FEB86659FD93u);
}

/* The weight of a feature; 0 where its slot belongs to another. */
static int32_t weight_of(const struct wire_model *model, uint64_t key)
{
	const uint64_t slot = ((key & 0xFFFFFFFFu) * model->phrase_slots) >> 32;
	const unsigned char *entry = model->phrases + 2 * slot;

	return entry[0] == key >> 56 ? (int8_t)entry[1] : 0;
}

int32_t phrase_score(const struct wire_model *model,
		     const struct phrase *phrase)
{
	const uint64_t *w = phrase->words;
	const uint64_t keys[FEATURES] = {
		mix(0, w[2], 0, 1 + 8 * (uint64_t)phrase->before),
		mix(w[1], w[2], 0, 2 + 8 * (uint64_t)phrase->before),
		mix(0, w[2], w[3], 3 + 8 * (uint64_t)phrase->after),
		mix(w[1], w[2], w[3], 4),
		mix(w[0], w[1], w[2], 5),
		mix(w[2], w[3], w[4], 6),
	};
	int32_t sum = 0;

	if (!model->phrase_slots || phrase->before == PHRASE_SENTENCE ||
	    phrase->before == PHRASE_QUOTE)
		return 0;
	for (int i = 0; i < FEATURES; i++)
		sum += weight_of(model, keys[i]);
	return UNIT * sum;
}
