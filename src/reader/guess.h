/*
 * Bytes at a stream's start that are no plain text: cd_unmarked_charset() may
 * know their charset, if it sees enough of them.
 */
#ifndef COPYDESK_READER_GUESS_H
#define COPYDESK_READER_GUESS_H

#include <stdbool.h>
#include <stddef.h>

/* Whether more bytes are worth waiting for: these hold no plain text. */
bool guess_needs_more(const char *bytes, size_t len);

#endif
