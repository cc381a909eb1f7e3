/* Messages on standard error. */
#ifndef COPYDESK_SUPPORT_COMPLAIN_H
#define COPYDESK_SUPPORT_COMPLAIN_H

#include "base/buffer.h"

/* "copydesk: NAME: what" to standard error; see quote_name(). */
void complain(const char *name, const char *what);

/* The same line to `out`. */
void complain_to(struct buffer *out, const char *name, const char *what);

/* Such lines to standard error, and what is wrong with them: no memory. */
void complain_lines(const struct buffer *lines);

#endif
