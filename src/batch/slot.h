/* A slot: what a queue carries. */
#ifndef COPYDESK_BATCH_SLOT_H
#define COPYDESK_BATCH_SLOT_H

#include "batch/outcome.h"

struct file;

/* A step of the input: the start of a file, a chunk of it, its end. */
struct slot {
	struct file *file; /* NULL: a message only */
	bool begins, ends; /* the file's first, last slot */
	bool has_chunk;
	bool failed;	       /* reading broke off here */
	bool urgent;	       /* someone waits for the answer */
	struct buffer message; /* for standard error */
	size_t trouble;	       /* to be counted */
	struct chunk chunk;
	struct outcome outcome; /* of the chunk */
	size_t bytes;		/* that it holds; guarded by the queue */
	bool no_memory;		/* the worker had none: no outcome */
	bool done;		/* worked on; guarded by the queue */
};

#endif
