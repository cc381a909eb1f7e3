/*
 * The items of a list that a sentence leads to: "What the board wants:". They
 * are the article's, whatever their words say.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_OWN_LISTS_H
#define COPYDESK_STAGES_BOILERPLATE_OWN_LISTS_H

#include "stages/boilerplate/article.h"

/* Note what leads to each item. The lines have their places, nothing more. */
void own_lists_mark(struct article *article);

/* Whether a line is an item of a list that stays. */
bool own_lists_has(const struct article *article, const struct line *line);

#endif
