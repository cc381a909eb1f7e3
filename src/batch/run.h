/* A run of the driver, as its files share it. */
#ifndef COPYDESK_BATCH_RUN_H
#define COPYDESK_BATCH_RUN_H

#include <pthread.h>

#include "batch/queue.h"

struct driver;
struct input;

struct run {
	struct driver *driver;
	struct queue *queue;
	int spare_fd;	    /* from here on too many files are open */
	struct file *files; /* in work; guarded by the lock */
	pthread_mutex_t lock;
};

/* Whether nothing more is to be read. */
bool run_stopped(const struct run *run);

/*
 * A message in its turn, or, empty, only the trouble; one file's never stops
 * the next.
 */
void run_message(struct run *run, const char *name, const char *what,
		 size_t trouble);

/* Cut what `input` gives of the file, which goes its way, into slots. */
void run_chunks(struct run *run, struct file *file, struct input *input);

/* The file ends here; it had begun before, or, in an archive, never will. */
void run_break_off(struct run *run, struct file *file, const char *why);

/*
 * The same in two steps: it is in work from now on, until it ends; NULL: all of
 * it was read, unless the run was stopped.
 */
void run_note(struct run *run, struct file *file);
void run_end(struct run *run, struct file *file, const char *why);

/* For queue_new(), `context` being the run: give a slot to the sink. */
void run_hand_on(void *context, struct slot *slot);

/* Read an archive's members, each as a file. The archive's file is freed. */
void run_members(struct run *run, struct file *archive, struct input *input);

#endif
