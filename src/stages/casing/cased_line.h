/*
 * Lines that kept their case in a text that lost it.
 */
#ifndef COPYDESK_STAGES_CASING_CASED_LINE_H
#define COPYDESK_STAGES_CASING_CASED_LINE_H

#include "edit/pass.h"

/*
 * Whether [at, end) is the text's first line, and a headline with its capitals
 * over a body that begins small: "Board to close old pier". A dateline begins
 * with a word in capitals, a sentence ends with a stop, and the first line of a
 * wrapped text is as long as the next.
 */
bool is_cased_headline(const struct pass *pass, size_t at, size_t end);

/*
 * Whether [at, end), of a text in small letters, is a paragraph that kept its
 * case: its sentences begin with capitals, and a name stands in one of them.
 */
bool is_cased_prose(const struct pass *pass, size_t at, size_t end);

/* Whether most letters of a line are small, in a text in capitals. */
bool is_cased_line(const struct pass *pass, size_t at, size_t end);

#endif
