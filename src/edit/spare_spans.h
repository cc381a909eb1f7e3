/* The spans of a text that stay as they are, kind by kind: for spare.c. */
#ifndef COPYDESK_EDIT_SPARE_SPANS_H
#define COPYDESK_EDIT_SPARE_SPANS_H

#include <stdbool.h>
#include <stddef.h>

#include "edit/pass.h"
#include "text/listing.h"

/* Spans in ascending order. */
struct listings {
	struct listing *spans; /* in the article's arena */
	size_t count;
};

/* Listings, preformatted text, fenced blocks of code, what a merge left,
   patches, and the names of who writes in a chat. */
enum spared_kind {
	SPARED_LISTINGS,
	SPARED_SET,
	SPARED_FENCES,
	SPARED_CONFLICTS,
	SPARED_PATCHES,
	SPARED_NAMES,
	SPARED_KINDS
};

/*
 * Find fences, versions, patches and names of the pass's text, into as many
 * lists as there are kinds; false when memory runs out.
 */
bool spare_spans_find(struct listings *kinds, const struct pass *pass);

/* The same of listings and preformatted text. */
bool spare_spans_find_listings(struct listings *kinds, const struct pass *pass);

#endif
