/* Chunks and messages to slots of the queue. */
#include "batch/run.h"

#include "batch/driver.h"
#include "batch/file.h"
#include "support/complain.h"
#include "support/signals.h"

bool run_stopped(const struct run *run)
{
	return run->driver->sink->broken || stop_signal;
}

void run_message(struct run *run, const char *name, const char *what,
		 size_t trouble)
{
	struct slot *slot;

	/* What failed was interrupted. */
	if (stop_signal)
		return;
	slot = queue_slot(run->queue);
	if (*what)
		complain_to(&slot->message, name, what);
	slot->trouble = trouble;
	queue_submit(run->queue);
}

void run_note(struct run *run, struct file *file)
{
	pthread_mutex_lock(&run->lock);
	file->next = run->files;
	run->files = file;
	pthread_mutex_unlock(&run->lock);
}

/* The next chunk, or the end, or both; READER_CHUNK: more may come. */
static enum reader_status run_chunk(struct run *run, struct file *file,
				    struct reader *reader, bool begins)
{
	struct slot *slot = queue_slot(run->queue);
	enum reader_status status = READER_FAILED;

	slot->file = file;
	slot->begins = begins;
	if (!run_stopped(run))
		status = reader_next(reader, &slot->chunk);
	slot->has_chunk = status == READER_CHUNK;
	slot->urgent = slot->has_chunk && !S_ISREG(file->info.st_mode);
	slot->ends = !slot->has_chunk || reader_is_done(reader);
	slot->failed = status == READER_FAILED;
	if (slot->failed && !run_stopped(run)) {
		complain_to(&slot->message, file->name, reader->error);
		slot->trouble = 1;
	}
	if (slot->ends && slot->has_chunk)
		status = READER_END;
	queue_submit(run->queue);
	return status;
}

void run_chunks(struct run *run, struct file *file, struct input *input)
{
	struct reader_options options = run->driver->reader;
	enum reader_status status = READER_CHUNK;
	struct reader reader;
	bool begins = true;

	options.format = file->format;
	options.fields = file->plan->fields;
	options.no_header = file->plan->no_header;
	run_note(run, file);
	reader_start(&reader, input, &options);
	if (file->resumed)
		reader_resume(&reader, &file->from);
	while (status == READER_CHUNK) {
		status = run_chunk(run, file, &reader, begins);
		begins = false;
	}
	reader_stop(&reader);
}

void run_end(struct run *run, struct file *file, const char *why)
{
	struct slot *slot = queue_slot(run->queue);

	if (why && !run_stopped(run)) {
		complain_to(&slot->message, file->name, why);
		slot->trouble = 1;
	}
	slot->file = file;
	slot->ends = true;
	slot->failed = why || run_stopped(run);
	queue_submit(run->queue);
}

void run_break_off(struct run *run, struct file *file, const char *why)
{
	run_note(run, file);
	run_end(run, file, why);
}
