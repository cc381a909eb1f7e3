/*
 * Furniture and a sentence of the article that share a word, where a line end
 * and no space was between them: "LibraryWe".
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINE_GLUE_H
#define COPYDESK_STAGES_BOILERPLATE_LINE_GLUE_H

#include "stages/boilerplate/article.h"

/*
 * Whether a line that may be of `class` holds such a word, where the sentence
 * begins or ends, or is a run of lines that are glued so.
 */
bool line_is_glued(const struct article *article, const struct line *line,
		   uint16_t class);

#endif
