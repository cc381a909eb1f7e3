/*
 * Recall: an article is read once more after a round that changed it, and most
 * of its lines are as they were. A line in which nothing was found need not be
 * looked at again where the same bytes stand at the same edges.
 */
#ifndef COPYDESK_BOILERPLATE_RECALL_H
#define COPYDESK_BOILERPLATE_RECALL_H

#include "stages/boilerplate/lines.h"

/* The lines of the round before, in the article's arena. */
struct recall {
	const char *text; /* the text as it was then */
	const struct line *lines;
	size_t count, next; /* `next`: the first that has not come again */
	bool uppercased;    /* the article was in capitals */
};

/* What the round before left; NULL in the first, and where all looks new. */
struct recall *recall_last(const struct pass *pass);

/* Whether nothing was found in the line then. */
bool recall_dull(struct recall *recall, const char *text,
		 const struct line *line);

/* Leave the article's lines to the next round. */
void recall_keep(const struct article *article);

#endif
