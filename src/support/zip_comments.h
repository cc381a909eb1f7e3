/*
 * The comments of a zip archive, which libarchive neither reads nor writes: one
 * of the archive (git's has the commit), and one of each member.
 */
#ifndef COPYDESK_SUPPORT_ZIP_COMMENTS_H
#define COPYDESK_SUPPORT_ZIP_COMMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/buffer.h"

/* The bytes of an archive's end that hold the length of its comment. */
#define ZIP_COMMENT_LENGTH 2

struct zip_comments {
	struct buffer archive; /* owned: the archive's comment */
	bool members;	       /* at least one has one */
};

/*
 * Read them from an open file of `size` bytes. False: it cannot be read, is no
 * such archive, or memory ran out. buffer_release(&archive) is due either way.
 */
bool zip_comments_read(struct zip_comments *comments, int fd, off_t size);

/*
 * Whether it is an archive of no members: the record at its end is all of it,
 * which libarchive does not find.
 */
bool zip_is_empty(int fd);

/* Add the comment to the end of an archive that has none. */
void zip_comment_add(struct buffer *end, const struct buffer *comment);

#endif
