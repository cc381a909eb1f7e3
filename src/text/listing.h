/*
 * Code in a text: listings of a program's source, of markup, commands, requests
 * and tables that a program drew. A listing is a block, the lines between two
 * blank ones; code within a sentence is none.
 */
#ifndef COPYDESK_TEXT_LISTING_H
#define COPYDESK_TEXT_LISTING_H

#include <stdbool.h>
#include <stddef.h>

/* Whole lines, the last line end not included. */
struct listing {
	size_t at, end;
};

/* Walks over a text's listings in ascending order; all zero, but the text. */
struct listing_walk {
	const char *text; /* borrowed */
	size_t len;
	size_t at;
};

/*
 * The next listing; false when there is none. Short blocks between two of them,
 * set like these, are of the same listing.
 */
bool listing_next(struct listing_walk *walk, struct listing *span);

#endif
