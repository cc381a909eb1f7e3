/*
 * The sentences of a line that stays which are furniture: "... she said. Sign
 * up for our newsletter to get more."
 *
 * A flat line, one that holds a whole article or a very long paragraph, is
 * judged by its sentences only, each at its place among them. Of other lines
 * only the last sentences are judged.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_SENTENCE_SPANS_H
#define COPYDESK_STAGES_BOILERPLATE_SENTENCE_SPANS_H

#include "stages/boilerplate/article.h"

/*
 * Add the spans of a line's sentences that are furniture to `spans`, which
 * holds `matched` of them and has room for as many more as
 * sentence_spans_most() says. `around`: the lines that stay before and after
 * it. Returns how many there are now; where all sentences go the line is marked
 * instead.
 */
size_t sentence_spans_find(struct article *article, size_t index,
			   const size_t around[2], struct strip_span *spans,
			   size_t matched);

size_t sentence_spans_most(struct article *article, size_t index);

#endif
