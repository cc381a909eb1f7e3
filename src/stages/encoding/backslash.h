/*
 * Bytes around backslashes, for the steps that read escapes.
 */
#ifndef COPYDESK_STAGES_ENCODING_BACKSLASH_H
#define COPYDESK_STAGES_ENCODING_BACKSLASH_H

#include <string.h>

#include "edit/pass.h"

/* The byte at `at`, or before it; 0 outside the text. */
static inline unsigned char byte_at(const struct pass *pass, size_t at)
{
	return at < pass->len ? (unsigned char)pass->text[at] : 0;
}

static inline unsigned char byte_before(const struct pass *pass, size_t at)
{
	return at ? (unsigned char)pass->text[at - 1] : 0;
}

/* The first backslash at or after `at`; pass->len when there is none. */
static inline size_t next_backslash(const struct pass *pass, size_t at)
{
	const char *found =
		at < pass->len ? memchr(pass->text + at, '\\', pass->len - at)
			       : NULL;

	return found ? (size_t)(found - pass->text) : pass->len;
}

#endif
