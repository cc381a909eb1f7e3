/*
 * Lines that a formatter filled. An address in brackets that is taken out
 * leaves its line short, as a paragraph's last one is; so that line is joined
 * with the next one while its length still tells.
 */
#ifndef COPYDESK_STAGES_ENCODING_FILLED_LINE_H
#define COPYDESK_STAGES_ENCODING_FILLED_LINE_H

#include <stddef.h>

/* The columns of the widest line; 0: the text was not wrapped. */
size_t filled_width(const char *text, size_t len);

/* Where the line that holds text[at] ends, if a sentence does, and the next
   line's first word had no room in it; SIZE_MAX: it had, or no line follows. */
size_t filled_end(const char *text, size_t len, size_t at, size_t width);

#endif
