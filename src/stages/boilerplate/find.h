/*
 * All that is furniture in an article: which lines go, and in those that stay
 * which spans.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_FIND_H
#define COPYDESK_STAGES_BOILERPLATE_FIND_H

#include "stages/boilerplate/article.h"

/* Whether a line goes: it is marked, and its class is selected. */
bool find_goes(const struct article *article, size_t index);

/*
 * Find it; the article holds its pass, its rules, and the cache if there is
 * one. False: there is none, or no memory, which the pass says.
 */
bool find_furniture(struct article *article);

#endif
