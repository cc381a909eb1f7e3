/*
 * The lines that stay around a line. What goes is passed over once and not line
 * by line again: a page may have thousands of lines that go.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_KEPT_H
#define COPYDESK_STAGES_BOILERPLATE_KEPT_H

#include "stages/boilerplate/article.h"

/* The first line from `index` on that stays; article->count: there is none. */
size_t kept_next(const struct article *article, size_t index);

/* How many lines there are up to the last before `index` that stays. */
size_t kept_end(const struct article *article, size_t index);

/* Whether a line follows the one before it without a blank line. */
bool line_follows(const struct article *article, size_t index);

/* Whether it does so and is of one paragraph, or block, with it. */
bool line_adjoins(const struct article *article, size_t index);

#endif
