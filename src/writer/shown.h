/*
 * Texts as people see them on one line: what a line cannot show is written as
 * an escape, and long ones are shortened in the middle.
 */
#ifndef COPYDESK_WRITER_SHOWN_H
#define COPYDESK_WRITER_SHOWN_H

#include "writer/report.h"

/* Bytes of the code point (or stray byte) at `text`, len > 0, and its columns
 * once it is shown. */
size_t shown_step(const char *text, size_t len, size_t *columns);

/* Append `text`: line ends, controls, and what cannot be seen as escapes. */
void shown_text(struct buffer *out, const char *text, size_t len);

/* The same in no more than about `columns`; "..." is what was left out. */
void shown_short(struct buffer *out, struct cd_span text, size_t columns);

#endif
