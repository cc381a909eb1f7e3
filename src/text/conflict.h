/*
 * Conflicts that a merge left in a text: two versions of some lines, or three,
 * for a person to choose from. Programs know them by their markers: lines of
 * seven signs, "<<<<<<< ours", "=======" and ">>>>>>> theirs".
 */
#ifndef COPYDESK_TEXT_CONFLICT_H
#define COPYDESK_TEXT_CONFLICT_H

#include "text/listing.h"

/* Walks over a text's conflicts in ascending order; all zero, but the text. */
struct conflict_walk {
	const char *text; /* borrowed */
	size_t len;
	size_t at;
};

/* The next one, with its markers; false when there is none. */
bool conflict_next(struct conflict_walk *walk, struct listing *span);

#endif
