/*
 * A result from the inside: the engine fills it; result.c, findings.c and
 * changes.c answer from it.
 */
#ifndef COPYDESK_RESULT_H
#define COPYDESK_RESULT_H

#include <copydesk.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "edit/layer.h"

struct cd_result {
	struct arena arena;
	struct buffer decoded; /* the source, where bytes were bad */
	struct cd_span input;  /* borrowed from the caller */
	struct cd_span source; /* input, or decoded */
	struct cd_span text;   /* source, or the last layer's */
	bool lossy;
	uint32_t conditions; /* bits of cd_condition()'s table */
	/*
	 * layers[0] holds the decoder's findings and no edits; the others are
	 * one a step that found something, in order. Memory of unused ones is
	 * kept for the next run.
	 */
	struct layer *layers; /* owned */
	size_t layer_count, layer_cap;
	size_t layers_ready;	/* layers that are initialised */
	size_t encoding_layers; /* layers up to the first skeleton */

	/* Worked out by the first cd_findings() or cd_stripped(). */
	bool resolved;
	struct cd_finding *findings; /* in the arena */
	struct cd_edit *edits;	     /* in the arena */
	size_t finding_count;
	struct cd_stripped *stripped; /* in the arena */
	size_t stripped_count;

	/* Worked out by the first cd_changes(). */
	struct cd_change *changes; /* in the arena */
	size_t change_count;
};

/* Empty the result for another run; its memory is kept. */
void result_reset(struct cd_result *result);

/* One more layer, empty; NULL when memory runs out. */
struct layer *result_push(struct cd_result *result);

/* Drop layers from `count` on. */
void result_pop(struct cd_result *result, size_t count);

/*
 * Where byte `at` of the text that layer `index` saw stood in the text that
 * layer `base` saw (base 0: the source).
 */
size_t result_start(const struct cd_result *result, size_t index, size_t base,
		    size_t at);
size_t result_end(const struct cd_result *result, size_t index, size_t base,
		  size_t at);

#endif
