/* Markup that an article shows as a listing. */
#ifndef COPYDESK_STAGES_ENCODING_TAG_LISTING_H
#define COPYDESK_STAGES_ENCODING_TAG_LISTING_H

#include <stdbool.h>
#include <stddef.h>

#include "edit/pass.h"
#include "text/listing.h"

struct tag_listings {
	struct listing *spans; /* in the article's arena */
	size_t count;
	size_t next; /* the first that was not passed yet */
};

/*
 * The listings whose tags are meant to be read: there are none where prose has
 * tags, too, or where most of the text is code. A block of markup alone is one
 * only beside other code, if it is announced or indented: embedded players and
 * scripts are left over by converters. False when memory runs out.
 */
bool tag_listings_find(struct tag_listings *listings, const struct pass *pass);

/* The end of the listing that text[at] is in; `at` in none. Ascending. */
size_t tag_listings_skip(struct tag_listings *listings, size_t at);

#endif
