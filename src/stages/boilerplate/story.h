/*
 * The story after a call that lost the line end after it: "Get the news in your
 * inbox Councillor Ann Moss, who chairs the board, was late."
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_STORY_H
#define COPYDESK_STAGES_BOILERPLATE_STORY_H

#include "stages/boilerplate/article.h"

/*
 * Where, in words [first, end) that come after all that rules of a class found,
 * a long sentence of the story begins; `end`: nowhere.
 */
size_t story_start(const struct article *article, const struct line *line,
		   size_t first, size_t end);

/*
 * Whether one may begin there after any word, of furniture that no rule knows
 * to its end: "All rights reserved Ferries were the only way to the island."
 */
bool story_follows(const struct article *article, const struct line *line,
		   size_t first, size_t end);

/* Whether words [first, end), which a stop is before, are a sentence of it. */
bool story_is(const struct article *article, const struct line *line,
	      size_t first, size_t end);

/*
 * Whether a sentence of a line that holds furniture of `class` is one of the
 * story: "Copyright 2024 Quay Media. Ferries were the only way to the island."
 */
bool story_among(const struct article *article, const struct line *line,
		 uint16_t class);

#endif
