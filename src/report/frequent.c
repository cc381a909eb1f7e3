/* The most frequent lines. */
#include "report/frequent.h"

#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#define CHAINS ((size_t)2 * FREQUENT_MAX)

bool frequent_init(struct frequent *frequent)
{
	memset(frequent, 0, sizeof(*frequent));
	frequent->lines = calloc(FREQUENT_MAX, sizeof(*frequent->lines));
	frequent->heap = calloc(FREQUENT_MAX, sizeof(*frequent->heap));
	frequent->chains = calloc(CHAINS, sizeof(*frequent->chains));
	return frequent->lines && frequent->heap && frequent->chains;
}

void frequent_release(struct frequent *frequent)
{
	free(frequent->lines);
	free(frequent->heap);
	free(frequent->chains);
}

static bool is_less(const struct frequent *f, size_t a, size_t b)
{
	const struct frequent_line *one = &f->lines[f->heap[a]];
	const struct frequent_line *two = &f->lines[f->heap[b]];

	if (one->count != two->count)
		return one->count < two->count;
	return one->order < two->order;
}

static void swap(struct frequent *f, size_t a, size_t b)
{
	const uint16_t line = f->heap[a];

	f->heap[a] = f->heap[b];
	f->heap[b] = line;
	f->lines[f->heap[a]].place = (uint16_t)a;
	f->lines[f->heap[b]].place = (uint16_t)b;
}

static void sift_down(struct frequent *f, size_t at)
{
	for (;;) {
		size_t least = 2 * at + 1;

		if (least >= f->count)
			return;
		if (least + 1 < f->count && is_less(f, least + 1, least))
			least++;
		if (!is_less(f, least, at))
			return;
		swap(f, at, least);
		at = least;
	}
}

static void sift_up(struct frequent *f, size_t at)
{
	while (at && is_less(f, at, (at - 1) / 2)) {
		swap(f, at, (at - 1) / 2);
		at = (at - 1) / 2;
	}
}

static struct frequent_line *find(struct frequent *f, uint64_t key)
{
	uint16_t at = f->chains[key % CHAINS];

	while (at && f->lines[at - 1].key != key)
		at = f->lines[at - 1].next;
	return at ? &f->lines[at - 1] : NULL;
}

static void link_line(struct frequent *f, struct frequent_line *line)
{
	uint16_t *chain = &f->chains[line->key % CHAINS];

	line->next = *chain;
	*chain = (uint16_t)(line - f->lines + 1);
}

static void unlink_line(struct frequent *f, const struct frequent_line *line)
{
	uint16_t *at = &f->chains[line->key % CHAINS];

	while (&f->lines[*at - 1] != line)
		at = &f->lines[*at - 1].next;
	*at = line->next;
}

/* A line to write in: a new one, or the least frequent. */
static struct frequent_line *take_line(struct frequent *f)
{
	struct frequent_line *line;

	if (f->count == FREQUENT_MAX) {
		line = &f->lines[f->heap[0]];
		unlink_line(f, line);
		line->error = line->count;
		return line;
	}
	line = &f->lines[f->count];
	line->place = (uint16_t)f->count;
	f->heap[f->count] = (uint16_t)f->count;
	f->count++;
	return line;
}

void frequent_add(struct frequent *f, const char *text, size_t len, size_t rule)
{
	struct frequent_line *line;
	uint64_t key;

	len = len < FREQUENT_BYTES ? len : FREQUENT_BYTES;
	key = XXH3_64bits(text, len);
	line = find(f, key);
	if (line) {
		line->count++;
		sift_down(f, line->place);
		return;
	}
	line = take_line(f);
	line->key = key;
	line->count++;
	line->order = f->seen++;
	line->rule = (uint16_t)rule;
	line->len = (uint16_t)len;
	memcpy(line->text, text, len);
	link_line(f, line);
	sift_up(f, line->place);
	sift_down(f, line->place);
}

static int by_count(const void *left, const void *right)
{
	const struct frequent_line *a = left, *b = right;

	if (a->count - a->error != b->count - b->error)
		return a->count - a->error > b->count - b->error ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

const struct frequent_line *frequent_sorted(struct frequent *f, size_t *count)
{
	*count = f->count;
	if (f->count)
		qsort(f->lines, f->count, sizeof(*f->lines), by_count);
	return f->lines;
}
