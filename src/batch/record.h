/* Records of a chunk. */
#ifndef COPYDESK_BATCH_RECORD_H
#define COPYDESK_BATCH_RECORD_H

#include "batch/worker.h"

/* Normalise the fields of a record, or say what is wrong with it. */
void worker_record(struct worker *worker, const struct piece *piece);

#endif
