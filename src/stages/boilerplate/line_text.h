/*
 * Hashed features of a line's words: what the scorer's text models read.
 *
 * Words, pairs of words, the first and last ones, the shape of the line's
 * start, and short lines as a whole, each as a number that a model takes modulo
 * its size. train/README.md lists them.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINE_TEXT_H
#define COPYDESK_STAGES_BOILERPLATE_LINE_TEXT_H

#include "pattern/tokens.h"

#define LINE_TEXT_WORDS 64 /* a longer line is read so far */
#define LINE_TEXT_MOST (3 * LINE_TEXT_WORDS + 16)

/* Write the features of words [first, end) to `ids`; returns how many. */
size_t line_text_find(const struct tokens *words, size_t first, size_t end,
		      uint32_t ids[LINE_TEXT_MOST]);

#endif
