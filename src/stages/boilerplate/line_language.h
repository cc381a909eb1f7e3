/* Lines in another language than English, or in another script. */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINE_LANGUAGE_H
#define COPYDESK_STAGES_BOILERPLATE_LINE_LANGUAGE_H

#include "stages/boilerplate/article.h"

/* Whether the line, whose words are known, has none that English needs. */
bool line_seems_foreign(const struct article *article, const struct line *line);

/*
 * The same, of a line in another script or in an article of another language:
 * a phrase of English within it says nothing of the whole.
 */
bool line_is_surely_foreign(const struct article *article,
			    const struct line *line);

#endif
