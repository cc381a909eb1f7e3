/*
 * A window: what 64 bytes of a text are, as bit masks. The first eight are the
 * last ones of the window before: a mask that is shifted by n tells of each of
 * the other bytes, the step, what is n bytes before it.
 *
 * The predicates with names are those that both the survey and a stage's walk
 * ask: what the survey counts is then what the walk stops at.
 */
#ifndef COPYDESK_BASE_WINDOW_H
#define COPYDESK_BASE_WINDOW_H

#include <string.h>

#include "base/scan_loop.h"

#define WINDOW_BEFORE 8
#define WINDOW_STEP (SCAN_BLOCK - WINDOW_BEFORE)

/* A byte of no class, as those beside a text are read. */
#define WINDOW_NOTHING '/'

/* What windows are read from; `before` is the byte before it. */
struct window_text {
	const char *bytes;
	size_t len;
	char before;
};

/* The window whose step begins at text[base], or at its end. */
CPU_LOOP void window_read(struct scan *w, const struct window_text *text,
			  size_t base, scan_blocks *scan)
{
	const size_t left = text->len - base;
	const char *bytes = text->bytes + base - WINDOW_BEFORE;
	char first[SCAN_BLOCK];

	if (!base) {
		memset(first, WINDOW_NOTHING, WINDOW_BEFORE);
		first[WINDOW_BEFORE - 1] = text->before;
		memcpy(first + WINDOW_BEFORE, text->bytes,
		       left < WINDOW_STEP ? left : WINDOW_STEP);
		bytes = first;
	}
	scan(w, bytes, left + WINDOW_BEFORE);
}

/* Of a mask what is in the step. */
static inline uint64_t window_step(uint64_t mask)
{
	return mask >> WINDOW_BEFORE << WINDOW_BEFORE;
}

/* And of that what is in the text, not after its end. */
static inline uint64_t window_inside(const struct window_text *text,
				     size_t base, uint64_t mask)
{
	const size_t left = text->len - base;

	if (left < WINDOW_STEP)
		mask &= ((uint64_t)1 << (left + WINDOW_BEFORE)) - 1;
	return window_step(mask);
}

/* Where the byte of a mask's lowest bit is in the text. */
static inline size_t window_at(size_t base, uint64_t mask)
{
	return base - WINDOW_BEFORE + scan_first(mask);
}

static inline uint64_t window_letters(const struct scan *w)
{
	return w->lower | w->upper;
}

/* Marks that end a sentence, or a part of one. */
static inline uint64_t window_marks(const struct scan *w)
{
	return w->stop | w->pause;
}

/* "recordShell", "onShell", "PRESSThe": at the letter after the capital. */
static inline uint64_t window_joined(const struct scan *w)
{
	return w->lower & w->upper << 1 &
	       ((w->lower << 2 & w->lower << 3) |
		(w->upper << 2 & w->upper << 3 & w->upper << 4));
}

/* "$2. 7 trillion", at the digit after the space. */
static inline uint64_t window_split_amount(const struct scan *w)
{
	return w->digit & w->space << 1 & w->dot << 2 & w->digit << 3;
}

/* "$ 5" and what looks like it, at the digit; what is before is no word. */
static inline uint64_t window_spaced_sign(const struct scan *w)
{
	const uint64_t others = window_letters(w) | window_marks(w) | w->space |
				w->digit | w->close | w->newline | w->dash;

	return w->digit & w->space << 1 & ~(others << 2);
}

/* "com- mittee", at the letter after the space. */
static inline uint64_t window_after_hyphen(const struct scan *w)
{
	return w->lower & w->space << 1 & w->dash << 2 & window_letters(w) << 3;
}

/* "5 th" and what looks like it, at the byte after the two letters. */
static inline uint64_t window_ordinal(const struct scan *w)
{
	return w->digit << 4 & (w->space | w->newline) << 3 & w->lower << 2 &
	       w->lower << 1 & ~window_letters(w);
}

/* "Sunday,while", at the letter after the mark. */
static inline uint64_t window_after_pause(const struct scan *w)
{
	return window_letters(w) & w->pause << 1;
}

#endif
