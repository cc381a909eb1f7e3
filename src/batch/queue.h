/*
 * The queue: chunks to workers, and back in order.
 *
 * One thread fills slots (the reader), some work on them, one hands them on in
 * the order in which they were filled. With one job, or as long as there is
 * next to nothing to do, all of it happens in the caller's thread. What comes
 * out is the same.
 */
#ifndef COPYDESK_BATCH_QUEUE_H
#define COPYDESK_BATCH_QUEUE_H

#include "batch/slot.h"

struct queue;

/*
 * `hand_on` is called for each slot in order, in one thread at a time. NULL
 * when memory ran out. queue_free() finishes first.
 */
struct queue *queue_new(size_t jobs,
			void (*hand_on)(void *context, struct slot *slot),
			void *context);
void queue_free(struct queue *queue);

/*
 * The next slot to fill, emptied; its file's name is read until it was handed
 * on. Waits for room.
 */
struct slot *queue_slot(struct queue *queue);

/* Let the slot that queue_slot() gave go its way. */
void queue_submit(struct queue *queue);

/* Wait until all slots were handed on. */
void queue_drain(struct queue *queue);

#endif
