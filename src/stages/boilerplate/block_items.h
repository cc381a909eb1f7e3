/*
 * The headlines after a heading: which lines are one, and what stands between
 * them, dates and ranks.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_BLOCK_ITEMS_H
#define COPYDESK_STAGES_BOILERPLATE_BLOCK_ITEMS_H

#include "stages/boilerplate/article.h"

#define BLOCK_WORDS 40 /* a longer line is no item of a list */

/* The end of those after line `index`, a heading: at most so many as the rule
 * says. */
size_t block_items_end(struct article *article, size_t index,
		       const struct strip_rule *rule);

/* Whether the two lines after line `index` are headlines, which stay so far. */
bool block_leads(struct article *article, size_t index);

/* Whether a line follows an item: its date, and after that its kind: "Press".
 */
bool block_item_goes_on(struct article *article, size_t index);

static inline bool block_has_bullet(const struct article *article, size_t index)
{
	return article->lines[index].features & FEATURE_BULLET;
}

#endif
