/*
 * Text with a tag behind each token, "The/DT ferry/NN sailed/VBD ./.", as
 * tagged corpora have it; "_" or "|" may be between the two. Its tokens are
 * data: nothing is joined or parted in it.
 */
#ifndef COPYDESK_TEXT_TAGGED_H
#define COPYDESK_TEXT_TAGGED_H

#include <stdbool.h>
#include <stddef.h>

/* Whether nearly all tokens have one. The first hundred are looked at. */
bool tagged_text(const char *text, size_t len);

#endif
