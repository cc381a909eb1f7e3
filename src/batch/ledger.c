/* The files that are done. */
#include "batch/ledger.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "support/clock.h"
#include "writer/report.h"

/* Seconds between two writes: what is done once more at most. */
#define EVERY 0.2

/* A hash of the path and of what changes with the file; not 0. */
static uint64_t key_of(const char *path, const struct stat *info)
{
	const uint64_t state[] = {
		(uint64_t)info->st_size,
		(uint64_t)info->st_mtim.tv_sec,
		(uint64_t)info->st_mtim.tv_nsec,
		(uint64_t)info->st_ino,
	};
	const uint64_t key = XXH3_64bits_withSeed(
		path, strlen(path), XXH3_64bits(state, sizeof(state)));

	return key ? key : 1;
}

/* Where the key is, or would be. */
static size_t place_of(const struct ledger *ledger, uint64_t key)
{
	size_t at = key & (ledger->cap - 1);

	while (ledger->keys[at] && ledger->keys[at] != key)
		at = (at + 1) & (ledger->cap - 1);
	return at;
}

static bool grow(struct ledger *ledger)
{
	struct ledger larger = { .cap = ledger->cap ? 2 * ledger->cap : 1024 };

	larger.keys = calloc(larger.cap, sizeof(*larger.keys));
	if (!larger.keys)
		return false;
	for (size_t i = 0; i < ledger->cap; i++) {
		const uint64_t key = ledger->keys[i];

		if (key)
			larger.keys[place_of(&larger, key)] = key;
	}
	free(ledger->keys);
	ledger->keys = larger.keys;
	ledger->cap = larger.cap;
	return true;
}

static bool add_key(struct ledger *ledger, uint64_t key)
{
	size_t at;

	if (2 * ledger->count >= ledger->cap && !grow(ledger))
		return false;
	at = place_of(ledger, key);
	ledger->count += !ledger->keys[at];
	ledger->keys[at] = key;
	return true;
}

static bool read_line(void *context, const char *line, size_t len)
{
	struct ledger *ledger = context;
	struct buffer text;
	uint64_t key = 0, changed;
	bool good;

	buffer_init(&text);
	good = journal_text(line, len, "done", &text) &&
	       sscanf(text.bytes, "%16" SCNx64, &key) == 1 && key &&
	       journal_number(line, len, "changed", &changed) &&
	       add_key(ledger, key);
	buffer_release(&text);
	if (good)
		ledger->changed += changed;
	return good;
}

bool ledger_open(struct ledger *ledger, const char *path, uint64_t options)
{
	memset(ledger, 0, sizeof(*ledger));
	buffer_init(&ledger->pending);
	ledger->written = clock_seconds();
	return journal_file_open(&ledger->file, path, options, read_line,
				 ledger);
}

void ledger_close(struct ledger *ledger)
{
	journal_file_close(&ledger->file);
	buffer_release(&ledger->pending);
	free(ledger->keys);
	ledger->keys = NULL;
	ledger->count = ledger->cap = 0;
}

bool ledger_has(const struct ledger *ledger, const char *path,
		const struct stat *info)
{
	return ledger->count &&
	       ledger->keys[place_of(ledger, key_of(path, info))];
}

bool ledger_note(struct ledger *ledger, const char *path,
		 const struct stat *info, enum ledger_change change)
{
	struct buffer *line = &ledger->pending;
	const size_t from = line->len;

	buffer_printf(line, "{\"done\": \"%016" PRIx64 "\"",
		      key_of(path, info));
	journal_add(line, "changed", change == LEDGER_CHANGED);
	buffer_add_text(line, ", \"file\": ");
	report_string(line, path);
	journal_end_line(line, from);
	return clock_seconds() - ledger->written < EVERY ||
	       ledger_flush(ledger);
}

bool ledger_flush(struct ledger *ledger)
{
	const bool done = !ledger->pending.len ||
			  journal_file_write(&ledger->file, &ledger->pending);

	ledger->written = clock_seconds();
	buffer_reset(&ledger->pending);
	return done;
}
