/* Unified diffs: matching lines, and writing hunks. */
#include "writer/diff.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define CONTEXT 3

/* The largest rest that is matched exactly: old lines times new lines. */
#define CELLS_MAX ((size_t)1 << 16)

/* Anchors within anchors within ...: beyond this the rest is left unmatched. */
#define DEPTH_MAX 24

#define NONE SIZE_MAX

struct line {
	const char *text;
	size_t len;	/* with its newline */
	uint64_t hash;
};

struct lines {
	struct line *at;	/* owned */
	size_t count;
};

struct matcher {
	struct lines old, fresh;
	size_t *match;		/* owned: for each old line, its new one */
	size_t *slots;		/* owned: hash table of old lines */
	size_t *tails, *before;	/* owned: see longest_run() */
	uint16_t *cells;	/* owned: CELLS_MAX */
};

/* Part of both sides: old lines [a, a_end) and new ones [b, b_end). */
struct region {
	size_t a, a_end, b, b_end;
};

static uint64_t hash_line(const char *text, size_t len)
{
	uint64_t hash = 0xCBF29CE484222325u;	/* FNV-1a */

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)text[i]) * 0x100000001B3u;
	return hash;
}

static bool split(struct lines *lines, const char *text, size_t len)
{
	size_t at = 0;

	lines->count = 0;
	lines->at = malloc((bytes_count_lines(text, len) + 1) *
			   sizeof(*lines->at));
	if (!lines->at)
		return false;
	while (at < len) {
		const char *end = memchr(text + at, '\n', len - at);
		const size_t size = end ? (size_t)(end - text) + 1 - at
					: len - at;

		lines->at[lines->count++] = (struct line){
			text + at, size, hash_line(text + at, size)
		};
		at += size;
	}
	return true;
}

static bool same(const struct matcher *m, size_t a, size_t b)
{
	const struct line *old = &m->old.at[a], *fresh = &m->fresh.at[b];

	return old->hash == fresh->hash && old->len == fresh->len &&
	       !memcmp(old->text, fresh->text, old->len);
}

/* Match what is the same at both ends of a region, and narrow it. */
static void match_ends(struct matcher *m, struct region *r)
{
	while (r->a < r->a_end && r->b < r->b_end && same(m, r->a, r->b))
		m->match[r->a++] = r->b++;
	while (r->a < r->a_end && r->b < r->b_end &&
	       same(m, r->a_end - 1, r->b_end - 1))
		m->match[--r->a_end] = --r->b_end;
}

/* Longest common subsequence, by the table. */
static void match_exactly(struct matcher *m, const struct region *r)
{
	const size_t n = r->a_end - r->a, width = r->b_end - r->b + 1;
	uint16_t *cells = m->cells;
	size_t i, j;

	memset(cells, 0, (n + 1) * width * sizeof(*cells));
	for (i = n; i-- > 0;) {
		for (j = width - 1; j-- > 0;) {
			const uint16_t down = cells[(i + 1) * width + j];
			const uint16_t right = cells[i * width + j + 1];

			cells[i * width + j] =
				same(m, r->a + i, r->b + j)
					? (uint16_t)(cells[(i + 1) * width + j +
							   1] + 1)
					: down > right ? down : right;
		}
	}
	for (i = j = 0; i < n && j < width - 1;) {
		if (same(m, r->a + i, r->b + j)) {
			m->match[r->a + i++] = r->b + j++;
		} else if (cells[(i + 1) * width + j] >=
			   cells[i * width + j + 1]) {
			i++;
		} else {
			j++;
		}
	}
}

/*
 * A line's entry in the region's table: the place in `lines` of the first line
 * like it, and how often it stands on each side.
 */
struct entry {
	size_t a, b;
	unsigned a_count, b_count;
};

static struct entry *find_entry(struct matcher *m, struct entry *table,
				size_t mask, const struct line *line)
{
	for (size_t slot = line->hash & mask;; slot = (slot + 1) & mask) {
		struct entry *entry = &table[slot];
		const struct line *known;

		if (!entry->a_count && !entry->b_count)
			return entry;
		known = entry->a_count ? &m->old.at[entry->a]
				       : &m->fresh.at[entry->b];
		if (known->hash == line->hash && known->len == line->len &&
		    !memcmp(known->text, line->text, line->len))
			return entry;
	}
}

/* For each old line of the region that stands once on both sides, its match. */
static bool find_anchors(struct matcher *m, const struct region *r)
{
	const size_t lines = r->a_end - r->a + r->b_end - r->b;
	size_t size = 16;
	struct entry *table;

	while (size < lines * 2)
		size *= 2;
	table = calloc(size, sizeof(*table));
	if (!table)
		return false;
	for (size_t i = r->a; i < r->a_end; i++) {
		struct entry *e =
			find_entry(m, table, size - 1, &m->old.at[i]);

		e->a = i;
		e->a_count++;
	}
	for (size_t i = r->b; i < r->b_end; i++) {
		struct entry *e =
			find_entry(m, table, size - 1, &m->fresh.at[i]);

		e->b = i;
		e->b_count++;
	}
	for (size_t i = r->a; i < r->a_end; i++) {
		const struct entry *e =
			find_entry(m, table, size - 1, &m->old.at[i]);

		m->slots[i] = e->a_count == 1 && e->b_count == 1 ? e->b : NONE;
	}
	free(table);
	return true;
}

/*
 * Of the anchors keep the longest run that ascends on both sides: patience
 * sorting. tails[k] is the old line that ends the best run of k + 1.
 */
static size_t longest_run(struct matcher *m, const struct region *r)
{
	size_t count = 0;

	for (size_t i = r->a; i < r->a_end; i++) {
		size_t low = 0, high = count;

		if (m->slots[i] == NONE)
			continue;
		while (low < high) {
			const size_t middle = (low + high) / 2;

			if (m->slots[m->tails[middle]] < m->slots[i])
				low = middle + 1;
			else
				high = middle;
		}
		m->before[i] = low ? m->tails[low - 1] : NONE;
		m->tails[low] = i;
		count = low == count ? count + 1 : count;
	}
	if (count) {
		for (size_t i = m->tails[count - 1]; i != NONE;
		     i = m->before[i])
			m->match[i] = m->slots[i];
	}
	return count;
}

static bool match_region(struct matcher *m, struct region r, int depth)
{
	struct region part = { r.a, 0, r.b, 0 };

	match_ends(m, &r);
	if (r.a == r.a_end || r.b == r.b_end || depth == DEPTH_MAX)
		return true;
	if (!find_anchors(m, &r))
		return false;
	if (!longest_run(m, &r)) {
		if ((r.a_end - r.a + 1) * (r.b_end - r.b + 1) <= CELLS_MAX)
			match_exactly(m, &r);
		return true;
	}
	part.a = r.a;
	part.b = r.b;
	for (size_t i = r.a; i <= r.a_end; i++) {
		if (i < r.a_end && m->match[i] == NONE)
			continue;
		part.a_end = i;
		part.b_end = i < r.a_end ? m->match[i] : r.b_end;
		if (part.a < part.a_end && part.b < part.b_end &&
		    !match_region(m, part, depth + 1))
			return false;
		part.a = i + 1;
		part.b = part.b_end + 1;
	}
	return true;
}

static bool matcher_init(struct matcher *m, const struct diff_side *old,
			 const struct diff_side *fresh)
{
	size_t count;

	memset(m, 0, sizeof(*m));
	if (!split(&m->old, old->text, old->len) ||
	    !split(&m->fresh, fresh->text, fresh->len))
		return false;
	count = m->old.count + 1;
	m->match = malloc(count * sizeof(*m->match));
	m->slots = malloc(count * sizeof(*m->slots));
	m->tails = malloc(count * sizeof(*m->tails));
	m->before = malloc(count * sizeof(*m->before));
	m->cells = malloc(CELLS_MAX * sizeof(*m->cells));
	if (!m->match || !m->slots || !m->tails || !m->before || !m->cells)
		return false;
	for (size_t i = 0; i < count; i++)
		m->match[i] = NONE;
	return true;
}

static void matcher_release(struct matcher *m)
{
	free(m->old.at);
	free(m->fresh.at);
	free(m->match);
	free(m->slots);
	free(m->tails);
	free(m->before);
	free(m->cells);
}

static void add_line(struct bytes *out, enum colour colour, char sign,
		     const struct line *line)
{
	const bool whole = line->text[line->len - 1] == '\n';
	const bool shown = colour == COLOUR_ON && sign != ' ';

	if (shown)
		bytes_add_text(out, sign == '-' ? "\033[31m" : "\033[32m");
	bytes_add_byte(out, sign);
	bytes_add(out, line->text, line->len - whole);
	if (shown)
		bytes_add_text(out, "\033[0m");
	bytes_add_byte(out, '\n');
	if (!whole)
		bytes_add_text(out, "\\ No newline at end of file\n");
}

/* "3", "3,7"; an empty range names the line before it. */
static void add_range(struct bytes *out, char sign, size_t line, size_t count)
{
	bytes_printf(out, "%c%zu", sign, count ? line : line - 1);
	if (count != 1)
		bytes_printf(out, ",%zu", count);
}

/* A hunk: the region, whose lines that match are context. */
static void add_hunk(struct bytes *out, enum colour colour,
		     const struct matcher *m, const struct region *r,
		     const size_t *first)
{
	size_t b = r->b;

	bytes_add_text(out, colour == COLOUR_ON ? "\033[36m@@ " : "@@ ");
	add_range(out, '-', first[0] + r->a, r->a_end - r->a);
	bytes_add_byte(out, ' ');
	add_range(out, '+', first[1] + r->b, r->b_end - r->b);
	bytes_add_text(out, colour == COLOUR_ON ? " @@\033[0m\n" : " @@\n");
	for (size_t a = r->a; a < r->a_end; a++) {
		if (m->match[a] == NONE) {
			add_line(out, colour, '-', &m->old.at[a]);
			continue;
		}
		while (b < m->match[a])
			add_line(out, colour, '+', &m->fresh.at[b++]);
		add_line(out, colour, ' ', &m->old.at[a]);
		b++;
	}
	while (b < r->b_end)
		add_line(out, colour, '+', &m->fresh.at[b++]);
}

/* The end of the run of lines from (a, b) on that are the same. */
static size_t same_run(const struct matcher *m, size_t a, size_t b)
{
	while (a < m->old.count && m->match[a] == b) {
		a++;
		b++;
	}
	return a;
}

/* Move over what differs at (a, b), up to the next line that matches. */
static void skip_change(const struct matcher *m, size_t *a, size_t *b)
{
	while (*a < m->old.count && m->match[*a] == NONE)
		++*a;
	*b = *a < m->old.count ? m->match[*a] : m->fresh.count;
}

static void add_hunks(struct bytes *out, enum colour colour,
		      const struct matcher *m, const size_t *first)
{
	size_t a = same_run(m, 0, 0), b = a;

	while (a < m->old.count || b < m->fresh.count) {
		const size_t lead = a < CONTEXT ? a : CONTEXT;
		struct region r = { a - lead, 0, b - lead, 0 };
		size_t end;

		for (;;) {
			skip_change(m, &a, &b);
			end = same_run(m, a, b);
			if (end == m->old.count && b + end - a == m->fresh.count)
				break;
			if (end - a > 2 * CONTEXT)
				break;
			b += end - a;
			a = end;
		}
		r.a_end = end - a > CONTEXT ? a + CONTEXT : end;
		r.b_end = b + r.a_end - a;
		add_hunk(out, colour, m, &r, first);
		b += end - a;
		a = end;
	}
}

bool diff_hunks(struct bytes *out, enum colour colour,
		const struct diff_side *old, const struct diff_side *fresh)
{
	const size_t first[] = { old->line, fresh->line };
	struct matcher m;
	bool done = matcher_init(&m, old, fresh);

	if (done) {
		const struct region all = { 0, m.old.count, 0, m.fresh.count };

		done = match_region(&m, all, 0);
	}
	if (done)
		add_hunks(out, colour, &m, first);
	matcher_release(&m);
	return done;
}

void diff_header(struct bytes *out, enum colour colour, const char *path)
{
	const bool on = colour == COLOUR_ON;

	bytes_printf(out, "%s--- %s%s\n", on ? "\033[1m" : "", path,
		     on ? "\033[0m" : "");
	bytes_printf(out, "%s+++ %s%s\n", on ? "\033[1m" : "", path,
		     on ? "\033[0m" : "");
}
