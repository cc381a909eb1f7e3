/* Where a reader is, so that another can go on there. */
#ifndef COPYDESK_READER_MARK_H
#define COPYDESK_READER_MARK_H

#include "reader/chunk.h"

/* Append the mark as numbers with spaces between them. */
void mark_write(const struct reader_mark *mark, struct buffer *out);

/* False: `text` is no mark. */
bool mark_read(const char *text, struct reader_mark *mark);

#endif
