/* Unified diffs: writing hunks. */
#include "writer/diff.h"

#include <string.h>

#include "support/quote.h"
#include "writer/match.h"
#include "writer/patch_name.h"
#include "writer/word_diff.h"

#define CONTEXT 3

/* Old lines [a, a_end) and new ones [b, b_end). */
struct hunk {
	size_t a, a_end, b, b_end;
};

static void add_line(struct buffer *out, enum colour colour, char sign,
		     const struct line *line)
{
	const bool whole = line->text[line->len - 1] == '\n';
	const bool shown = colour == COLOUR_ON && sign != ' ';

	if (shown)
		buffer_add_text(out, sign == '-' ? "\033[31m" : "\033[32m");
	buffer_add_byte(out, sign);
	buffer_add(out, line->text, line->len - whole);
	if (shown)
		buffer_add_text(out, "\033[0m");
	buffer_add_byte(out, '\n');
	if (!whole)
		buffer_add_text(out, "\\ No newline at end of file\n");
}

/* "3", "3,7"; an empty range names the line before it. */
static void add_range(struct buffer *out, char sign, size_t line, size_t count)
{
	buffer_printf(out, "%c%zu", sign, count ? line : line - 1);
	if (count != 1)
		buffer_printf(out, ",%zu", count);
}

/* A hunk's head; `first`: the numbers of the sides' first lines. */
static void add_head(struct buffer *out, enum colour colour,
		     const struct hunk *r, const size_t *first)
{
	buffer_add_text(out, colour == COLOUR_ON ? "\033[36m@@ " : "@@ ");
	add_range(out, '-', first[0] + r->a, r->a_end - r->a);
	buffer_add_byte(out, ' ');
	add_range(out, '+', first[1] + r->b, r->b_end - r->b);
	buffer_add_text(out, colour == COLOUR_ON ? " @@\033[0m\n" : " @@\n");
}

/* The lines [from, to) as one text. */
static struct cd_span lines_text(const struct lines *lines, size_t from,
				 size_t to)
{
	struct cd_span text = { "", 0 };

	if (from < to)
		text.bytes = lines->at[from].text;
	for (; from < to; from++)
		text.len += lines->at[from].len;
	return text;
}

/* A hunk's lines, those that differ compared by their words. */
static bool add_words(struct buffer *out, enum colour colour,
		      const struct matcher *m, const struct hunk *r)
{
	size_t a = r->a, b = r->b;

	while (a < r->a_end || b < r->b_end) {
		const size_t old = a, fresh = b;

		while (a < r->a_end && m->match[a] == MATCH_NONE)
			a++;
		b = a < r->a_end ? m->match[a] : r->b_end;
		if (!word_diff(out, colour, lines_text(&m->old, old, a),
			       lines_text(&m->fresh, fresh, b)))
			return false;
		if (a < r->a_end) {
			buffer_add(out, m->old.at[a].text, m->old.at[a].len);
			a++;
			b++;
		}
	}
	if (out->len && out->bytes[out->len - 1] != '\n')
		buffer_add_byte(out, '\n');
	return true;
}

/* A hunk's lines; those that match are context. */
static void add_lines(struct buffer *out, enum colour colour,
		      const struct matcher *m, const struct hunk *r)
{
	size_t b = r->b;

	for (size_t a = r->a; a < r->a_end; a++) {
		if (m->match[a] == MATCH_NONE) {
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
	while (*a < m->old.count && m->match[*a] == MATCH_NONE)
		++*a;
	*b = *a < m->old.count ? m->match[*a] : m->fresh.count;
}

static bool add_hunk(struct buffer *out, const struct diff_style *style,
		     const struct matcher *m, const struct hunk *r)
{
	if (style->unit == MATCH_WORDS)
		return add_words(out, style->colour, m, r);
	add_lines(out, style->colour, m, r);
	return true;
}

static bool add_hunks(struct buffer *out, const struct diff_style *style,
		      const struct matcher *m, const size_t *first)
{
	size_t a = same_run(m, 0, 0), b = a;

	while (a < m->old.count || b < m->fresh.count) {
		const size_t lead = a < CONTEXT ? a : CONTEXT;
		struct hunk r = { a - lead, 0, b - lead, 0 };
		size_t end;

		for (;;) {
			skip_change(m, &a, &b);
			end = same_run(m, a, b);
			if (end == m->old.count &&
			    b + end - a == m->fresh.count)
				break;
			if (end - a > 2 * CONTEXT)
				break;
			b += end - a;
			a = end;
		}
		r.a_end = end - a > CONTEXT ? a + CONTEXT : end;
		r.b_end = b + r.a_end - a;
		add_head(out, style->colour, &r, first);
		if (!add_hunk(out, style, m, &r))
			return false;
		b += end - a;
		a = end;
	}
	return true;
}

bool diff_hunks(struct buffer *out, const struct diff_style *style,
		const struct diff_side *old, const struct diff_side *fresh)
{
	const size_t first[] = { old->line, fresh->line }, len = out->len;
	struct matcher m;
	const bool done =
		matcher_init(&m, MATCH_LINES,
			     (struct cd_span){ old->text, old->len },
			     (struct cd_span){ fresh->text, fresh->len }) &&
		add_hunks(out, style, &m, first);

	if (!done)
		out->len = len;
	matcher_release(&m);
	return done;
}

/* As git and patch want it: below a/ or b/, quoted, a tab after a space. */
static size_t add_name(struct buffer *out, const char *side, const char *path)
{
	struct buffer name;
	size_t ups;

	buffer_init(&name);
	buffer_add_text(&name, side);
	buffer_add_byte(&name, '/');
	ups = patch_name(&name, path);
	if (buffer_text(&name))
		quote_name(out, name.bytes);
	else
		out->failed = true;
	if (name.bytes && strchr(name.bytes, ' '))
		buffer_add_byte(out, '\t');
	buffer_release(&name);
	return ups;
}

size_t diff_header(struct buffer *out, enum colour colour, const char *path)
{
	const bool on = colour == COLOUR_ON;
	size_t ups;

	buffer_printf(out, "%s--- ", on ? "\033[1m" : "");
	add_name(out, "a", path);
	buffer_printf(out, "%s\n%s+++ ", on ? "\033[0m" : "",
		      on ? "\033[1m" : "");
	ups = add_name(out, "b", path);
	buffer_printf(out, "%s\n", on ? "\033[0m" : "");
	return ups;
}
