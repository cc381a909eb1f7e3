/*
 * White space inside entities and tags. The whitespace stage makes one space
 * of any of it, and what it makes must not be an entity or a tag at last.
 */
#ifndef COPYDESK_STAGES_ENCODING_SPACE_H
#define COPYDESK_STAGES_ENCODING_SPACE_H

#include <stddef.h>

#include "base/utf8.h"
#include "unicode/props.h"

/* After the white space, of any kind, that begins at text[at]. */
static inline size_t after_space(const char *text, size_t len, size_t at)
{
	while (at < len) {
		size_t next = at;

		if (!unicode_is_space(utf8_next(text, &next)))
			break;
		at = next;
	}
	return at;
}

#endif
