/* The threads of a queue: workers, and the writer that hands on. */
#include "batch/crew.h"

#include <signal.h>
#include <time.h>

#include "batch/ring.h"
#include "support/signals.h"

/* A worker takes so many small ones at once, half a SLOT_LARGE together. */
#define RUN ((size_t)8)

/* Whether the writer should not wait for more slots than this to be done. */
static bool is_due(const struct queue *queue, const struct slot *slot)
{
	return slot->urgent || slot->chunk.text.len >= SLOT_LARGE ||
	       queue->ready >= queue->size / 4;
}

static size_t slot_size(const struct slot *slot)
{
	return slot->has_chunk ? slot->chunk.text.len : 0;
}

/* Under the lock: how many of the slots that wait are taken at once. */
static size_t run_length(struct queue *queue)
{
	const size_t wait = queue->in - queue->work;
	size_t count = 1, bytes = slot_size(ring_slot(queue, queue->work));

	while (count < RUN && count < wait / queue->workers) {
		bytes += slot_size(ring_slot(queue, queue->work + count));
		if (bytes > SLOT_LARGE / 2)
			break;
		count++;
	}
	return count;
}

/* Under the lock, which is given up for as long as it takes. */
static void work_on_run(struct queue *queue, struct worker *worker)
{
	const size_t from = queue->work, count = run_length(queue);
	struct slot *first = ring_slot(queue, from);

	queue->work += count;
	pthread_mutex_unlock(&queue->lock);
	for (size_t i = 0; i < count; i++)
		ring_work_on(worker, ring_slot(queue, from + i));
	pthread_mutex_lock(&queue->lock);
	for (size_t i = 0; i < count; i++)
		ring_take_note(queue, ring_slot(queue, from + i));
	if (ring_slot(queue, queue->out)->done && is_due(queue, first))
		pthread_cond_signal(&queue->to_write);
}

static void *run_worker(void *argument)
{
	struct queue *queue = argument;
	struct worker worker;

	worker_init(&worker);
	pthread_mutex_lock(&queue->lock);
	for (;;) {
		while (queue->work == queue->in && !queue->ending) {
			queue->idle++;
			pthread_cond_signal(&queue->to_write);
			pthread_cond_wait(&queue->to_work, &queue->lock);
			queue->idle--;
		}
		if (queue->work == queue->in)
			break;
		work_on_run(queue, &worker);
	}
	pthread_mutex_unlock(&queue->lock);
	worker_release(&worker);
	return NULL;
}

/* Under the lock: wait until the slot that is due is done; false: the end. */
static bool wait_for_slot(struct queue *queue)
{
	for (;;) {
		if (queue->out < queue->work &&
		    ring_slot(queue, queue->out)->done)
			return true;
		if (queue->ending && queue->out == queue->in)
			return false;
		pthread_cond_wait(&queue->to_write, &queue->lock);
	}
}

static void *run_writer(void *argument)
{
	struct queue *queue = argument;

	pthread_mutex_lock(&queue->lock);
	while (wait_for_slot(queue)) {
		struct slot *slot = ring_slot(queue, queue->out);
		const bool crowded = ring_is_crowded(queue);

		pthread_mutex_unlock(&queue->lock);
		queue->hand_on(queue->context, slot);
		pthread_mutex_lock(&queue->lock);
		ring_forget(queue, slot);
		queue->out++;
		if (crowded || queue->in - queue->out <= queue->size * 3 / 4)
			pthread_cond_signal(&queue->to_fill);
	}
	pthread_mutex_unlock(&queue->lock);
	return NULL;
}

/* A thread that leaves signals to others. */
static bool start_quietly(pthread_t *thread, void *(*run)(void *),
			  struct queue *queue)
{
	sigset_t all, old;
	bool started;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	started = pthread_create(thread, NULL, run, queue) == 0;
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	return started;
}

void crew_start(struct queue *queue)
{
	if (!queue->threaded) {
		/* It heeds signals: a write that hangs can be interrupted. */
		queue->threaded = pthread_create(&queue->writer, NULL,
						 run_writer, queue) == 0;
		if (!queue->threaded)
			queue->jobs = 1;
	}
	if (queue->threaded && !queue->idle && queue->workers < queue->jobs &&
	    start_quietly(&queue->threads[queue->workers], run_worker, queue))
		queue->workers++;
}

void crew_wait(struct queue *queue)
{
	struct timespec until;

	pthread_cond_signal(&queue->to_work);
	queue->fresh = 0;
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_nsec += 100000000;
	if (until.tv_nsec >= 1000000000) {
		until.tv_nsec -= 1000000000;
		until.tv_sec++;
	}
	pthread_cond_timedwait(&queue->to_fill, &queue->lock, &until);
	if (stop_signal)
		pthread_kill(queue->writer, stop_signal);
}

void crew_end(struct queue *queue)
{
	pthread_mutex_lock(&queue->lock);
	queue->ending = true;
	pthread_cond_broadcast(&queue->to_work);
	pthread_cond_broadcast(&queue->to_write);
	pthread_mutex_unlock(&queue->lock);
	for (size_t i = 0; i < queue->workers; i++)
		pthread_join(queue->threads[i], NULL);
	pthread_join(queue->writer, NULL);
}
