/* A run that can go on. */
#include "cli/resume.h"

#include <string.h>
#include <unistd.h>

#include <xxhash.h>

#include "cli/table.h"
#include "support/clock.h"

/* Seconds, or bytes, between two steps: what is lost at most. */
#define EVERY 0.2
#define EVERY_BYTES ((uint64_t)1 << 20)

/*
 * Options that change no byte of the output, and those of files that are what
 * they hold, whatever they are called: a pipe has another name each time.
 */
static bool is_neutral(const struct option_row *row)
{
	static const char *const names[] = { "jobs",  "progress",   "quiet",
					     "stats", "resume",	    "config",
					     "model", "boilerplate" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!strcmp(row->name, names[i]))
			return true;
	}
	return false;
}

static void add_held(struct buffer *all, const struct buffer *held)
{
	buffer_add(all, held->bytes, held->len);
	buffer_add_byte(all, '\0');
}

bool resume_hash(const struct options *options, const struct setup *setup,
		 uint64_t *hash)
{
	struct buffer all;
	bool done;

	buffer_init(&all);
	buffer_add_text(&all, cd_desk_version(setup->desk));
	buffer_add_byte(&all, '\0');
	for (size_t i = 0; i < options->given_count; i++) {
		const struct given *given = &options->given[i];

		if (is_neutral(given->row))
			continue;
		buffer_printf(&all, "--%s=%s", given->row->name,
			      given->value ? given->value : "");
		buffer_add_byte(&all, '\0');
	}
	for (size_t i = 0; i < options->path_count; i++) {
		buffer_add_text(&all, options->paths[i]);
		buffer_add_byte(&all, '\0');
	}
	/* the version says which model it is */
	add_held(&all, &options->files->config);
	add_held(&all, &options->files->boilerplate);
	done = !all.failed;
	*hash = done ? XXH3_64bits(all.bytes, all.len) : 0;
	if (!done)
		complain("--resume", "out of memory");
	buffer_release(&all);
	return done;
}

static bool check_options(const struct options *options)
{
	const char *output = options->output;

	if (options->output_dir || (output && strcmp(output, "-") != 0))
		return true;
	complain("--resume", "needs -o FILE or --output-dir");
	return false;
}

bool resume_open(struct resume *resume, const struct options *options,
		 const struct setup *setup)
{
	uint64_t hash;

	memset(resume, 0, sizeof(*resume));
	resume->journal.file.fd = -1;
	resume->name = options->resume;
	if (!options->resume)
		return true;
	if (!check_options(options) || !resume_hash(options, setup, &hash))
		return false;
	resume->on = true;
	resume->folder = options->output_dir != NULL;
	resume->noted = clock_seconds();
	if (journal_open(&resume->journal, options->resume, hash))
		return true;
	complain(options->resume, buffer_text(&resume->journal.file.why)
					  ? resume->journal.file.why.bytes
					  : "out of memory");
	return false;
}

void resume_keep(const struct resume *resume, struct output *output)
{
	output->target.stays &= resume->journal.file.noted;
}

void resume_close(struct resume *resume, enum resume_end end)
{
	if (!resume->on)
		return;
	if (end == RESUME_DONE || !resume->journal.file.noted)
		unlink(resume->name);
	journal_close(&resume->journal);
}

struct journal_step resume_last(const struct resume *resume)
{
	const struct journal_step *last = journal_last(&resume->journal);

	return last ? *last : (struct journal_step){ .out = 0 };
}

bool resume_output(struct output *output, const char *path, uint64_t at,
		   uint64_t tail)
{
	if (!output_resume(output, path, at))
		return false;
	if (!at || output_tail(output) == tail)
		return true;
	output->error = "is not what the journal says was written";
	return false;
}

static bool note(struct resume *resume, const struct resume_state *state)
{
	const struct file *file = state->file;
	const bool closed = resume->folder && state->done;
	struct journal_step step = {
		.in = resume->mark,
		.trouble = state->tally->trouble,
		.changed = state->tally->changed,
		.records = file->tally.records,
		.fields = file->tally.fields,
		.done = state->done,
	};

	resume->noted = clock_seconds();
	resume->bytes = 0;
	if (state->stripped->target.fd >= 0 && !output_flush(state->stripped))
		return true; /* which the caller sees */
	step.stripped = state->stripped->written;
	if (!closed) {
		step.tail = output_tail(state->output);
		step.out = state->output->written;
	}
	if (state->output->error || journal_note(&resume->journal, file, &step))
		return true;
	complain(resume->name, buffer_text(&resume->journal.file.why)
				       ? resume->journal.file.why.bytes
				       : "out of memory");
	return false;
}

bool resume_chunk(struct resume *resume, const struct resume_state *state,
		  const struct chunk *chunk)
{
	if (!resume->on)
		return true;
	resume->mark = chunk->after;
	resume->bytes += chunk->text.len;
	if (resume->bytes < EVERY_BYTES &&
	    clock_seconds() - resume->noted < EVERY)
		return true;
	return note(resume, state);
}

bool resume_file(struct resume *resume, const struct resume_state *state)
{
	return !resume->on || note(resume, state);
}
