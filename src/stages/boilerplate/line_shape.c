/* What a line looks like, as small numbers. */
#include "stages/boilerplate/line_shape.h"

#include <string.h>

#include "stages/boilerplate/small_number.h"

#define MOST 255

/* Marks that are counted, and where. */
static const struct {
	uint16_t mark;
	uint8_t shape;
} counted[] = {
	{ GAP_COMMA, SHAPE_COMMAS },   { GAP_COLON, SHAPE_COLONS },
	{ GAP_STOP, SHAPE_STOPS },     { GAP_DASH, SHAPE_DASHES },
	{ GAP_BAR, SHAPE_BARS },       { GAP_QUOTE, SHAPE_QUOTES },
	{ GAP_OPEN, SHAPE_BRACKETS },  { GAP_SLASH, SHAPE_SLASHES },
	{ GAP_HYPHEN, SHAPE_HYPHENS }, { GAP_APOSTROPHE, SHAPE_APOSTROPHES },
	{ GAP_SIGN, SHAPE_SIGNS },
};

static void count_marks(const struct tokens *words, int16_t *shape)
{
	for (size_t i = 0; i <= words->count && i < MOST; i++)
		for (size_t k = 0; k < sizeof(counted) / sizeof(*counted); k++)
			shape[counted[k].shape] +=
				(words->word[i].gap & counted[k].mark) != 0;
}

static void count_words(const struct strip_rules *rules,
			const struct tokens *words, int16_t *shape)
{
	size_t capitals = 0, caps = 0, numbers = 0, run = 0;

	for (size_t i = 0; i < words->count && i < MOST; i++) {
		const struct token *word = &words->word[i];
		const bool capital = word->flags & TOKEN_CAPITAL;

		capitals += capital;
		caps += (word->flags & TOKEN_CAPS) != 0;
		numbers += (word->flags & TOKEN_NUMBER) != 0;
		shape[SHAPE_ADDRESSES] += (word->flags & TOKENS_CONTACT) != 0;
		shape[SHAPE_GLUED] += (word->flags & TOKEN_GLUED) != 0;
		shape[SHAPE_YOU] += token_set_has(&rules->you, word->hash);
		run = capital ? run + 1 : 0;
		if ((int16_t)run > shape[SHAPE_RUN])
			shape[SHAPE_RUN] = (int16_t)run;
	}
	if (!words->count)
		return;
	shape[SHAPE_CAPITALS] = small_number(64 * capitals / words->count, 64);
	shape[SHAPE_CAPS] = small_number(64 * caps / words->count, 64);
	shape[SHAPE_NUMBERS] = small_number(64 * numbers / words->count, 64);
	shape[SHAPE_SMALL] =
		small_number(64 * (words->count - capitals) / words->count, 64);
}

static int16_t first_gap(unsigned gap)
{
	return (int16_t)((gap & GAP_QUOTE ? 1 : 0) | (gap & GAP_OPEN ? 2 : 0) |
			 (gap & (GAP_BULLET | GAP_DASH) ? 4 : 0));
}

static int16_t last_gap(unsigned gap)
{
	return (int16_t)((gap & GAP_STOP ? 1 : 0) | (gap & GAP_QUERY ? 2 : 0) |
			 (gap & GAP_COLON ? 4 : 0) | (gap & GAP_QUOTE ? 8 : 0) |
			 (gap & GAP_CLOSE ? 16 : 0) |
			 (gap & GAP_COMMA ? 32 : 0));
}

void line_shape_find(const struct strip_rules *rules,
		     const struct tokens *words, uint32_t features,
		     int16_t shape[SHAPE_COUNT])
{
	const struct token *word = words->word;
	const size_t count = words->count;
	const size_t bytes = count ? word[count].at - word[0].at : 0;

	memset(shape, 0, SHAPE_COUNT * sizeof(*shape));
	count_marks(words, shape);
	count_words(rules, words, shape);
	shape[SHAPE_WORDS] = small_number(count, MOST);
	shape[SHAPE_BYTES] = small_number(bytes, SMALL_NUMBER_BYTES);
	shape[SHAPE_LENGTH] = count ? small_number(8 * bytes / count, MOST) : 0;
	shape[SHAPE_FIRST_GAP] = first_gap(word[0].gap);
	shape[SHAPE_LAST_GAP] = last_gap(word[count].gap);
	shape[SHAPE_FIRST] = count ? (int16_t)word[0].flags : 0;
	shape[SHAPE_LAST] = count ? (int16_t)word[count - 1].flags : 0;
	shape[SHAPE_TITLE] = (features & FEATURE_TITLE) != 0;
	shape[SHAPE_NAME] = (features & FEATURE_NAME) != 0;
	shape[SHAPE_COMMON] = (features & FEATURE_COMMON) != 0;
	shape[SHAPE_TIGHT] = (features & FEATURE_TIGHT) != 0;
	shape[SHAPE_TABLE] = (features & FEATURE_TABLE) != 0;
}
