/*
 * The judgement: which lines are furniture, and of which class.
 *
 * A line's points are summed by class over the rules that matched it; with
 * POINTS_SURE or more it goes. Places are counted over the lines that stay, and
 * furniture beside a line speaks against it, so lines are judged in rounds
 * until none is added. A mark is never taken back: a second run over what is
 * left finds no more.
 */
#ifndef COPYDESK_BOILERPLATE_JUDGE_H
#define COPYDESK_BOILERPLATE_JUDGE_H

#include "stages/boilerplate/lines.h"

/* Set `mark` in the lines that are furniture. */
void judge_lines(struct article *article);

/*
 * The class of line `index` by itself, with `before` and `behind` lines that
 * stay around it; 0 when it stays.
 */
uint16_t judge_alone(const struct article *article, size_t index, size_t before,
		     size_t behind);

/*
 * Whether line `index` stands at the place `where`, by the lines that stay;
 * `before` and `behind` count those.
 */
bool judge_place(enum strip_where where, size_t before, size_t behind);

#endif
