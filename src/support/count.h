/* Numbers for people: "21,004". */
#ifndef COPYDESK_SUPPORT_COUNT_H
#define COPYDESK_SUPPORT_COUNT_H

#include "base/buffer.h"

void add_count(struct buffer *out, size_t count);

#endif
