/* Faces of signs that weep: :'( =’) ;'-( */
#ifndef COPYDESK_TEXT_FACE_H
#define COPYDESK_TEXT_FACE_H

#include <stdbool.h>
#include <stddef.h>

/* Whether text[at, end), a quotation mark, is the tear of such a face. */
bool text_is_tear(const char *text, size_t len, size_t at, size_t end);

/* Whether the mouth at text[at] is of such a face, and no bracket. */
bool text_is_tearful(const char *text, size_t len, size_t at);

#endif
