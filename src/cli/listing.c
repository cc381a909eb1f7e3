/* Reading a --stripped listing. */
#include "cli/listing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "support/json.h"

static bool find(const char *line, size_t len, const char *field,
		 struct json_query *query)
{
	query->field = field;
	query->field_len = strlen(field);
	return json_scan(line, len, query);
}

static bool read_number(const char *line, size_t len, const char *field,
			size_t *number)
{
	struct json_query query;

	if (!find(line, len, field, &query) || query.value.kind != JSON_OTHER ||
	    !query.value.len)
		return false;
	*number = 0;
	for (size_t i = 0; i < query.value.len; i++) {
		const char c = line[query.value.at + i];

		if (c < '0' || c > '9' || *number > (SIZE_MAX - 9) / 10)
			return false;
		*number = *number * 10 + (size_t)(c - '0');
	}
	return true;
}

static bool read_string(const char *line, size_t len, const char *field,
			struct buffer *name)
{
	struct json_query query;

	buffer_reset(name);
	if (!find(line, len, field, &query) || query.value.kind != JSON_STRING)
		return false;
	json_unescape(line + query.value.at, query.value.len, name);
	return buffer_text(name) != NULL;
}

static bool add(struct listing *listing, const struct listed *listed)
{
	if (listing->count == listing->cap) {
		const size_t cap = listing->cap ? listing->cap * 2 : 64;
		struct listed *grown =
			realloc(listing->spans, cap * sizeof(*grown));

		if (!grown)
			return false;
		listing->spans = grown;
		listing->cap = cap;
	}
	listing->spans[listing->count++] = *listed;
	return true;
}

static int by_place(const void *left, const void *right)
{
	const struct listed *a = left, *b = right;

	if (a->record != b->record)
		return a->record < b->record ? -1 : 1;
	if (a->span.off != b->span.off)
		return a->span.off < b->span.off ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

/* A line of the listing; false: it is none. */
static bool read_line(struct listing *listing, const char *line, size_t len,
		      bool wanted)
{
	struct listed listed = { .order = listing->count };

	if (!read_number(line, len, "record", &listed.record) ||
	    !read_number(line, len, "start", &listed.span.off) ||
	    !read_number(line, len, "end", &listed.span.end) ||
	    listed.span.end < listed.span.off)
		return false;
	return !wanted || add(listing, &listed);
}

/* The lines that are asked for. */
struct wanted {
	const char *file; /* NULL: of any */
	const char *field;
};

static bool is_wanted(const struct wanted *wanted, const char *line, size_t len)
{
	struct buffer name;
	bool is;

	buffer_init(&name);
	is = !wanted->file || (read_string(line, len, "file", &name) &&
			       !strcmp(name.bytes, wanted->file));
	is = is && (!read_string(line, len, "field", &name) ||
		    !strcmp(name.bytes, wanted->field));
	buffer_release(&name);
	return is;
}

/* Whether all lines name the same file. */
static bool one_file(const struct buffer *text)
{
	struct buffer first, name;
	bool one = true, any = false;

	buffer_init(&first);
	buffer_init(&name);
	for (size_t at = 0, next; at < text->len && one; at = next) {
		const char *end =
			memchr(text->bytes + at, '\n', text->len - at);

		next = end ? (size_t)(end - text->bytes) + 1 : text->len;
		if (!read_string(text->bytes + at, next - at, "file", &name))
			continue;
		if (!any)
			buffer_add(&first, name.bytes, name.len);
		any = true;
		one = first.len == name.len &&
		      !memcmp(first.bytes ? first.bytes : "",
			      name.bytes ? name.bytes : "", name.len);
	}
	buffer_release(&first);
	buffer_release(&name);
	return one;
}

static bool read_lines(struct listing *listing, const struct buffer *text,
		       const char *path, const struct wanted *wanted)
{
	struct buffer name;
	size_t line = 1;
	bool good = true;

	buffer_init(&name);
	for (size_t at = 0, next; at < text->len && good; at = next, line++) {
		const char *end =
			memchr(text->bytes + at, '\n', text->len - at);

		next = end ? (size_t)(end - text->bytes) + 1 : text->len;
		good = read_string(text->bytes + at, next - at, "file",
				   &name) &&
		       read_line(
			       listing, text->bytes + at, next - at,
			       is_wanted(wanted, text->bytes + at, next - at));
		if (!good)
			fprintf(stderr,
				"copydesk: %s:%zu: not a line of --stripped\n",
				path, line);
	}
	buffer_release(&name);
	return good;
}

bool listing_read(struct listing *listing, const char *path, const char *file,
		  const char *field)
{
	struct wanted wanted = { file, field };
	struct buffer text;
	bool done;

	memset(listing, 0, sizeof(*listing));
	buffer_init(&text);
	done = read_whole(path, &text);
	if (done && one_file(&text))
		wanted.file = NULL;
	done = done && read_lines(listing, &text, path, &wanted);
	buffer_release(&text);
	if (done && listing->count)
		qsort(listing->spans, listing->count, sizeof(*listing->spans),
		      by_place);
	return done;
}

void listing_release(struct listing *listing)
{
	free(listing->spans);
}

size_t listing_of(const struct listing *listing, size_t record, size_t *next,
		  struct cd_stripped *spans)
{
	size_t count = 0;

	while (*next < listing->count && listing->spans[*next].record < record)
		++*next;
	while (*next < listing->count && listing->spans[*next].record == record)
		spans[count++] = listing->spans[(*next)++].span;
	return count;
}
