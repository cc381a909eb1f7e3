/*
 * WARC (ISO 28500): a file of records, each a header of lines, a blank line and
 * a block of as many bytes as the header says.
 *
 * Articles are the blocks of conversion records whose type is text/plain, which
 * is what a WET file consists of. Everything else passes through.
 */
#ifndef COPYDESK_READER_WARC_H
#define COPYDESK_READER_WARC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Longer than any header that someone wrote. */
#define WARC_HEADER_MAX ((size_t)65536)

/* Bytes that tell a WARC. */
#define WARC_MAGIC 7

/* Whether bytes begin with a record. */
bool warc_begins(const char *bytes, size_t len);

/* The header's fields that say something about the block's bytes. */
enum warc_field { WARC_LENGTH, WARC_BLOCK_DIGEST, WARC_PAYLOAD_DIGEST };
#define WARC_FIELDS 3

struct warc_header {
	size_t len;	/* of the header, its blank line included */
	uint64_t block; /* bytes of the block */
	bool article;	/* which is one */
	size_t count;	/* of the values, in the order of the header */
	struct warc_value {
		enum warc_field field;
		size_t at, len;
	} values[WARC_FIELDS];
};

/* The header at text[0..len): whole, its start, or none. */
enum warc_status { WARC_WHOLE, WARC_PART, WARC_NONE };
enum warc_status warc_read(const char *text, size_t len,
			   struct warc_header *header);

/*
 * Append the header at `text` as it is to be for a block of `len` bytes. False:
 * memory ran out.
 */
bool warc_write_header(const char *text, const struct warc_header *header,
		       const char *block, size_t len, struct buffer *out);

/*
 * Cutting a stream into records. Zeroed at first; warc_cutter_release() is due.
 */
struct warc_cutter {
	struct buffer header; /* what there is of it */
	uint64_t left;	      /* bytes of the block */
	enum { WARC_BETWEEN, WARC_HEADER, WARC_BLOCK, WARC_LOST } place;
};

void warc_cutter_release(struct warc_cutter *cutter);

/*
 * How many of the bytes are of one record; *begins: it begins with them. Blank
 * lines belong to the record before.
 */
size_t warc_cut(struct warc_cutter *cutter, const char *bytes, size_t len,
		bool *begins);

#endif
