/*
 * Furniture inside lines that stay: datelines, teasers in running text.
 */
#ifndef COPYDESK_BOILERPLATE_SPANS_H
#define COPYDESK_BOILERPLATE_SPANS_H

#include "stages/boilerplate/article.h"

/*
 * The spans of line `index` in ascending order, without overlap; *spans is the
 * arena's. `around` counts the lines that stay before it and after it. Returns
 * how many. A span that covers the line marks the line instead.
 */
size_t spans_find(struct article *article, size_t index, const size_t around[2],
		  struct strip_span **spans);

#endif
