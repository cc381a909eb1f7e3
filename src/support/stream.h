/*
 * Compressed streams, each decompressed by its own library.
 *
 * Why not by libarchive: of an input that is cut off it gives nothing of the
 * last block, and it does not compare the checksum of a gzip stream (3.6.2).
 */
#ifndef COPYDESK_SUPPORT_STREAM_H
#define COPYDESK_SUPPORT_STREAM_H

#include "support/packing.h"

struct stream;

/* At the start of a stream. NULL: no memory. */
struct stream *stream_new(enum packing packing);
void stream_free(struct stream *stream); /* NULL is none */

/* What there is to decompress, and room for what it holds; both are used up. */
struct stream_work {
	const char *from;
	size_t from_len;
	char *to;
	size_t to_len;
};

enum stream_status {
	STREAM_GOES_ON, /* it needs more bytes, or more room */
	STREAM_END,	/* of this one; stream_restart() is due for another */
	STREAM_DAMAGED,
	STREAM_NO_MEMORY,
};

enum stream_status stream_step(struct stream *stream, struct stream_work *work);

/* Another begins; false: no memory. */
bool stream_restart(struct stream *stream);

#endif
