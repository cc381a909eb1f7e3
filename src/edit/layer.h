/*
 * A layer: what one pass over a text did to it, and the way back.
 *
 * Edits are in ascending order and never overlap. An insertion has
 * at == end. Findings own a run of edits, or none (a report). What they do not
 * own follows from other edits (join_lines.h).
 */
#ifndef COPYDESK_EDIT_LAYER_H
#define COPYDESK_EDIT_LAYER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct edit {
	uint32_t at, end;    /* bytes of the text that the pass saw */
	uint32_t len;	     /* bytes of `text` */
	uint16_t confidence; /* percent */
	bool aligned;	  /* code point for code point, as a change of case */
	const char *text; /* static, or from the article's arena */
};

struct finding {
	uint32_t at, end; /* bytes of the text that the pass saw */
	uint32_t first_edit, edit_count;
	uint16_t rule;	     /* enum rule */
	uint16_t stripped;   /* the span was stripped whole */
	const char *message; /* NULL: the rule's summary */
};

struct layer {
	struct edit *edits; /* owned */
	size_t edit_count, edit_cap;
	struct finding *findings; /* owned */
	size_t finding_count, finding_cap;
	uint32_t *ends;	   /* owned: where each edit's text ends */
	size_t end_cap;	   /* in `out` */
	struct buffer out; /* the text after the layer */
	size_t most;	   /* bytes of `out`: places have 32 bits */
	bool too_long;	   /* it would have more */
};

void layer_init(struct layer *layer);
void layer_release(struct layer *layer);
void layer_reset(struct layer *layer);

/*
 * Write `text` as edited to layer->out and remember where each edit went.
 * False when memory runs out, or it is too long.
 */
bool layer_apply(struct layer *layer, const char *text, size_t len);

/*
 * Where byte `at` of the text after the layer stood before it. Inside what an
 * edit wrote, but for an aligned one: the start of what it replaced
 * (layer_start), or its end. The layer must have been applied.
 */
size_t layer_start(const struct layer *layer, size_t at);
size_t layer_end(const struct layer *layer, size_t at);

/*
 * The way forward: where byte `at` of the text that the pass saw is after
 * the layer. Inside what an edit replaced: after what it wrote.
 */
size_t layer_forward(const struct layer *layer, size_t at);

/* Which of a layer's edits and notes stay. */
struct layer_filter {
	const void *context; /* what the functions are given */
	/* Whether a finding is only told of, and its edits are not made. */
	bool (*reports)(const void *context, const struct layer *layer,
			const struct finding *finding);
	/* Whether an edit stays; it may be made smaller. */
	bool (*keeps)(const void *context, struct edit *edit);
	/* Whether a finding without edits stays. */
	bool (*notes)(const void *context, const struct finding *note);
};

/* Drop the others, and findings of which no edit stays. */
void layer_filter(struct layer *layer, const struct layer_filter *filter);

/* How many of its findings are spans that go whole. */
size_t layer_count_stripped(const struct layer *layer);

#endif
