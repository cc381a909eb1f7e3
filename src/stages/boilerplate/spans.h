/*
 * Furniture inside lines that stay: datelines, teasers in running text.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_SPANS_H
#define COPYDESK_STAGES_BOILERPLATE_SPANS_H

#include "stages/boilerplate/article.h"

/*
 * Find the spans of line `index`: line->spans in ascending order, without
 * overlap. `around` counts the lines that stay before it and after it. A span
 * that covers the line marks the line instead.
 */
void spans_find(struct article *article, size_t index, const size_t around[2]);

#endif
