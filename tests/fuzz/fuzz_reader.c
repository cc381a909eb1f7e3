/*
 * An input of any format, cut and normalised: no byte gets lost on the way, and
 * JSON Lines stay as many. The first two bytes choose how it is read.
 */
#define _GNU_SOURCE
#include "fuzz/fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "batch/process.h"
#include "reader/fields.h"

struct setup {
	struct plan plan;
	struct reader_options options;
	struct input_options input;
};

static const char *const charsets[] = {
	NULL, NULL, NULL, "UTF-16LE", "windows-1252", "Shift_JIS", "UTF-7",
};

static const enum format formats[] = {
	FORMAT_TEXT, FORMAT_JSONL, FORMAT_JSON,
	FORMAT_CSV,  FORMAT_TSV,   FORMAT_WARC,
};

/* The one field "text". */
static const struct fields none;

static struct setup choose(const uint8_t *data)
{
	struct setup setup = {
		.plan.wants = WANT_TEXT | WANT_FINDINGS | WANT_STRIPPED,
		.plan.style.format = data[0] / 16 % 4,
		.plan.fields = fields_or_text(&none),
		.input.charset = charsets[data[1] % 7],
	};

	setup.options.format = formats[data[0] % 6];
	setup.options.fields = setup.plan.fields;
	setup.options.separator = data[0] / 5 % 5;
	setup.options.line = "END";
	setup.options.max_article = 16 + data[1] / 7 * 64;
	setup.options.fill = data[0] >> 7;
	return setup;
}

/* A file in memory that holds the bytes, read from its start. */
static int file_of(const uint8_t *data, size_t size)
{
	const int fd = memfd_create("fuzz", 0);

	FUZZ_HOLD(fd >= 0);
	FUZZ_HOLD(write(fd, data, size) == (ssize_t)size);
	FUZZ_HOLD(lseek(fd, 0, SEEK_SET) == 0);
	return fd;
}

static size_t count_lines(const struct buffer *text)
{
	size_t count = 0;

	for (size_t i = 0; i < text->len; i++)
		count += text->bytes[i] == '\n';
	return count;
}

static void check_chunk(struct worker *worker, const struct setup *setup,
			const struct chunk *chunk)
{
	const struct work work = { .plan = &setup->plan,
				   .path = "fuzz",
				   .chunk = chunk };
	struct outcome outcome = { .edited = false };
	size_t at = 0;

	for (size_t i = 0; i < chunk->count; i++) {
		FUZZ_HOLD(chunk->pieces[i].at >= at);
		at = chunk->pieces[i].at + chunk->pieces[i].len;
	}
	FUZZ_HOLD(at <= chunk->text.len);
	FUZZ_HOLD(worker_process(worker, &work, &outcome));
	if (setup->options.format == FORMAT_JSONL)
		FUZZ_HOLD(count_lines(outcome_text(&outcome, chunk)) ==
			  count_lines(&chunk->text));
	outcome_release(&outcome);
}

static void read_all(int fd, struct setup *setup, size_t size)
{
	struct worker worker;
	struct input input;
	struct reader reader;
	struct chunk chunk;
	size_t bytes = 0;

	worker_init(&worker);
	chunk_init(&chunk);
	if (input_start(&input, fd, &setup->input)) {
		reader_start(&reader, &input, &setup->options);
		while (reader_next(&reader, &chunk) == READER_CHUNK) {
			check_chunk(&worker, setup, &chunk);
			bytes += chunk.text.len;
		}
		if (!input.charset && !reader.error)
			FUZZ_HOLD(bytes == size);
		reader_stop(&reader);
	}
	input_stop(&input);
	chunk_release(&chunk);
	worker_release(&worker);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct setup setup;
	int fd;

	if (size < 2)
		return 0;
	setup = choose(data);
	setup.plan.desk = fuzz_desk(0, NULL);
	setup.plan.format = setup.options.format;
	fd = file_of(data + 2, size - 2);
	read_all(fd, &setup, size - 2);
	close(fd);
	return 0;
}
