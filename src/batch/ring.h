/*
 * The ring of a queue's slots, and the sums of what they hold; for queue.c and
 * its crew.
 */
#ifndef COPYDESK_BATCH_RING_H
#define COPYDESK_BATCH_RING_H

#include <pthread.h>

#include "batch/slot.h"
#include "batch/worker.h"

/* Bytes of a chunk that is worth a wake; small files wait for company. */
#define SLOT_LARGE ((size_t)32768)

struct queue {
	void (*hand_on)(void *context, struct slot *slot);
	void *context;
	struct worker worker; /* of the caller's thread */

	/* Slots [out, work) are worked on or done, [work, in) wait. */
	struct slot *slots; /* owned: a ring */
	size_t size;
	size_t out, work, in;
	size_t ready;  /* of [out, work): done */
	size_t chunks; /* among the slots */
	size_t held;   /* bytes of them */
	size_t made;   /* bytes of what became of them */
	size_t fresh;  /* bytes filled since a worker was woken */

	size_t jobs; /* workers at most */
	size_t workers, idle;
	pthread_t *threads; /* owned: workers */
	pthread_t writer;
	bool threaded; /* the writer runs */
	bool ending;
	pthread_mutex_t lock;
	pthread_cond_t to_work;	 /* a slot waits, or the end */
	pthread_cond_t to_write; /* a slot is done, or the end */
	pthread_cond_t to_fill;	 /* a slot was handed on */
};

struct slot *ring_slot(struct queue *queue, size_t index);

/* Under the lock: so much was made of slots that no more is to be read. */
bool ring_is_crowded(const struct queue *queue);

/* Let the worker do what is to be done with the slot. */
void ring_work_on(struct worker *worker, struct slot *slot);

/* Under the lock: the slot was worked on. */
void ring_take_note(struct queue *queue, struct slot *slot);

/* Under the lock: the slot was handed on. */
void ring_forget(struct queue *queue, struct slot *slot);

#endif
