/* Reading a --stripped listing. */
#include "cli/listing.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/complain.h"
#include "support/json.h"

struct listed {
	const char *file, *field; /* of listing->names; NULL: no field */
	size_t file_at, field_at; /* there, while it grows */
	size_t record, value;
	size_t order; /* of lines with the same place */
	size_t off, end;
};

#define NO_NAME SIZE_MAX

static bool find(struct cd_span line, const char *member,
		 struct json_query *query)
{
	query->field = member;
	query->field_len = strlen(member);
	return json_scan(line.bytes, line.len, query);
}

static bool read_number(struct cd_span line, const char *member, size_t *number)
{
	struct json_query query;

	if (!find(line, member, &query) || query.value.kind != JSON_OTHER ||
	    !query.value.len)
		return false;
	*number = 0;
	for (size_t i = 0; i < query.value.len; i++) {
		const char c = line.bytes[query.value.at + i];

		if (c < '0' || c > '9' || *number > (SIZE_MAX - 9) / 10)
			return false;
		*number = *number * 10 + (size_t)(c - '0');
	}
	return true;
}

/*
 * Read a name to the names; where it is that at `last`, the last line's, it is
 * not kept twice. *name is where it is.
 */
static bool read_name(struct listing *listing, struct cd_span line,
		      const char *member, size_t last, size_t *name)
{
	struct buffer *names = &listing->names;
	struct json_query query;

	if (!find(line, member, &query) || query.value.kind != JSON_STRING)
		return false;
	*name = names->len;
	json_unescape(line.bytes + query.value.at, query.value.len, names);
	buffer_add_byte(names, '\0');
	if (names->failed)
		return false;
	if (last != NO_NAME &&
	    !strcmp(names->bytes + last, names->bytes + *name)) {
		names->len = *name;
		*name = last;
	}
	return true;
}

/* A line of the listing; false: it is none, or memory ran out. */
static bool read_line(struct listing *listing, struct cd_span line)
{
	const struct listed *last =
		listing->count ? &listing->spans[listing->count - 1] : NULL;
	struct listed listed = { .order = listing->count, .value = 1 };

	if (!read_number(line, "record", &listed.record) ||
	    !read_number(line, "start", &listed.off) ||
	    !read_number(line, "end", &listed.end) || listed.end < listed.off ||
	    !read_name(listing, line, "file", last ? last->file_at : NO_NAME,
		       &listed.file_at))
		return false;
	if (!read_name(listing, line, "field", last ? last->field_at : NO_NAME,
		       &listed.field_at))
		listed.field_at = NO_NAME;
	read_number(line, "value", &listed.value);
	if (!array_grow(&listing->spans, &listing->cap, listing->count,
			sizeof(*listing->spans)))
		return false;
	listing->spans[listing->count++] = listed;
	return true;
}

/* No span is so long; what is may be a device that does not end. */
#define LINE_MOST (64 << 20)
#define BLOCK 65536

/* What was read, and is no whole line yet. */
struct lines {
	struct listing *listing;
	struct buffer text;
	size_t number; /* of its first, from 1 */
};

/* Take the whole lines; at the end of the file the last one is. False: one is
 * none. */
static bool take_lines(struct lines *lines, bool ends)
{
	struct buffer *text = &lines->text;
	size_t at = 0;

	while (at < text->len) {
		const char *from = text->bytes + at;
		const char *end = memchr(from, '\n', text->len - at);
		const size_t len =
			end ? (size_t)(end - from) + 1 : text->len - at;

		if (!end && !ends)
			break;
		if (!read_line(lines->listing, (struct cd_span){ from, len }))
			return false;
		at += len;
		lines->number++;
	}
	memmove(text->bytes, text->bytes + at, text->len - at);
	text->len -= at;
	return text->len <= LINE_MOST;
}

/* False: a line is none, as one with a NUL, or reading failed. */
static bool read_lines(struct lines *lines, FILE *file)
{
	struct buffer *text = &lines->text;
	size_t got;

	do {
		if (!buffer_reserve(text, BLOCK))
			return false;
		got = fread(text->bytes + text->len, 1, BLOCK, file);
		text->len += got;
		if (memchr(text->bytes + text->len - got, '\0', got) ||
		    !take_lines(lines, got < BLOCK))
			return false;
	} while (got == BLOCK);
	return true;
}

static int by_number(size_t a, size_t b)
{
	return a < b ? -1 : a > b;
}

static int by_text(const struct listed *a, const char *file, size_t record)
{
	const int order = strcmp(a->file, file);

	return order ? order : by_number(a->record, record);
}

static int by_place(const void *left, const void *right)
{
	const struct listed *a = left, *b = right;
	int order = by_text(a, b->file, b->record);

	if (!order)
		order = by_number(a->off, b->off);
	return order ? order : by_number(a->order, b->order);
}

static void sort(struct listing *listing)
{
	const char *names = listing->names.bytes;

	for (size_t i = 0; i < listing->count; i++) {
		struct listed *at = &listing->spans[i];

		at->file = names + at->file_at;
		at->field =
			at->field_at == NO_NAME ? NULL : names + at->field_at;
	}
	if (listing->count)
		qsort(listing->spans, listing->count, sizeof(*listing->spans),
		      by_place);
}

bool listing_read(struct listing *listing, const char *path)
{
	FILE *file = strcmp(path, "-") != 0 ? fopen(path, "re") : stdin;
	struct lines lines = { .listing = listing, .number = 1 };
	bool done;

	memset(listing, 0, sizeof(*listing));
	if (!file) {
		complain(path, strerror(errno));
		return false;
	}
	buffer_init(&lines.text);
	done = read_lines(&lines, file);
	if (ferror(file)) {
		complain(path, strerror(errno));
		done = false;
	} else if (!done) {
		fprintf(stderr, "copydesk: %s:%zu: not a line of --stripped\n",
			path, lines.number);
	}
	buffer_release(&lines.text);
	if (file != stdin)
		fclose(file);
	if (done)
		sort(listing);
	return done;
}

void listing_release(struct listing *listing)
{
	free(listing->spans);
	buffer_release(&listing->names);
}

/* The first line that is not before the record of the file. */
static size_t first_of(const struct listing *listing, const char *file,
		       size_t record)
{
	size_t from = 0, end = listing->count;

	while (from < end) {
		const size_t middle = from + (end - from) / 2;

		if (by_text(&listing->spans[middle], file, record) < 0)
			from = middle + 1;
		else
			end = middle;
	}
	return from;
}

const char *listing_only(const struct listing *listing)
{
	const struct listed *spans = listing->spans;

	if (!listing->count ||
	    strcmp(spans[0].file, spans[listing->count - 1].file) != 0)
		return NULL;
	return spans[0].file;
}

bool listing_names(const struct listing *listing, const char *file)
{
	const size_t at = first_of(listing, file, 0);

	return at < listing->count && !strcmp(listing->spans[at].file, file);
}

static bool is_about(const struct listed *listed,
		     const struct listing_text *text)
{
	if (!listed->field || !text->field)
		return true;
	return !strcmp(listed->field, text->field) &&
	       listed->value == text->value;
}

size_t listing_of(const struct listing *listing,
		  const struct listing_text *text, struct cd_stripped *spans)
{
	size_t count = 0;

	for (size_t i = first_of(listing, text->file, text->record);
	     i < listing->count &&
	     !by_text(&listing->spans[i], text->file, text->record);
	     i++) {
		const struct listed *listed = &listing->spans[i];

		if (is_about(listed, text))
			spans[count++] = (struct cd_stripped){
				.off = listed->off,
				.end = listed->end,
			};
	}
	return count;
}
