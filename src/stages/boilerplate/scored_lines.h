/*
 * Lines that the learned scorer finds, beside those of the rules.
 *
 * Only lines that can be furniture are scored: those that the rules looked at
 * closely, those at the article's end, and those next to furniture.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_SCORED_LINES_H
#define COPYDESK_STAGES_BOILERPLATE_SCORED_LINES_H

#include "stages/boilerplate/article.h"

/*
 * Mark the lines that the language's scorer takes for furniture, among those
 * that stay. Returns whether one was marked: places have changed for the rules,
 * and they may find more. On failure the article's pass has failed.
 */
bool scored_lines_mark(struct article *article);

#endif
