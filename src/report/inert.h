/*
 * Strings of JSON that are safe inside a page: no character in them can end the
 * element around them, or turn the text that follows.
 */
#ifndef COPYDESK_REPORT_INERT_H
#define COPYDESK_REPORT_INERT_H

#include <stddef.h>

#include "base/buffer.h"

/*
 * Append `text` as a JSON string, with <, >, &, controls, U+2028, U+2029 and
 * what sets a direction (UAX #9) as escapes. Bytes that are no UTF-8 become
 * U+FFFD.
 */
void inert_string(struct buffer *out, const char *text, size_t len);

/* The same of a C string. */
void inert_text(struct buffer *out, const char *text);

#endif
