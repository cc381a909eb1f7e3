/*
 * A chunk through the library: from pieces to what is to be written. Pure but
 * for the worker's memory, so that threads can share a plan and chunks can be
 * done in any order.
 */
#ifndef COPYDESK_BATCH_PROCESS_H
#define COPYDESK_BATCH_PROCESS_H

#include "batch/worker.h"

/* A chunk of the file `path`, and what is to be done with it. */
struct work {
	const struct plan *plan;
	const char *path;
	const struct chunk *chunk;
	bool packed; /* compressed, or in an archive */
};

/* Normalise a chunk. False when memory ran out. */
bool worker_process(struct worker *worker, const struct work *work,
		    struct outcome *outcome);

#endif
