/*
 * What a tar archive says of itself before its members: pax's global headers,
 * which libarchive passes over (git's has the commit).
 */
#ifndef COPYDESK_SUPPORT_TAR_FRONT_H
#define COPYDESK_SUPPORT_TAR_FRONT_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/buffer.h"

/*
 * Add them to `front`, block by block, from the archive's start. `read` is
 * read(2) on what `context` says. False: it failed, or memory ran out.
 */
bool tar_front_read(ssize_t (*read)(void *context, char *to, size_t len),
		    void *context, struct buffer *front);

/* The zeros after an archive before which so many bytes stand: as tar writes
   it, it is whole records. */
size_t tar_padding(size_t front);

#endif
