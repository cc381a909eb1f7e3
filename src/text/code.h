/*
 * Code in a text, told by its marks.
 */
#ifndef COPYDESK_TEXT_CODE_H
#define COPYDESK_TEXT_CODE_H

#include <stdbool.h>
#include <stddef.h>

/* Whether text[at, end), which more of the text follows, is code. */
bool text_holds_code(const char *text, size_t at, size_t end);

#endif
