/*
 * Classification: which lines are boilerplate, and of which class.
 *
 * A line's points are summed by class over the rules that matched it; with
 * POINTS_SURE or more it goes. Places are counted over the lines that stay, and
 * furniture beside a line speaks against it, so lines are classified in passes
 * until none is added. A mark is never taken back: a second run over what is
 * left finds no more.
 */
#ifndef COPYDESK_BOILERPLATE_CLASSIFY_H
#define COPYDESK_BOILERPLATE_CLASSIFY_H

#include "stages/boilerplate/article.h"

/* Set `mark` in the lines that are furniture. */
void classify_lines(struct article *article);

/*
 * The class of line `index` by itself, with `before` and `after` lines that
 * stay around it; 0 when it stays. Sets the line's cause.
 */
uint16_t classify_alone(struct article *article, size_t index, size_t before,
			size_t after);

/*
 * Whether line `index` is at the place `where`, by the lines that stay;
 * `before` and `after` count those.
 */
bool classify_place(enum strip_where where, size_t before, size_t after);

#endif
