/*
 * Guards: lines that are the article's, whatever the scorer says of them:
 * speakers, facts of a list, headings in capitals, prices, telephone numbers.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINE_GUARDS_H
#define COPYDESK_STAGES_BOILERPLATE_LINE_GUARDS_H

#include "stages/boilerplate/article.h"

/* Whether a line, whose words and matches are known, is one of them. */
bool line_is_guarded(const struct article *article, const struct line *line);

/*
 * Whether the line is the article's first and labelled: "Video: The pier
 * reopens". Elsewhere it would be a teaser.
 */
bool line_is_headline(const struct article *article, const struct line *line);

#endif
