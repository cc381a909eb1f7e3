/*
 * The crew of a queue: the threads that work on its slots, and the writer,
 * which hands them on.
 */
#ifndef COPYDESK_BATCH_CREW_H
#define COPYDESK_BATCH_CREW_H

struct queue;

/* Under the lock: start the writer, and another worker where all have work. */
void crew_start(struct queue *queue);

/*
 * Under the lock: wait for the writer; also for a signal, which it is then
 * told, since it may hang in a write.
 */
void crew_wait(struct queue *queue);

/* Let the threads finish what waits, and end. */
void crew_end(struct queue *queue);

#endif
