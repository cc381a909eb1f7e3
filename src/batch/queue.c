/* A ring of slots, its workers and the thread that hands on. */
#include "batch/queue.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "batch/file.h"
#include "support/signals.h"

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

/*
 * Small files fill more slots than there is work for, so that nobody is woken
 * for each of them: a wake costs more than a small file. Chunks of a large one
 * fill two for each worker, and two.
 */
#define SLOTS ((size_t)64)
#define LARGE ((size_t)32768)

/* A worker takes so many small ones at once, half a LARGE together. */
#define RUN ((size_t)8)

/*
 * Findings may take a hundred times the bytes of their text. As long as what
 * was made waits in such numbers, no more is read than keeps the workers busy;
 * and a slot does not keep so much memory for the next chunk.
 */
#define MADE ((size_t)1 << 20)
#define KEPT ((size_t)1 << 18)

static struct slot *slot_at(struct queue *queue, size_t index)
{
	return &queue->slots[index % queue->size];
}

static bool is_full(const struct queue *queue)
{
	const size_t count = queue->in - queue->out;
	const size_t enough = queue->jobs * 2 + 2;

	return count == queue->size ||
	       (count >= enough && queue->held >= enough * LARGE) ||
	       (count >= queue->jobs && queue->made >= queue->jobs * MADE);
}

/* Whether the writer should not wait for more slots than this to be done. */
static bool is_due(const struct queue *queue, const struct slot *slot)
{
	return slot->urgent || slot->chunk.text.len >= LARGE ||
	       queue->ready >= queue->size / 4;
}

static void work_on(struct worker *worker, struct slot *slot)
{
	struct work work;

	if (!slot->has_chunk)
		return;
	work.plan = slot->file->plan;
	work.path = slot->file->name;
	work.chunk = &slot->chunk;
	slot->no_memory = !worker_process(worker, &work, &slot->outcome);
}

/* Under the lock: the slot was worked on. */
static void take_note(struct queue *queue, struct slot *slot)
{
	slot->bytes = slot->has_chunk ? outcome_bytes(&slot->outcome) : 0;
	queue->made += slot->bytes;
	queue->ready++;
	slot->done = true;
}

static size_t slot_size(const struct slot *slot)
{
	return slot->has_chunk ? slot->chunk.text.len : 0;
}

/* Under the lock: how many of the slots that wait are taken at once. */
static size_t run_length(struct queue *queue)
{
	const size_t wait = queue->in - queue->work;
	size_t count = 1, bytes = slot_size(slot_at(queue, queue->work));

	while (count < RUN && count < wait / queue->workers) {
		bytes += slot_size(slot_at(queue, queue->work + count));
		if (bytes > LARGE / 2)
			break;
		count++;
	}
	return count;
}

/* Under the lock, which is given up for as long as it takes. */
static void work_on_run(struct queue *queue, struct worker *worker)
{
	const size_t from = queue->work, count = run_length(queue);
	struct slot *first = slot_at(queue, from);

	queue->work += count;
	pthread_mutex_unlock(&queue->lock);
	for (size_t i = 0; i < count; i++)
		work_on(worker, slot_at(queue, from + i));
	pthread_mutex_lock(&queue->lock);
	for (size_t i = 0; i < count; i++)
		take_note(queue, slot_at(queue, from + i));
	if (slot_at(queue, queue->out)->done && is_due(queue, first))
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

/* The slot was handed on. */
static void forget(struct queue *queue, struct slot *slot)
{
	queue->chunks -= slot->has_chunk;
	if (slot->has_chunk)
		queue->held -= slot->chunk.text.len;
	queue->made -= slot->bytes;
	queue->ready--;
	if (slot->bytes > KEPT)
		outcome_release(&slot->outcome);
	slot->bytes = 0;
}

/* Under the lock: wait until the slot that is due is done; false: the end. */
static bool wait_for_slot(struct queue *queue)
{
	for (;;) {
		if (queue->out < queue->work &&
		    slot_at(queue, queue->out)->done)
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
		struct slot *slot = slot_at(queue, queue->out);
		const bool crowded = queue->made >= queue->jobs * MADE;

		pthread_mutex_unlock(&queue->lock);
		queue->hand_on(queue->context, slot);
		pthread_mutex_lock(&queue->lock);
		forget(queue, slot);
		queue->out++;
		if (crowded || queue->in - queue->out <= queue->size * 3 / 4)
			pthread_cond_signal(&queue->to_fill);
	}
	pthread_mutex_unlock(&queue->lock);
	return NULL;
}

/* Work through all slots in this thread. */
static void run_here(struct queue *queue)
{
	while (queue->out < queue->in) {
		struct slot *slot = slot_at(queue, queue->out);

		work_on(&queue->worker, slot);
		take_note(queue, slot);
		queue->hand_on(queue->context, slot);
		forget(queue, slot);
		queue->work = ++queue->out;
	}
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

/* Start the writer, and another worker where all have work. */
static void start_threads(struct queue *queue)
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

/*
 * Wait for the writer; also for a signal, which it is then told, since it may
 * hang in a write.
 */
static void wait_for_writer(struct queue *queue)
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

struct slot *queue_slot(struct queue *queue)
{
	struct slot *slot;

	if (queue->threaded)
		pthread_mutex_lock(&queue->lock);
	else if (is_full(queue))
		run_here(queue);
	while (is_full(queue))
		wait_for_writer(queue);
	if (queue->threaded)
		pthread_mutex_unlock(&queue->lock);
	slot = slot_at(queue, queue->in);
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
		struct slot *slot = slot_at(queue, queue->work++);

		work_on(&queue->worker, slot);
		take_note(queue, slot);
	}
	pthread_cond_signal(&queue->to_write);
}

/* Under the lock: there is work enough for another worker, or for one more. */
static void wake_workers(struct queue *queue, bool urgent)
{
	queue->fresh = 0;
	if (queue->threaded ||
	    (queue->jobs > 1 && (queue->chunks > 1 || urgent)))
		start_threads(queue);
	if (queue->threaded && !queue->workers)
		work_alone(queue);
	pthread_cond_signal(&queue->to_work);
}

void queue_submit(struct queue *queue)
{
	const struct slot *slot = slot_at(queue, queue->in);
	const size_t len = slot->has_chunk ? slot->chunk.text.len : 0;
	const bool urgent = slot->urgent;

	pthread_mutex_lock(&queue->lock);
	queue->chunks += slot->has_chunk;
	queue->held += len;
	queue->fresh += len;
	queue->in++;
	if (urgent || queue->fresh >= LARGE ||
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
		wait_for_writer(queue);
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

static void end_threads(struct queue *queue)
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

void queue_free(struct queue *queue)
{
	if (!queue)
		return;
	if (queue->slots)
		queue_drain(queue);
	if (queue->threaded)
		end_threads(queue);
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
