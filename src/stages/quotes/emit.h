/*
 * What the two halves of emitting share: marks (emit.c) and spaces (spaces.c).
 */
#ifndef COPYDESK_STAGES_QUOTES_EMIT_H
#define COPYDESK_STAGES_QUOTES_EMIT_H

#include "stages/quotes/quotes.h"

struct quote_marks;

struct emitter {
	struct pass *pass;
	const struct quote_marks *language;
	const struct quote_mark *marks;
	size_t count;
	size_t done; /* where the last edit ended */
};

/* The spaces on either side of a mark whose label is sure. */
void emit_space_before(struct emitter *emitter, const struct quote_mark *mark);
void emit_space_behind(struct emitter *emitter, const struct quote_mark *mark);

#endif
