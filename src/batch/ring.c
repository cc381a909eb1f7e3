/* The ring of a queue's slots. */
#include "batch/ring.h"

#include "batch/file.h"
#include "batch/process.h"

/*
 * Findings may take a hundred times the bytes of their text. As long as what
 * was made waits in such numbers, no more is read than keeps the workers busy;
 * and a slot does not keep so much memory for the next chunk.
 */
#define MADE ((size_t)1 << 20)
#define KEPT ((size_t)1 << 18)

struct slot *ring_slot(struct queue *queue, size_t index)
{
	return &queue->slots[index % queue->size];
}

bool ring_is_crowded(const struct queue *queue)
{
	return queue->made >= queue->jobs * MADE;
}

void ring_work_on(struct worker *worker, struct slot *slot)
{
	struct work work;

	if (!slot->has_chunk)
		return;
	work.plan = slot->file->plan;
	work.path = slot->file->name;
	work.packed = slot->file->packing != PACKING_NONE || slot->file->member;
	work.chunk = &slot->chunk;
	slot->no_memory = !worker_process(worker, &work, &slot->outcome);
}

void ring_take_note(struct queue *queue, struct slot *slot)
{
	slot->bytes = slot->has_chunk ? outcome_bytes(&slot->outcome) : 0;
	queue->made += slot->bytes;
	queue->ready++;
	slot->done = true;
}

void ring_forget(struct queue *queue, struct slot *slot)
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
