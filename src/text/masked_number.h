/*
 * Numbers whose digits are signs, as corpora for headlines write them so that
 * all numbers of a length are one word: "#.## percent", "##,### people".
 */
#ifndef COPYDESK_TEXT_MASKED_NUMBER_H
#define COPYDESK_TEXT_MASKED_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a text has such numbers: one of two signs, at least, in a line. */
bool masked_numbers_in(const char *text, size_t len);

#endif
