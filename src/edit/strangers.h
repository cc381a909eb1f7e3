/*
 * Small words of other languages than English, of which a short text is told:
 * its own words are too few to miss those of English in.
 */
#ifndef COPYDESK_EDIT_STRANGERS_H
#define COPYDESK_EDIT_STRANGERS_H

#include <stddef.h>

/* How many words of text[0, len) are such words; those in capitals are not. */
size_t strangers_count(const char *text, size_t len);

/* How many different ones, but for those that names have: "Los", "Le". */
size_t strangers_kinds(const char *text, size_t len);

#endif
