/*
 * The charset of bytes that carry no byte order mark, where the bytes tell:
 * UTF-16 and UTF-32 by the places of their small bytes, ISO-2022 by its escape
 * sequences. Eight-bit charsets are the library's to guess, by article.
 */
#ifndef COPYDESK_READER_GUESS_H
#define COPYDESK_READER_GUESS_H

#include <stdbool.h>
#include <stddef.h>

/* The charset's name, static; NULL: these bytes do not tell. */
const char *guess_charset(const char *bytes, size_t len);

/* Whether more bytes are worth waiting for: these hold no plain text. */
bool guess_needs_more(const char *bytes, size_t len);

#endif
