/* A ring of slots, filled by the caller's thread. */
#include "batch/queue.h"

#include <stdlib.h>

#include "batch/crew.h"
#include "batch/ring.h"

/*
 * Small files fill more slots than there is work for, so that nobody is woken
 * for each of them: a wake costs more than a small file. Chunks of a large one
 * fill two for each worker, and two.
 */
#define SLOTS ((size_t)64)

static bool is_full(const struct queue *queue)
{
	const size_t count = queue->in - queue->out;
	const size_t enough = queue->jobs * 2 + 2;

	return count == queue->size ||
	       (count >= enough && queue->held >= enough * SLOT_LARGE) ||
	       (count >= queue->jobs && ring_is_crowded(queue));
}

/* Work through all slots in this thread. */
static void run_here(struct queue *queue)
{
	while (queue->out < queue->in) {
		struct slot *slot = ring_slot(queue, queue->out);

		ring_work_on(&queue->worker, slot);
		ring_take_note(queue, slot);
		queue->hand_on(queue->context, slot);
		ring_forget(queue, slot);
		queue->work = ++queue->out;
	}
}

struct slot *queue_slot(struct queue *queue)
{
	struct slot *slot;

	if (queue->threaded)
		pthread_mutex_lock(&queue->lock);
	else if (is_full(queue))
		run_here(queue);
	while (is_full(queue))
		crew_wait(queue);
	if (queue->threaded)
		pthread_mutex_unlock(&queue->lock);
	slot = ring_slot(queue, queue->in);
	slot->file = NULL;
	slot->begins = slot->ends = slot->has_chunk = slot->failed = false;
	slot->urgent = slot->no_memory = slot->done = false;
	slot->trouble = 0;
	buffer_reset(&slot->message);
	return slot;
}

/* Under the lock: no worker could be started, so this thread is it. */
static void work_alone(struct queue *queue)
{
	while (queue->work < queue->in) {
		struct slot *slot = ring_slot(queue, queue->work++);

		ring_work_on(&queue->worker, slot);
		ring_take_note(queue, slot);
	}
	pthread_cond_signal(&queue->to_write);
}

/* Under the lock: there is work enough for another worker, or for one more. */
static void wake_workers(struct queue *queue, bool urgent)
{
	queue->fresh = 0;
	if (queue->threaded ||
	    (queue->jobs > 1 && (queue->chunks > 1 || urgent)))
		crew_start(queue);
	if (queue->threaded && !queue->workers)
		work_alone(queue);
	pthread_cond_signal(&queue->to_work);
}

void queue_submit(struct queue *queue)
{
	const struct slot *slot = ring_slot(queue, queue->in);
	const size_t len = slot->has_chunk ? slot->chunk.text.len : 0;
	const bool urgent = slot->urgent;

	pthread_mutex_lock(&queue->lock);
	queue->chunks += slot->has_chunk;
	queue->held += len;
	queue->fresh += len;
	queue->in++;
	if (urgent || queue->fresh >= SLOT_LARGE ||
	    queue->in - queue->work >= queue->size / 4)
		wake_workers(queue, urgent);
	pthread_mutex_unlock(&queue->lock);
	if (queue->jobs == 1 && !queue->threaded)
		run_here(queue);
}

void queue_drain(struct queue *queue)
{
	if (!queue->threaded) {
		run_here(queue);
		return;
	}
	pthread_mutex_lock(&queue->lock);
	while (queue->out < queue->in)
		crew_wait(queue);
	pthread_mutex_unlock(&queue->lock);
}

static bool make_slots(struct queue *queue)
{
	queue->size = queue->jobs * 2 + 2;
	if (queue->size < SLOTS)
		queue->size = SLOTS;
	if (queue->jobs == 1)
		queue->size = 1;
	queue->slots = calloc(queue->size, sizeof(*queue->slots));
	queue->threads = calloc(queue->jobs, sizeof(*queue->threads));
	return queue->slots && queue->threads;
}

struct queue *queue_new(size_t jobs,
			void (*hand_on)(void *context, struct slot *slot),
			void *context)
{
	struct queue *queue = calloc(1, sizeof(*queue));

	if (!queue)
		return NULL;
	queue->jobs = jobs ? jobs : 1;
	queue->hand_on = hand_on;
	queue->context = context;
	worker_init(&queue->worker);
	pthread_mutex_init(&queue->lock, NULL);
	pthread_cond_init(&queue->to_work, NULL);
	pthread_cond_init(&queue->to_write, NULL);
	pthread_cond_init(&queue->to_fill, NULL);
	if (make_slots(queue))
		return queue;
	queue_free(queue);
	return NULL;
}

void queue_free(struct queue *queue)
{
	if (!queue)
		return;
	if (queue->slots)
		queue_drain(queue);
	if (queue->threaded)
		crew_end(queue);
	for (size_t i = 0; queue->slots && i < queue->size; i++) {
		buffer_release(&queue->slots[i].message);
		chunk_release(&queue->slots[i].chunk);
		outcome_release(&queue->slots[i].outcome);
	}
	worker_release(&queue->worker);
	pthread_cond_destroy(&queue->to_work);
	pthread_cond_destroy(&queue->to_write);
	pthread_cond_destroy(&queue->to_fill);
	pthread_mutex_destroy(&queue->lock);
	free(queue->slots);
	free(queue->threads);
	free(queue);
}
