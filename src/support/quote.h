/* File names and messages that forge neither lines, terminal controls nor a
 * diff's headers.
 */
#ifndef COPYDESK_SUPPORT_QUOTE_H
#define COPYDESK_SUPPORT_QUOTE_H

#include "base/buffer.h"

/*
 * Append `name`: as it is, or, where it is empty or holds a control character,
 * a quotation mark, a backslash or bytes that are no UTF-8, in quotation marks
 * and with escapes, as git writes it.
 */
void quote_name(struct buffer *out, const char *name);

/*
 * Append a message, which may hold a part of somebody's file: as it is, but
 * with escapes for controls and bytes that are no UTF-8. It stays one line.
 */
void quote_message(struct buffer *out, const char *message);

#endif
