/* The tags of a page: words, one a line, after a heading. */
#ifndef COPYDESK_STAGES_BOILERPLATE_TAG_LIST_H
#define COPYDESK_STAGES_BOILERPLATE_TAG_LIST_H

#include "stages/boilerplate/article.h"
#include "stages/boilerplate/rules.h"

/*
 * The line after the last tag below line `index`, at most so many as the rule
 * says; `index` where the article goes on after them.
 */
size_t tag_list_end(struct article *article, size_t index,
		    const struct strip_rule *rule);

#endif
