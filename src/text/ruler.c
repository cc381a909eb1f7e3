/* Bytes to lines and columns. */
#include "text/ruler.h"

#include <string.h>

#include "base/search.h"
#include "base/utf8.h"

/* A look-up is a binary search and at most STRIDE bytes. */
#define STRIDE 256

/* Line after line of a text; a line ends with \n, \r\n or \r. */
struct line_walk {
	const char *text;
	size_t len;
	size_t at;	/* where the line begins */
	size_t newline; /* after the next \n, or the text's end; 0: unknown */
};

/* To the next line; false when there is none. */
static bool next_line(struct line_walk *walk)
{
	const char *bytes = walk->text, *found;
	size_t end;

	if (walk->at >= walk->newline) {
		found = memchr(bytes + walk->at, '\n', walk->len - walk->at);
		walk->newline = found ? (size_t)(found - bytes) + 1 : walk->len;
	}
	end = walk->newline;
	found = memchr(bytes + walk->at, '\r', end - walk->at);
	if (found)
		end = (size_t)(found - bytes) + 1;
	if (end < walk->len && found && bytes[end] == '\n')
		end++;
	if (end == walk->at || (bytes[end - 1] != '\n' && !found))
		return false;
	walk->at = end;
	return true;
}

static size_t count_lines(const char *text, size_t len)
{
	struct line_walk walk = { .text = text, .len = len };
	size_t count = 1;

	while (next_line(&walk))
		count++;
	return count;
}

bool ruler_init(struct ruler *ruler, const char *text, size_t len,
		struct arena *arena)
{
	struct line_walk walk = { .text = text, .len = len };
	size_t points = 0;

	ruler->text = text;
	ruler->len = len;
	ruler->line_starts =
		arena_alloc(arena, count_lines(text, len) * sizeof(uint32_t));
	ruler->points =
		arena_alloc(arena, (len / STRIDE + 1) * sizeof(uint32_t));
	if (!ruler->line_starts || !ruler->points)
		return false;
	ruler->line_starts[0] = 0;
	ruler->line_count = 1;
	while (next_line(&walk))
		ruler->line_starts[ruler->line_count++] = (uint32_t)walk.at;
	for (size_t i = 0; i <= len / STRIDE; i++) {
		const size_t at = i * STRIDE, left = len - at;

		ruler->points[i] = (uint32_t)points;
		points += utf8_count(text + at, left < STRIDE ? left : STRIDE);
	}
	return true;
}

static size_t points_before(const struct ruler *ruler, size_t off)
{
	const size_t from = off / STRIDE * STRIDE;

	return ruler->points[off / STRIDE] +
	       utf8_count(ruler->text + from, off - from);
}

static bool line_begins(const void *starts, size_t i, size_t off)
{
	return ((const uint32_t *)starts)[i] <= off;
}

struct text_place ruler_place(const struct ruler *ruler, size_t off)
{
	const size_t line = search_last(ruler->line_starts, ruler->line_count,
					off, line_begins);
	struct text_place place;

	place.line = line + 1;
	place.col = points_before(ruler, off) -
		    points_before(ruler, ruler->line_starts[line]) + 1;
	return place;
}
