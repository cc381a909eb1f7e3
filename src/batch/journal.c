/* Reading and writing the journal. */
#include "batch/journal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xxhash.h>

#include "reader/mark.h"
#include "writer/report.h"

/* As much of an input's start and end is looked at. */
#define LOOK ((size_t)65536)

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
	good = journal_text(line, len, "mark", &mark) &&
	       mark_read(mark.bytes, &step->in) &&
	       journal_number(line, len, "done", &done);
	for (size_t i = 0; good && i < sizeof(numbers) / sizeof(numbers[0]);
	     i++)
		good = journal_number(line, len, numbers[i].name,
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
static bool read_entry(void *context, const char *line, size_t len)
{
	struct journal *journal = context;
	struct journal_entry entry = { 0 };
	struct journal_input *input = &entry.input;
	struct buffer path;

	buffer_init(&path);
	if (!journal_text(line, len, "file", &path) ||
	    !journal_number(line, len, "size", &input->size) ||
	    !journal_number(line, len, "seconds", &input->seconds) ||
	    !journal_number(line, len, "nanoseconds", &input->nanoseconds) ||
	    !journal_number(line, len, "fingerprint", &input->fingerprint) ||
	    !read_step(line, len, &entry.step)) {
		buffer_release(&path);
		return false;
	}
	input->path = path.bytes;
	return add_entry(journal, &entry);
}

bool journal_open(struct journal *journal, const char *path, uint64_t options)
{
	memset(journal, 0, sizeof(*journal));
	return journal_file_open(&journal->file, path, options, read_entry,
				 journal);
}

void journal_close(struct journal *journal)
{
	for (size_t i = 0; i < journal->count; i++)
		free(journal->entries[i].input.path);
	free(journal->entries);
	journal->entries = NULL;
	journal->count = 0;
	journal_file_close(&journal->file);
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

/* With how it is read: another .copydesk would make another text of the rest.
 */
static bool fingerprint(const struct file *file, uint64_t *hash)
{
	XXH3_state_t *state = XXH3_createState();
	const off_t size = file->info.st_size;
	bool done =
		state &&
		XXH3_64bits_reset_withSeed(state, file->plan->config) ==
			XXH_OK &&
		hash_part(file->fd, 0, state) &&
		hash_part(file->fd, size > (off_t)LOOK ? size - (off_t)LOOK : 0,
			  state);

	if (done)
		*hash = XXH3_64bits_digest(state);
	XXH3_freeState(state);
	return done;
}

/* As a path is in the journal. */
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
		journal_file_fail(
			&journal->file,
			"is no file: --resume could not read it again");
		return JOURNAL_REFUSED;
	}
	if (journal->next == journal->count ||
	    !same_path(&entry->input, file)) {
		if (!comes_early(journal, file))
			return JOURNAL_NEW;
		journal_file_fail(&journal->file,
				  "comes in another order than in the journal");
		return JOURNAL_REFUSED;
	}
	if (!is_as_it_was(&entry->input, file)) {
		journal_file_fail(
			&journal->file,
			"changed since the journal was written, or its "
			".copydesk: remove the journal to begin anew");
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

static void add_step(struct buffer *line, const struct journal_step *step)
{
	journal_add(line, "record", step->in.record);
	journal_add(line, "in", step->in.in);
	journal_add(line, "out", step->out);
	journal_add(line, "stripped", step->stripped);
	journal_add(line, "tail", step->tail);
	journal_add(line, "trouble", step->trouble);
	journal_add(line, "changed", step->changed);
	journal_add(line, "records", step->records);
	journal_add(line, "fields", step->fields);
	buffer_add_text(line, ", \"mark\": \"");
	mark_write(&step->in, line);
	buffer_add_byte(line, '"');
	journal_add(line, "done", step->done);
}

bool journal_note(struct journal *journal, const struct file *file,
		  const struct journal_step *step)
{
	struct buffer line;
	uint64_t hash;
	bool done;

	if (!fingerprint(file, &hash)) {
		journal_file_fail(&journal->file, strerror(errno));
		return false;
	}
	buffer_init(&line);
	buffer_add_text(&line, "{\"file\": ");
	report_string(&line, file->path);
	journal_add(&line, "size", (uint64_t)file->info.st_size);
	journal_add(&line, "seconds", (uint64_t)file->info.st_mtim.tv_sec);
	journal_add(&line, "nanoseconds", (uint64_t)file->info.st_mtim.tv_nsec);
	journal_add(&line, "fingerprint", hash);
	add_step(&line, step);
	journal_end_line(&line, 0);
	done = journal_file_write(&journal->file, &line);
	buffer_release(&line);
	return done;
}
