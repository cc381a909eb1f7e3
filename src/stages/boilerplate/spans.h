/*
 * Furniture inside lines that stay: datelines, teasers in running text.
 */
#ifndef COPYDESK_BOILERPLATE_SPANS_H
#define COPYDESK_BOILERPLATE_SPANS_H

#include "stages/boilerplate/article.h"

struct strip_span {
	uint32_t at, end; /* bytes of the text */
	uint16_t rule;
	bool parts; /* it stood between two paragraphs */
};

/*
 * The spans of line `index` in ascending order, without overlap; *spans is the
 * arena's. `before` and `behind` count the lines that stay around it. Returns
 * how many. A span that covers the line marks the line instead.
 */
size_t spans_find(struct article *article, size_t index, size_t before,
		  size_t behind, struct strip_span **spans);

#endif
