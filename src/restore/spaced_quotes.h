/*
 * Which straight quotes open where marks are between spaces: their neighbours
 * say nothing, so one opens if none is open, but for what is beside it.
 * README.md, "how a gap is seen".
 */
#ifndef COPYDESK_RESTORE_SPACED_QUOTES_H
#define COPYDESK_RESTORE_SPACED_QUOTES_H

#include <stddef.h>

/* `bits`: a zeroed bit for each byte of the text, set where one opens. */
void spaced_quotes_read(const char *text, size_t len, unsigned char *bits);

#endif
