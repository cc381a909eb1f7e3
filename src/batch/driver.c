/* Files through the library, one chunk after the other. */
#include "batch/driver.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "reader/stop.h"

/* A run of the driver. */
struct run {
	struct driver *driver;
	struct worker worker;
	struct chunk chunk;
	struct outcome outcome;
	bool failed;
};

void complain(const char *name, const char *what)
{
	fprintf(stderr, "copydesk: %s: %s\n", name, what);
}

static void file_free(struct file *file)
{
	if (!file)
		return;
	if (file->fd > STDIN_FILENO)
		close(file->fd);
	free(file->path);
	free(file->name);
	free(file->relative);
	free(file);
}

static struct file *file_new(const struct driver *driver,
			     const struct walk_file *from)
{
	const bool standard = !strcmp(from->path, "-");
	struct file *file = calloc(1, sizeof(*file));

	if (!file)
		return NULL;
	file->fd = -1;
	file->path = strdup(from->path);
	file->name = strdup(standard ? driver->stdin_name : from->path);
	file->relative = strdup(from->relative);
	if (!file->path || !file->name || !file->relative) {
		file_free(file);
		return NULL;
	}
	file->format = driver->reader.format;
	if (file->format == FORMAT_AUTO)
		file->format = walk_format(file->name);
	if (file->format == FORMAT_AUTO)
		file->format = FORMAT_TEXT;
	return file;
}

static bool file_open(struct file *file)
{
	if (!strcmp(file->path, "-"))
		file->fd = STDIN_FILENO;
	else
		file->fd = open(file->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (file->fd < 0 || fstat(file->fd, &file->info))
		return false;
	if (!S_ISDIR(file->info.st_mode))
		return true;
	errno = EISDIR;
	return false;
}

/* One file's trouble; the next one still has its turn. */
static void trouble(struct run *run, const char *name, const char *what)
{
	complain(name, what);
	run->driver->sink->tally.trouble++;
}

static void write_messages(const struct outcome *outcome)
{
	if (outcome->messages.len)
		fwrite(outcome->messages.data, 1, outcome->messages.len,
		       stderr);
}

static bool process_chunk(struct run *run, struct file *file)
{
	struct sink *sink = run->driver->sink;

	if (!worker_process(&run->worker, file->name, &run->chunk,
			    &run->outcome)) {
		trouble(run, file->name, "out of memory");
		file->failed = true;
		return false;
	}
	write_messages(&run->outcome);
	tally_add(&sink->tally, &run->outcome.tally);
	sink->chunk(sink, file, &run->chunk, &run->outcome);
	return !sink->broken && !stop_signal;
}

static void read_chunks(struct run *run, struct file *file,
			struct input *input)
{
	struct reader_options options = run->driver->reader;
	enum reader_status status;
	struct reader reader;

	options.format = file->format;
	reader_start(&reader, input, &options);
	while ((status = reader_next(&reader, &run->chunk)) == READER_CHUNK) {
		if (!process_chunk(run, file))
			break;
	}
	if (status == READER_FAILED && !stop_signal)
		trouble(run, file->name, reader.error);
	file->failed |= status == READER_FAILED || stop_signal;
	reader_stop(&reader);
}

static void read_file(struct run *run, struct file *file, bool named)
{
	struct sink *sink = run->driver->sink;
	struct input input;

	if (!input_start(&input, file->fd, run->driver->charset)) {
		trouble(run, file->name, input.error);
	} else if (!named && input_binary(&input)) {
		complain(file->name, "binary file, left alone");
	} else {
		if (sink->begin(sink, file))
			read_chunks(run, file, &input);
		sink->end(sink, file);
	}
	input_stop(&input);
}

static bool visit(void *context, const struct walk_file *from)
{
	struct run *run = context;
	struct file *file;

	if (from->problem) {
		complain(from->path, from->problem);
		run->driver->sink->tally.trouble += !from->harmless;
		return true;
	}
	file = file_new(run->driver, from);
	if (!file) {
		trouble(run, from->path, "out of memory");
		return false;
	}
	if (file_open(file))
		read_file(run, file, from->named);
	else
		trouble(run, file->name, strerror(errno));
	file_free(file);
	return !run->driver->sink->broken && !stop_signal;
}

bool driver_run(struct driver *driver, char *const *paths, size_t count)
{
	struct run run = { .driver = driver };
	bool on = true;

	worker_init(&run.worker, driver->plan);
	chunk_init(&run.chunk);
	outcome_init(&run.outcome);
	driver->walk.visit = visit;
	driver->walk.context = &run;
	for (size_t i = 0; i < count && on; i++)
		on = walk_path(&driver->walk, paths[i]);
	worker_release(&run.worker);
	chunk_release(&run.chunk);
	outcome_release(&run.outcome);
	return on;
}
