/*
 * Which lines are worth a close look: those that do not end like a sentence,
 * and those with a literal of a rule (prefilter.h).
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_SUSPECT_H
#define COPYDESK_STAGES_BOILERPLATE_SUSPECT_H

#include "stages/boilerplate/article.h"

/* Whether the prefilter lets text[at, end) pass, at these edges. */
bool suspect_part(const struct article *article, size_t at, size_t end,
		  unsigned edges);

/* By its end, or by a literal in it or in one of its sentences. */
bool suspect_line(const struct article *article, struct line *line);

/* By a literal, at the line's edges. What met others is noted in the line. */
bool suspect_words(const struct article *article, struct line *line);

/*
 * "The council will meet. Please share this article.": whether the last
 * sentence of a paragraph near the article's end is worth a look, which as a
 * part of the paragraph is not. The line is no suspect for that: the scorer
 * learned from those that are.
 */
bool suspect_end(const struct article *article, const struct line *line);

#endif
