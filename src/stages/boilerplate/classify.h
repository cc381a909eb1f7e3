/*
 * Classification: which lines are boilerplate, and of which class.
 *
 * A line goes by the points of the rules that match it (verdict.h). Places are
 * counted over the lines that stay, and furniture beside a line speaks against
 * it, so lines are classified in passes until none is added. A mark is never
 * taken back: a second run over what is left finds no more.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_CLASSIFY_H
#define COPYDESK_STAGES_BOILERPLATE_CLASSIFY_H

#include "stages/boilerplate/article.h"

/* Set `mark` in the lines that are furniture. */
void classify_lines(struct article *article);

/*
 * The class of line `index` by itself, with `before` and `after` lines that
 * stay around it; 0 when it stays. Sets the line's cause.
 */
uint16_t classify_alone(struct article *article, size_t index, size_t before,
			size_t after);

#endif
