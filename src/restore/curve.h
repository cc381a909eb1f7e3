/*
 * A curve of the network, as a table: the sigmoid, or tanh. And, where it has
 * the shape of one, in pieces that fit into a few registers; they give the same
 * numbers, which is tried out when the curve is made.
 */
#ifndef COPYDESK_RESTORE_CURVE_H
#define COPYDESK_RESTORE_CURVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CURVE_HALF 1024 /* entries of half a curve */
#define CURVE_PIECES 64 /* of a half: 16 entries each */
#define CURVE_PIECE (CURVE_HALF / CURVE_PIECES)

struct curve {
	int16_t entries[2 * CURVE_HALF];
	bool in_pieces;
	/*
	 * Entry k to the left of the middle is `whole` less m, and k to the
	 * right m, but 32767 at most. In units of CURVE_PIECE entries, u from
	 * the start of its piece,
	 * m = start + (slope + bend u) u, products rounded as mulr does,
	 * + 1 and + 2 where bit u is set in `one` and `two`. Modulo 65536.
	 */
	uint16_t whole;
	uint16_t start[CURVE_PIECES], slope[CURVE_PIECES], bend[CURVE_PIECES];
	uint16_t one[CURVE_PIECES], two[CURVE_PIECES];
};

/* Find the pieces, if there are any, of the entries. */
void curve_cut(struct curve *curve);

#endif
