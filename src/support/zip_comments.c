/* The comments of a zip archive (APPNOTE.TXT 4.3). */
#include "support/zip_comments.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The end of central directory record, without its comment. */
#define END_SIZE 22
#define END_MEMBERS 8 /* on this disk, and of all */
#define END_DIRECTORY_SIZE 12
#define COMMENT_MAX 0xFFFF

/* The one for archives of more than 4 GiB, and what leads to it. */
#define LOCATOR_SIZE 20
#define LOCATOR_PLACE 8
#define END64_SIZE 56
#define END64_DIRECTORY_SIZE 40

/* A member in the central directory, without what follows it. */
#define ENTRY_SIZE 46
#define ENTRY_NAME 28
#define ENTRY_EXTRA 30
#define ENTRY_COMMENT 32

static uint64_t number(const char *bytes, size_t len)
{
	uint64_t value = 0;

	while (len--)
		value = value << 8 | (unsigned char)bytes[len];
	return value;
}

static bool read_at(int fd, off_t at, char *to, size_t len)
{
	ssize_t got = 1;

	for (; len && got > 0; to += got, at += got, len -= (size_t)got) {
		do {
			got = pread(fd, to, len, at);
		} while (got < 0 && errno == EINTR);
	}
	return !len;
}

/* Where the record is in the last bytes; SIZE_MAX: there is none. */
static size_t find_end(const char *bytes, size_t len)
{
	for (size_t at = len < END_SIZE ? 0 : len - END_SIZE + 1; at-- > 0;) {
		if (!memcmp(bytes + at, "PK\5\6", 4) &&
		    number(bytes + at + END_SIZE - ZIP_COMMENT_LENGTH,
			   ZIP_COMMENT_LENGTH) == len - at - END_SIZE)
			return at;
	}
	return SIZE_MAX;
}

/*
 * The directory's place: it ends where the record begins that has its size. In
 * a large archive that is another one.
 */
static bool find_directory(int fd, off_t end, const char *record,
			   uint64_t *from, uint64_t *to)
{
	char locator[LOCATOR_SIZE], large[END64_SIZE];
	uint64_t size = number(record + END_DIRECTORY_SIZE, 4);

	*to = (uint64_t)end;
	if (end >= LOCATOR_SIZE &&
	    read_at(fd, end - LOCATOR_SIZE, locator, LOCATOR_SIZE) &&
	    !memcmp(locator, "PK\6\7", 4)) {
		*to = number(locator + LOCATOR_PLACE, 8);
		if (*to > (uint64_t)end ||
		    !read_at(fd, (off_t)*to, large, END64_SIZE) ||
		    memcmp(large, "PK\6\6", 4))
			return false;
		size = number(large + END64_DIRECTORY_SIZE, 8);
	}
	*from = *to - size;
	return size <= *to;
}

/* Whether the directory can be read; *found: a member has a comment. */
static bool find_comment(int fd, uint64_t at, uint64_t end, bool *found)
{
	char entry[ENTRY_SIZE];

	while (!*found && at + ENTRY_SIZE <= end) {
		if (!read_at(fd, (off_t)at, entry, ENTRY_SIZE) ||
		    memcmp(entry, "PK\1\2", 4))
			return false;
		*found = number(entry + ENTRY_COMMENT, 2) > 0;
		at += ENTRY_SIZE + number(entry + ENTRY_NAME, 2) +
		      number(entry + ENTRY_EXTRA, 2);
	}
	return true;
}

bool zip_comments_read(struct zip_comments *comments, int fd, off_t size)
{
	const size_t most = END_SIZE + COMMENT_MAX;
	const size_t len = size < (off_t)most ? (size_t)size : most;
	char *tail = malloc(len + 1);
	uint64_t from, to;
	size_t at = SIZE_MAX;
	bool done;

	buffer_init(&comments->archive);
	comments->members = false;
	if (tail && read_at(fd, size - (off_t)len, tail, len))
		at = find_end(tail, len);
	done = at != SIZE_MAX &&
	       find_directory(fd, size - (off_t)(len - at), tail + at, &from,
			      &to) &&
	       find_comment(fd, from, to, &comments->members);
	if (done)
		buffer_add(&comments->archive, tail + at + END_SIZE,
			   len - at - END_SIZE);
	free(tail);
	return done && !comments->archive.failed;
}

bool zip_is_empty(int fd)
{
	char end[END_SIZE];
	struct stat info;

	return fstat(fd, &info) == 0 && info.st_size >= END_SIZE &&
	       read_at(fd, 0, end, END_SIZE) && !memcmp(end, "PK\5\6", 4) &&
	       !number(end + END_MEMBERS, 4) &&
	       !number(end + END_DIRECTORY_SIZE, 4) &&
	       number(end + END_SIZE - ZIP_COMMENT_LENGTH,
		      ZIP_COMMENT_LENGTH) == (uint64_t)info.st_size - END_SIZE;
}

void zip_comment_add(struct buffer *end, const struct buffer *comment)
{
	if (!comment->len || end->len < ZIP_COMMENT_LENGTH)
		return;
	end->bytes[end->len - 2] = (char)(comment->len & 0xFF);
	end->bytes[end->len - 1] = (char)(comment->len >> 8);
	buffer_add(end, comment->bytes, comment->len);
}
