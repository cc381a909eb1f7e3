/*
 * One of the two files that verify compares: a file as the other commands read
 * it, record by record.
 */
#ifndef COPYDESK_CLI_SIDE_H
#define COPYDESK_CLI_SIDE_H

#include "batch/file.h"

struct side {
	struct file *file; /* owned */
	struct input input;
	struct reader reader;
	struct chunk chunk;
	size_t next; /* piece of the chunk */
	size_t done; /* bytes of it that are dealt with */
	/* What side_next() found: */
	const struct piece *piece; /* NULL: the end */
	struct buffer gap;	   /* the bytes before it, with its lead */
};

/*
 * Open a file that is not open yet. False: a message is on standard error.
 * side_close() is due either way.
 */
bool side_open(struct side *side, const struct walk_file *from,
	       struct input_options options);

/* The same for a file (taken) whose bytes `options` says where to read. */
bool side_open_source(struct side *side, struct file *file,
		      const struct input_options *options);
void side_close(struct side *side);

/* All of it, as text; false as above, and where there are more than `most`
 * bytes. */
bool side_read(struct side *side, size_t most, struct buffer *text);

/* Begin to read records, by `options`, which must live as long. */
void side_start(struct side *side, const struct reader_options *options);

/* The next record, or the end; false as above. */
bool side_next(struct side *side);

/* The bytes of the record; before it those that say how long it is
 * (piece.lead); and before them what is between the records. */
struct cd_span side_record(const struct side *side);
struct cd_span side_lead(const struct side *side);
struct cd_span side_gap(const struct side *side);

#endif
