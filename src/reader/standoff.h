/*
 * Annotations that stand off: files beside a text that count its characters, as
 * brat (.ann) and the BioNLP tasks (.a1) have them. A text that is written anew
 * would leave them with the wrong places.
 */
#ifndef COPYDESK_READER_STANDOFF_H
#define COPYDESK_READER_STANDOFF_H

#include <stdbool.h>

struct buffer;

/* Whether a file of this name could hold them. */
bool standoff_is_name(const char *name);

/* Whether there is such a file beside the text at `path`; adds its name. */
bool standoff_beside(const char *path, struct buffer *name);

#endif
