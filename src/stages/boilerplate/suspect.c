/* Suspect lines. */
#include "stages/boilerplate/suspect.h"

#include "base/byte_set.h"
#include "stages/boilerplate/line_end.h"
#include "stages/boilerplate/prefilter.h"
#include "stages/boilerplate/sentences.h"

#define LAST_BYTES 260 /* of a last sentence that is looked at alone */

/* What a sentence ends with: . ? !, and what may be after that: ) ]. */
static const struct byte_set stops = {
	.rows = { { [0x1] = 1 << 2, [0xE] = 1 << 2, [0xF] = 1 << 3 } },
};
static const struct byte_set stops_or_brackets = {
	.rows = { { [0x1] = 1 << 2,
		    [0x9] = 1 << 2,
		    [0xD] = 1 << 5,
		    [0xE] = 1 << 2,
		    [0xF] = 1 << 3 } },
};

/* The start of the next sentence, or of what may be one; at most `end`. */
static size_t next_sentence(const struct byte_set *ends, const char *text,
			    size_t at, size_t end)
{
	for (; (at = byte_set_find(ends, text, at, end)) + 1 < end; at++)
		if (text[at + 1] == ' ')
			return at + 2;
	return end;
}

/* The start of a line's last sentence; its own start: there is no other. */
static size_t last_sentence(const char *text, const struct line *line)
{
	const size_t most = line->end - line->at > LAST_BYTES
				    ? line->end - LAST_BYTES
				    : line->at;
	size_t start = line->at;

	for (size_t next = most;;) {
		next = next_sentence(&stops, text, next, line->end);
		if (next == line->end)
			return start;
		start = next;
	}
}

static struct stretch stretch_of(const struct article *article, size_t at,
				 size_t end)
{
	return (struct stretch){ article->pass->text, article->pass->len, at,
				 end };
}

bool suspect_part(const struct article *article, size_t at, size_t end,
		  unsigned edges)
{
	const struct stretch part = stretch_of(article, at, end);

	return prefilter_passes(article->rules, &part, edges, NULL);
}

bool suspect_end(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;
	const size_t at =
		line->edges & EDGE_TAIL ? last_sentence(text, line) : line->at;

	return at > line->at &&
	       suspect_part(article, at, line->end, line->edges);
}

bool suspect_words(const struct article *article, struct line *line)
{
	const struct stretch all = stretch_of(article, line->at, line->end);
	unsigned others;
	const bool passes =
		prefilter_passes(article->rules, &all, line->edges, &others);

	line->others = (uint8_t)others;
	return passes;
}

#define EDGE_PIECES 8	/* of which the first three sentences are some */
#define EDGE_BYTES 1500 /* in which the last four are */

/*
 * The same for a line that is judged by its sentences: a rule may find one of
 * them by its first words. The line's edges are those of its first and last.
 */
static bool has_literal_inside(const struct article *article,
			       const struct line *line)
{
	const unsigned tail = EDGE_TAIL | EDGE_END;
	size_t at = line->at;

	for (size_t count = 0; at < line->end; count++) {
		const size_t next = next_sentence(
			&stops_or_brackets, article->pass->text, at, line->end);
		unsigned edges = line->edges;

		if (count >= EDGE_PIECES)
			edges &= ~(unsigned)EDGE_HEAD;
		if (line->end - at > EDGE_BYTES)
			edges &= ~tail;
		if (suspect_part(article, at, next, edges))
			return true;
		at = next;
	}
	return false;
}

bool suspect_line(const struct article *article, struct line *line)
{
	return article->rules->regex_count ||
	       !line_ends_sentence(article->pass->text, line->at, line->end) ||
	       line_ends_open(article->pass->text, line->at, line->end) ||
	       (line_is_read_inside(article, line)
			? has_literal_inside(article, line)
			: suspect_words(article, line));
}
