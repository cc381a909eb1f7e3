/* Reading and writing the journal. */
#include "batch/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xxhash.h>

#include "reader/mark.h"
#include "support/json.h"
#include "writer/report.h"

/* As much of an input's start and end is looked at. */
#define LOOK ((size_t)65536)

static void fail(struct journal *journal, const char *why)
{
	buffer_reset(&journal->why);
	buffer_add_text(&journal->why, why);
}

/* Members of a line. */

static bool find(const char *line, size_t len, const char *name,
		 struct json_query *query)
{
	query->field = name;
	query->field_len = strlen(name);
	return json_scan(line, len, query);
}

static bool read_text(const char *line, size_t len, const char *name,
		      struct buffer *out)
{
	struct json_query query;

	buffer_reset(out);
	if (!find(line, len, name, &query) || query.value.kind != JSON_STRING)
		return false;
	json_unescape(line + query.value.at, query.value.len, out);
	return buffer_text(out) != NULL;
}

/* A number, or false and true as 0 and 1. */
static bool read_number(const char *line, size_t len, const char *name,
			uint64_t *number)
{
	struct json_query query;
	char *end;

	if (!find(line, len, name, &query) || query.value.kind != JSON_OTHER ||
	    !query.value.len)
		return false;
	errno = 0;
	*number = strtoull(line + query.value.at, &end, 10);
	return errno == 0 && end == line + query.value.at + query.value.len;
}

static bool read_step(const char *line, size_t len, struct journal_step *step)
{
	const struct {
		const char *name;
		uint64_t *number;
	} numbers[] = {
		{ "out", &step->out },	       { "stripped", &step->stripped },
		{ "tail", &step->tail },       { "trouble", &step->trouble },
		{ "changed", &step->changed }, { "records", &step->records },
		{ "fields", &step->fields },
	};
	struct buffer mark;
	uint64_t done;
	bool good;

	buffer_init(&mark);
	good = read_text(line, len, "mark", &mark) &&
	       mark_read(mark.bytes, &step->in) &&
	       read_number(line, len, "done", &done);
	for (size_t i = 0; good && i < sizeof(numbers) / sizeof(numbers[0]);
	     i++)
		good = read_number(line, len, numbers[i].name,
				   numbers[i].number);
	step->done = good && done;
	buffer_release(&mark);
	return good;
}

/* A further step of the last input, or the first of another. */
static bool add_entry(struct journal *journal,
		      const struct journal_entry *entry)
{
	struct journal_entry *last =
		journal->count ? &journal->entries[journal->count - 1] : NULL;

	if (last && !last->step.done &&
	    !strcmp(last->input.path, entry->input.path)) {
		last->step = entry->step;
		free(entry->input.path);
		return true;
	}
	if (!array_grow(&journal->entries, &journal->cap, journal->count,
			sizeof(*journal->entries))) {
		free(entry->input.path);
		return false;
	}
	journal->entries[journal->count++] = *entry;
	return true;
}

/* False: it is no line of a journal, or memory ran out. */
static bool read_entry(struct journal *journal, const char *line, size_t len)
{
	struct journal_entry entry = { 0 };
	struct journal_input *input = &entry.input;
	struct buffer path;

	buffer_init(&path);
	if (!read_text(line, len, "file", &path) ||
	    !read_number(line, len, "size", &input->size) ||
	    !read_number(line, len, "seconds", &input->seconds) ||
	    !read_number(line, len, "nanoseconds", &input->nanoseconds) ||
	    !read_number(line, len, "fingerprint", &input->fingerprint) ||
	    !read_step(line, len, &entry.step)) {
		buffer_release(&path);
		return false;
	}
	input->path = path.bytes;
	return add_entry(journal, &entry);
}

/* The first line; false: another run's. */
static bool read_header(struct journal *journal, const char *line, size_t len,
			uint64_t options)
{
	uint64_t had;

	if (!read_number(line, len, "options", &had)) {
		fail(journal, "is no journal");
		return false;
	}
	if (had == options)
		return true;
	fail(journal, "was written with other options, rules or model: remove "
		      "it to begin anew");
	return false;
}

static bool write_all(int fd, const struct buffer *text)
{
	return !text->failed &&
	       write(fd, text->bytes, text->len) == (ssize_t)text->len;
}

static bool begin_anew(struct journal *journal, uint64_t options)
{
	struct buffer line;
	bool done;

	buffer_init(&line);
	buffer_printf(&line, "{\"copydesk\": \"%s\", \"options\": %llu}\n",
		      cd_version(), (unsigned long long)options);
	done = ftruncate(journal->fd, 0) == 0 && write_all(journal->fd, &line);
	if (!done)
		fail(journal, strerror(errno));
	buffer_release(&line);
	return done;
}

/* Whole lines; what follows the last of them that can be read is cut off. */
static bool read_lines(struct journal *journal, const struct buffer *text,
		       uint64_t options)
{
	size_t at = 0;

	while (at < text->len) {
		const char *line = text->bytes + at;
		const char *end = memchr(line, '\n', text->len - at);
		const size_t len = end ? (size_t)(end - line) : 0;

		if (!end)
			break;
		if (at == 0 && !read_header(journal, line, len, options))
			return false;
		if (at && !read_entry(journal, line, len))
			break;
		at += len + 1;
	}
	if (!at)
		return begin_anew(journal, options);
	if (ftruncate(journal->fd, (off_t)at) == 0)
		return true;
	fail(journal, strerror(errno));
	return false;
}

static bool read_all(int fd, struct buffer *text)
{
	ssize_t got = -1;

	while (buffer_reserve(text, LOOK)) {
		got = read(fd, text->bytes + text->len, LOOK);
		if (got <= 0)
			break;
		text->len += (size_t)got;
	}
	return got == 0;
}

bool journal_open(struct journal *journal, const char *path, uint64_t options)
{
	struct buffer text;
	bool done = false;

	memset(journal, 0, sizeof(*journal));
	buffer_init(&journal->why);
	buffer_init(&text);
	journal->fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	if (journal->fd < 0)
		fail(journal, strerror(errno));
	else if (lockf(journal->fd, F_TLOCK, 0))
		fail(journal, "another run goes on with it");
	else if (!read_all(journal->fd, &text))
		fail(journal, strerror(errno));
	else
		done = read_lines(journal, &text, options);
	journal->noted = !done || journal->count;
	buffer_release(&text);
	return done;
}

void journal_close(struct journal *journal)
{
	for (size_t i = 0; i < journal->count; i++)
		free(journal->entries[i].input.path);
	free(journal->entries);
	journal->entries = NULL;
	journal->count = 0;
	buffer_release(&journal->why);
	if (journal->fd >= 0)
		close(journal->fd);
	journal->fd = -1;
}

const struct journal_step *journal_last(const struct journal *journal)
{
	return journal->count ? &journal->entries[journal->count - 1].step
			      : NULL;
}

static bool hash_part(int fd, off_t at, XXH3_state_t *state)
{
	char part[LOOK];
	const ssize_t got = pread(fd, part, sizeof(part), at);

	return got >= 0 &&
	       XXH3_64bits_update(state, part, (size_t)got) == XXH_OK;
}

static bool fingerprint(const struct file *file, uint64_t *hash)
{
	XXH3_state_t *state = XXH3_createState();
	const off_t size = file->info.st_size;
	bool done =
		state && XXH3_64bits_reset(state) == XXH_OK &&
		hash_part(file->fd, 0, state) &&
		hash_part(file->fd, size > (off_t)LOOK ? size - (off_t)LOOK : 0,
			  state);

	if (done)
		*hash = XXH3_64bits_digest(state);
	XXH3_freeState(state);
	return done;
}

/* As a path stands in the journal. */
static const char *path_text(const char *path, struct buffer *out)
{
	buffer_init(out);
	report_string(out, path);
	return buffer_text(out);
}

static bool same_path(const struct journal_input *input,
		      const struct file *file)
{
	struct buffer one, other;
	const char *a = path_text(input->path, &one);
	const char *b = path_text(file->path, &other);
	const bool same = a && b && !strcmp(a, b);

	buffer_release(&one);
	buffer_release(&other);
	return same;
}

/* Whether a later entry is this file's: it comes too early. */
static bool comes_early(const struct journal *journal, const struct file *file)
{
	for (size_t i = journal->next; i < journal->count; i++) {
		if (same_path(&journal->entries[i].input, file))
			return true;
	}
	return false;
}

static bool is_as_it_was(const struct journal_input *input,
			 const struct file *file)
{
	const struct stat *info = &file->info;
	uint64_t hash;

	return input->size == (uint64_t)info->st_size &&
	       input->seconds == (uint64_t)info->st_mtim.tv_sec &&
	       input->nanoseconds == (uint64_t)info->st_mtim.tv_nsec &&
	       fingerprint(file, &hash) && hash == input->fingerprint;
}

enum journal_found journal_find(struct journal *journal, struct file *file)
{
	const struct journal_entry *entry = &journal->entries[journal->next];

	if (!S_ISREG(file->info.st_mode)) {
		fail(journal, "is no file: --resume could not read it again");
		return JOURNAL_REFUSED;
	}
	if (journal->next == journal->count ||
	    !same_path(&entry->input, file)) {
		if (!comes_early(journal, file))
			return JOURNAL_NEW;
		fail(journal, "comes in another order than in the journal");
		return JOURNAL_REFUSED;
	}
	if (!is_as_it_was(&entry->input, file)) {
		fail(journal, "changed since the journal was written: remove "
			      "that to begin anew");
		return JOURNAL_REFUSED;
	}
	journal->next++;
	if (entry->step.done)
		return JOURNAL_DONE;
	file->resumed = true;
	file->from = entry->step.in;
	file->tally.records = (size_t)entry->step.records;
	file->tally.fields = (size_t)entry->step.fields;
	return JOURNAL_PART;
}

bool journal_may_begin(const struct journal *journal)
{
	return journal->next == journal->count;
}

static void add_number(struct buffer *line, const char *name, uint64_t number)
{
	buffer_printf(line, ", \"%s\": %llu", name, (unsigned long long)number);
}

static void add_step(struct buffer *line, const struct journal_step *step)
{
	add_number(line, "record", step->in.record);
	add_number(line, "in", step->in.in);
	add_number(line, "out", step->out);
	add_number(line, "stripped", step->stripped);
	add_number(line, "tail", step->tail);
	add_number(line, "trouble", step->trouble);
	add_number(line, "changed", step->changed);
	add_number(line, "records", step->records);
	add_number(line, "fields", step->fields);
	buffer_add_text(line, ", \"mark\": \"");
	mark_write(&step->in, line);
	buffer_add_byte(line, '"');
	add_number(line, "done", step->done);
}

bool journal_note(struct journal *journal, const struct file *file,
		  const struct journal_step *step)
{
	struct buffer line;
	uint64_t hash;
	bool done;

	if (!fingerprint(file, &hash)) {
		fail(journal, strerror(errno));
		return false;
	}
	buffer_init(&line);
	buffer_add_text(&line, "{\"file\": ");
	report_string(&line, file->path);
	add_number(&line, "size", (uint64_t)file->info.st_size);
	add_number(&line, "seconds", (uint64_t)file->info.st_mtim.tv_sec);
	add_number(&line, "nanoseconds", (uint64_t)file->info.st_mtim.tv_nsec);
	add_number(&line, "fingerprint", hash);
	add_step(&line, step);
	buffer_add_text(&line, "}\n");
	done = write_all(journal->fd, &line);
	journal->noted = true;
	if (!done)
		fail(journal, line.failed ? "out of memory" : strerror(errno));
	buffer_release(&line);
	return done;
}
