/* Curves in pieces. */
#include "restore/curve.h"

#include "restore/fixed.h"

#define MOST 3 /* what two bits add */

/* How far entry k is from where the curve would begin without a middle. */
static int magnitude(const struct curve *curve, size_t k)
{
	return 2 * curve->entries[CURVE_HALF] - curve->entries[CURVE_HALF - k];
}

static bool is_short(int number)
{
	return number >= INT16_MIN && number <= INT16_MAX;
}

static int rise(int slope, int bend, size_t u)
{
	const int16_t part = (int16_t)(u * (32768 / CURVE_PIECE));

	return fixed_mulr((int16_t)(slope + fixed_mulr((int16_t)bend, part)),
			  part);
}

/*
 * A parabola through the first, the ninth and the last entry: of u / 16,
 * `middle` is slope / 2 + bend / 4, and `end` 15 / 16 slope + 225 / 256 bend.
 */
static bool cut_piece(struct curve *curve, size_t piece)
{
	const size_t first = piece * CURVE_PIECE;
	const int start = magnitude(curve, first);
	const int middle = magnitude(curve, first + 8) - start;
	const int end = magnitude(curve, first + 15) - start;
	const int bend = (8 * end - 15 * middle) * 32 / 105;
	const int slope = 2 * middle - bend / 2;
	int rest[CURVE_PIECE], least = INT16_MAX;

	if (!is_short(bend) || !is_short(slope))
		return false;
	for (size_t u = 0; u < CURVE_PIECE; u++) {
		rest[u] = magnitude(curve, first + u) - rise(slope, bend, u);
		least = rest[u] < least ? rest[u] : least;
	}
	curve->start[piece] = (uint16_t)least;
	curve->slope[piece] = (uint16_t)slope;
	curve->bend[piece] = (uint16_t)bend;
	curve->one[piece] = curve->two[piece] = 0;
	for (size_t u = 0; u < CURVE_PIECE; u++) {
		const unsigned more = (unsigned)(rest[u] - least);

		if (more > MOST)
			return false;
		curve->one[piece] |= (uint16_t)((more & 1) << u);
		curve->two[piece] |= (uint16_t)((more >> 1) << u);
	}
	return true;
}

static bool mirrors(const struct curve *curve)
{
	const int16_t *middle = curve->entries + CURVE_HALF;

	if (middle[-CURVE_HALF] != middle[1 - CURVE_HALF])
		return false;
	for (size_t k = 0; k < CURVE_HALF; k++) {
		const int m = magnitude(curve, k);

		if (m < 0 || m > UINT16_MAX ||
		    middle[k] != (m < INT16_MAX ? m : INT16_MAX))
			return false;
	}
	return true;
}

void curve_cut(struct curve *curve)
{
	curve->whole = (uint16_t)(2 * curve->entries[CURVE_HALF]);
	curve->in_pieces = mirrors(curve);
	for (size_t i = 0; i < CURVE_PIECES && curve->in_pieces; i++)
		curve->in_pieces = cut_piece(curve, i);
}
