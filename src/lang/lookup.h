/*
 * Looking up a word in a language's sorted file: lines of a key, or of a key,
 * a space and what is said of it. No set-up, no memory: a binary search over
 * the bytes.
 */
#ifndef COPYDESK_LANG_LOOKUP_H
#define COPYDESK_LANG_LOOKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "lang/lang.h"

/*
 * What follows `key` in its line (*len bytes, perhaps 0), static; NULL
 * when the file has no such line.
 */
const char *lang_lookup(const struct lang_file *file, const char *key,
			size_t key_len, size_t *len);

/* Whether a line of the file begins with `prefix`. */
bool lang_has_prefix(const struct lang_file *file, const char *prefix,
		     size_t len);

#endif
