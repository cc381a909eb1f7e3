/* Names of files as patches have them. */
#ifndef COPYDESK_WRITER_PATCH_NAME_H
#define COPYDESK_WRITER_PATCH_NAME_H

#include <stdint.h>

#include "base/buffer.h"

#define PATCH_FROM_ROOT SIZE_MAX

/*
 * Append the path without ".", ".." and what leads to them, and without what
 * leads out of the current folder: no tool takes a patch that names "../x".
 * Returns how many folders above this one the name is to be seen from, or
 * PATCH_FROM_ROOT.
 */
size_t patch_name(struct buffer *out, const char *path);

#endif
