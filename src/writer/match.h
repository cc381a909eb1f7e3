/*
 * Matching the lines of two texts, or the words of two passages.
 *
 * Lines that are once in both texts are anchors (as in a patience diff); what
 * lies between is matched from both ends, and a small rest exactly.
 */
#ifndef COPYDESK_WRITER_MATCH_H
#define COPYDESK_WRITER_MATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "writer/units.h"

#define MATCH_NONE SIZE_MAX

struct matcher {
	struct lines old, fresh;
	size_t *match;		/* owned: for each old line, its new one;
				   ascending; MATCH_NONE: it is gone */
	size_t *slots;		/* owned: candidates */
	size_t *tails, *before; /* owned: see longest_run() */
	uint16_t *cells;	/* owned */
};

/* Match the units of two texts, which are borrowed. False: no memory. */
bool matcher_init(struct matcher *m, enum match_unit unit, struct cd_span old,
		  struct cd_span fresh);

/* Due after matcher_init(), whatever it returned. */
void matcher_release(struct matcher *m);

#endif
