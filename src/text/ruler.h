/*
 * Lines and columns of a text: where lines begin, and how many code points are
 * before every so many bytes.
 */
#ifndef COPYDESK_TEXT_RULER_H
#define COPYDESK_TEXT_RULER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct ruler {
	const char *text; /* borrowed */
	size_t len;
	uint32_t *line_starts;
	size_t line_count;
	uint32_t *points;
};

/* Both from 1; columns are code points. */
struct text_place {
	size_t line, col;
};

/*
 * Measure `text` of valid UTF-8, which has to outlive the ruler; its memory is
 * the arena's. False when memory runs out.
 */
bool ruler_init(struct ruler *ruler, const char *text, size_t len,
		struct arena *arena);

/* The place of byte `off`, at most the text's length. */
struct text_place ruler_place(const struct ruler *ruler, size_t off);

#endif
