/*
 * Blocks: lines that a heading takes with it.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_BLOCKS_H
#define COPYDESK_STAGES_BOILERPLATE_BLOCKS_H

#include "stages/boilerplate/article.h"

/* Whether the lines after line `index` are what the rule's heading needs. */
bool blocks_suffice(struct article *article, size_t index,
		    const struct strip_rule *rule);

/* Mark the lines that line `index` takes with it, by what the rule says. */
void blocks_take(struct article *article, size_t index,
		 const struct strip_rule *rule);

#endif
