/*
 * Lines that the learned scorer finds, beside those of the rules.
 *
 * Only lines that can be furniture are scored: those that the rules looked at
 * closely, those at the article's end, and those next to furniture.
 */
#ifndef COPYDESK_BOILERPLATE_SCORED_LINES_H
#define COPYDESK_BOILERPLATE_SCORED_LINES_H

#include "stages/boilerplate/article.h"

/*
 * Mark the lines that the language's scorer takes for furniture, among those
 * that stay. Returns whether one was marked: places have changed for the rules,
 * and they may find more. On failure the article's pass has failed.
 */
bool scored_lines_mark(struct article *article);

/*
 * The class of words without a full stop that are in a line beside sentences,
 * if the scorer is sure of them by themselves: "Subscribe to our newsletter".
 * Their words and matches are known. 0: none.
 */
uint16_t scored_rest_class(const struct article *article,
			   const struct line *rest);

#endif
