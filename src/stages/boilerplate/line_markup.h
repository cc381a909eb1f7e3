/*
 * Lines of markup, of which the author made headings, links and references.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINE_MARKUP_H
#define COPYDESK_STAGES_BOILERPLATE_LINE_MARKUP_H

#include "stages/boilerplate/article.h"

/* Whether a line is one, or a command. */
bool line_is_markup(const struct article *article, const struct line *line);

#endif
