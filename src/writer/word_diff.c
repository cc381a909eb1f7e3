/* Differences within lines. */
#include "writer/word_diff.h"

#include <string.h>

#include "writer/match.h"

#define LINE_END "\xE2\x86\xB5" /* a sign for it */

/* How one side is marked. */
struct side {
	const char *open, *close, *colour;
};

static const struct side gone = { "[-", "-]", "\033[31m" };
static const struct side come = { "{+", "+}", "\033[32m" };

/* One piece of a line; its marks are in it, for what reads line by line. */
static void add_piece(struct buffer *out, enum colour colour,
		      const struct side *side, struct cd_span text)
{
	const bool ends = text.len && text.bytes[text.len - 1] == '\n';

	buffer_add_text(out, colour == COLOUR_ON ? side->colour : "");
	buffer_add_text(out, side->open);
	buffer_add(out, text.bytes, text.len - ends);
	buffer_add_text(out, ends ? LINE_END : "");
	buffer_add_text(out, side->close);
	buffer_add_text(out, colour == COLOUR_ON ? "\033[0m" : "");
	buffer_add_text(out, ends ? "\n" : "");
}

/* The words [from, to), which are on one side only. */
static void add_side(struct buffer *out, enum colour colour,
		     const struct side *side, const struct line *from,
		     const struct line *to)
{
	const char *at = from->text, *end = at;

	for (; from < to; from++)
		end += from->len;
	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		const size_t len = (size_t)((stop ? stop + 1 : end) - at);

		add_piece(out, colour, side, (struct cd_span){ at, len });
		at += len;
	}
}

static void add_words(struct buffer *out, enum colour colour,
		      const struct matcher *m)
{
	const struct line *old = m->old.at, *fresh = m->fresh.at;
	size_t a = 0, b = 0;

	while (a < m->old.count || b < m->fresh.count) {
		const size_t first = a;
		size_t next;

		while (a < m->old.count && m->match[a] == MATCH_NONE)
			a++;
		next = a < m->old.count ? m->match[a] : m->fresh.count;
		if (first < a)
			add_side(out, colour, &gone, old + first, old + a);
		if (b < next)
			add_side(out, colour, &come, fresh + b, fresh + next);
		b = next;
		if (a == m->old.count)
			return;
		buffer_add(out, old[a].text, old[a].len);
		a++;
		b++;
	}
}

bool word_diff(struct buffer *out, enum colour colour, struct cd_span old,
	       struct cd_span fresh)
{
	struct matcher m;
	const bool done = matcher_init(&m, MATCH_WORDS, old, fresh);

	if (done)
		add_words(out, colour, &m);
	matcher_release(&m);
	return done;
}
