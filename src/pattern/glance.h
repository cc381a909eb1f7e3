/*
 * A glance: whether a pattern may match somewhere in a text, told by which
 * words are in it and which follow each other. Most patterns to which a word
 * leads fail at it, before the text is split into tokens.
 */
#ifndef COPYDESK_PATTERN_GLANCE_H
#define COPYDESK_PATTERN_GLANCE_H

#include "pattern/pattern.h"
#include "pattern/word_bits.h"

/* False only if the pattern at `first` matches nothing of such a text. */
bool pattern_may_match(const struct pattern_table *table, uint32_t first,
		       const struct text_bits *text);

/* The words of text[at, end), and no marks. */
void text_bits_read(struct text_bits *bits, const char *text, size_t at,
		    size_t end);

#endif
