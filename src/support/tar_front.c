/* What a tar archive says of itself before its members. */
#include "support/tar_front.h"

#include <string.h>

#define BLOCK 512
#define RECORD (20 * (size_t)BLOCK)

/* Of a header: the size of what follows, in octal digits, and what it is. */
#define SIZE_AT 124
#define SIZE_LENGTH 12
#define TYPE_AT 156

/* A global header of more bytes is not kept. */
#define FRONT_MAX ((size_t)1 << 20)

/* Up to `len` bytes to the buffer's end; false: there are not so many. */
static bool add(ssize_t (*read)(void *context, char *to, size_t len),
		void *context, size_t len, struct buffer *to)
{
	ssize_t got = 1;

	for (; len && got > 0 && buffer_reserve(to, len); len -= (size_t)got) {
		got = read(context, to->bytes + to->len, len);
		to->len += got > 0 ? (size_t)got : 0;
	}
	return !len;
}

static size_t size_of(const char *header)
{
	size_t size = 0;

	for (size_t i = SIZE_AT; i < SIZE_AT + SIZE_LENGTH; i++) {
		if (header[i] >= '0' && header[i] <= '7')
			size = size << 3 | (size_t)(header[i] - '0');
	}
	return (size + BLOCK - 1) / BLOCK * BLOCK;
}

bool tar_front_read(ssize_t (*read)(void *context, char *to, size_t len),
		    void *context, struct buffer *front)
{
	size_t whole;

	do {
		const char *header;

		whole = front->len;
		if (!add(read, context, BLOCK, front))
			break;
		header = front->bytes + whole;
		if (header[TYPE_AT] != 'g' || size_of(header) > FRONT_MAX ||
		    !add(read, context, size_of(header), front))
			break;
	} while (front->len < FRONT_MAX);
	if (front->failed)
		return false;
	front->len = whole;
	return true;
}

size_t tar_padding(size_t front)
{
	return (RECORD - front % RECORD) % RECORD;
}
