/*
 * Lines that are the same but for the shape of their quotation marks: the
 * quotes stage turned "it" to “it”. Their words, and the marks between these,
 * are the same: to tokens.h a double mark is one, whatever its shape, and so is
 * a single one.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_TURNED_H
#define COPYDESK_STAGES_BOILERPLATE_TURNED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "pattern/tokens.h"

/* A line of a text: text[at, end). */
struct turned_line {
	const char *text;
	size_t at, end;
};

/* Whether two lines are the same but for that. */
bool turned_same(const struct turned_line *one,
		 const struct turned_line *other);

/*
 * Words of line `then` as words of line `now`, which is the same but for that:
 * they are at other places. False: no memory.
 */
bool turned_words(const struct turned_line *then, const struct turned_line *now,
		  struct arena *arena, const struct tokens *from,
		  struct tokens *to);

#endif
