/*
 * Front matter: the fields before an article in Markdown, as Jekyll, Hugo and
 * Pandoc have them, in YAML between lines of --- or in TOML between +++.
 */
#ifndef COPYDESK_TEXT_FRONT_MATTER_H
#define COPYDESK_TEXT_FRONT_MATTER_H

#include <stddef.h>

/* Its length in bytes, with its last line's end; 0: the text has none. */
size_t front_matter_length(const char *text, size_t len);

#endif
