/*
 * What the learned scorer says of words by themselves, and which articles it
 * may speak of.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_SCORED_REST_H
#define COPYDESK_STAGES_BOILERPLATE_SCORED_REST_H

#include "stages/boilerplate/article.h"

/*
 * Whether the article is like those that the scorer learned from, but for its
 * language: see may_be_other_language().
 */
bool scored_rest_may(const struct article *article);

/*
 * The class of words without a full stop that are in a line beside sentences,
 * if the scorer is sure of them by themselves: "Subscribe to our newsletter".
 * Their words and matches are known. 0: none.
 */
uint16_t scored_rest_class(const struct article *article,
			   const struct line *rest);

#endif
