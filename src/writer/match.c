/* Matching lines: anchors, ends, and small rests exactly. */
#include "writer/match.h"

#include <stdlib.h>
#include <string.h>

/* The largest rest that is matched exactly: old lines times new lines. */
#define CELLS_MAX ((size_t)1 << 16)

/* Anchors within anchors within ...: beyond this the rest is left unmatched. */
#define DEPTH_MAX 24

/* Part of both sides: old lines [a, a_end) and new ones [b, b_end). */
struct region {
	size_t a, a_end, b, b_end;
};

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
							   1] +
						     1)
				: down > right ? down
					       : right;
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
 * like it, and how often it is on each side.
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

/* For each old line of the region that is once on both sides, its match. */
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
		struct entry *e = find_entry(m, table, size - 1, &m->old.at[i]);

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

		m->slots[i] =
			e->a_count == 1 && e->b_count == 1 ? e->b : MATCH_NONE;
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

		if (m->slots[i] == MATCH_NONE)
			continue;
		while (low < high) {
			const size_t middle = (low + high) / 2;

			if (m->slots[m->tails[middle]] < m->slots[i])
				low = middle + 1;
			else
				high = middle;
		}
		m->before[i] = low ? m->tails[low - 1] : MATCH_NONE;
		m->tails[low] = i;
		count = low == count ? count + 1 : count;
	}
	if (count) {
		for (size_t i = m->tails[count - 1]; i != MATCH_NONE;
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
		if (i < r.a_end && m->match[i] == MATCH_NONE)
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

static bool make_tables(struct matcher *m)
{
	const size_t count = m->old.count + 1;

	m->match = malloc(count * sizeof(*m->match));
	m->slots = malloc(count * sizeof(*m->slots));
	m->tails = malloc(count * sizeof(*m->tails));
	m->before = malloc(count * sizeof(*m->before));
	m->cells = malloc(CELLS_MAX * sizeof(*m->cells));
	if (!m->match || !m->slots || !m->tails || !m->before || !m->cells)
		return false;
	for (size_t i = 0; i < count; i++)
		m->match[i] = MATCH_NONE;
	return true;
}

bool matcher_init(struct matcher *m, enum match_unit unit, struct cd_span old,
		  struct cd_span fresh)
{
	struct region all = { 0, 0, 0, 0 };

	memset(m, 0, sizeof(*m));
	if (!units_split(&m->old, unit, old) ||
	    !units_split(&m->fresh, unit, fresh) || !make_tables(m))
		return false;
	all.a_end = m->old.count;
	all.b_end = m->fresh.count;
	return match_region(m, all, 0);
}

void matcher_release(struct matcher *m)
{
	free(m->old.at);
	free(m->fresh.at);
	free(m->match);
	free(m->slots);
	free(m->tails);
	free(m->before);
	free(m->cells);
}
