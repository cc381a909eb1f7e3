/*
 * A window of two blocks: what bytes of a block are, and what is before
 * them, as bit masks. Bit i of a mask is byte i of the block.
 *
 * The predicates with names are those that both the survey and a stage's walk
 * ask: what the survey counts is then what the walk stops at.
 */
#ifndef COPYDESK_BASE_WINDOW_H
#define COPYDESK_BASE_WINDOW_H

#include "base/scan.h"

struct window {
	struct scan now, before; /* this block and the one before it */
};

/* The mask of a class `n` bytes before, 1 to 63: bit i is byte i - n. */
#define WINDOW_BACK(window, member, n)                                         \
	((window)->now.member << (n) | (window)->before.member >> (64 - (n)))

/* "recordShell", "onShell", "PRESSThe": at the letter after the capital. */
static inline uint64_t window_joined(const struct window *w)
{
	return w->now.lower & WINDOW_BACK(w, upper, 1) &
	       ((WINDOW_BACK(w, lower, 2) & WINDOW_BACK(w, lower, 3)) |
		(WINDOW_BACK(w, upper, 2) & WINDOW_BACK(w, upper, 3) &
		 WINDOW_BACK(w, upper, 4)));
}

/* "$2. 7 trillion", at the digit after the space. */
static inline uint64_t window_split_amount(const struct window *w)
{
	return w->now.digit & WINDOW_BACK(w, space, 1) &
	       WINDOW_BACK(w, dot, 2) & WINDOW_BACK(w, digit, 3);
}

/* "$ 5" and what looks like it, at the digit; what is before is no word. */
static inline uint64_t window_spaced_sign(const struct window *w)
{
	return w->now.digit & WINDOW_BACK(w, space, 1) &
	       ~(WINDOW_BACK(w, lower, 2) | WINDOW_BACK(w, upper, 2) |
		 WINDOW_BACK(w, space, 2) | WINDOW_BACK(w, digit, 2) |
		 WINDOW_BACK(w, pause, 2) | WINDOW_BACK(w, stop, 2) |
		 WINDOW_BACK(w, close, 2) | WINDOW_BACK(w, newline, 2) |
		 WINDOW_BACK(w, dash, 2));
}

/* "com- mittee", at the letter after the space. */
static inline uint64_t window_after_hyphen(const struct window *w)
{
	return w->now.lower & WINDOW_BACK(w, space, 1) &
	       WINDOW_BACK(w, dash, 2) &
	       (WINDOW_BACK(w, lower, 3) | WINDOW_BACK(w, upper, 3));
}

/* "5 th" and what looks like it, at the byte after the two letters. */
static inline uint64_t window_ordinal(const struct window *w)
{
	return WINDOW_BACK(w, digit, 4) &
	       (WINDOW_BACK(w, space, 3) | WINDOW_BACK(w, newline, 3)) &
	       WINDOW_BACK(w, lower, 2) & WINDOW_BACK(w, lower, 1) &
	       ~(w->now.lower | w->now.upper);
}

/* "Sunday,while", at the letter after the mark. */
static inline uint64_t window_after_pause(const struct window *w)
{
	return (w->now.lower | w->now.upper) & WINDOW_BACK(w, pause, 1);
}

#endif
