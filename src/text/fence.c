/* Fenced blocks of Markdown. */
#include "text/fence.h"

#include <string.h>

#include "base/ascii.h"
#include "text/code.h"

#define LEAST_SIGNS 3

/* A line that begins with a row of backticks. */
struct row {
	size_t from, signs, after, end; /* `after`: the last backtick */
};

static size_t start_of_line(const char *text, size_t at)
{
	while (at && ascii_is_blank((unsigned char)text[at - 1]))
		at--;
	return at;
}

static size_t end_of_line(const struct fence_walk *walk, size_t at)
{
	const char *end = memchr(walk->text + at, '\n', walk->len - at);

	return end ? (size_t)(end - walk->text) : walk->len;
}

/* The next such line from `at` on. */
static bool next_row(const struct fence_walk *walk, size_t at, struct row *row)
{
	while (at < walk->len) {
		const char *found =
			memchr(walk->text + at, '`', walk->len - at);

		if (!found)
			break;
		at = (size_t)(found - walk->text);
		row->from = start_of_line(walk->text, at);
		row->after = at;
		while (row->after < walk->len && walk->text[row->after] == '`')
			row->after++;
		row->signs = row->after - at;
		if (row->signs >= LEAST_SIGNS &&
		    (!row->from || walk->text[row->from - 1] == '\n')) {
			row->end = end_of_line(walk, row->after);
			return true;
		}
		at = row->after;
	}
	return false;
}

/* Nothing but white space is after it. */
static bool closes(const struct fence_walk *walk, const struct row *row)
{
	for (size_t at = row->after; at < row->end; at++)
		if (!ascii_is_space((unsigned char)walk->text[at]))
			return false;
	return true;
}

static bool is_code(const struct fence_walk *walk, const struct row *open,
		    const struct row *close)
{
	return (open->after < open->end &&
		ascii_is_lower((unsigned char)walk->text[open->after])) ||
	       text_holds_code(walk->text, open->end, close->from);
}

bool fence_next(struct fence_walk *walk, struct fence *fence)
{
	struct row open, row;

	if (!next_row(walk, walk->at, &open))
		return false;
	while (next_row(walk, open.end, &row)) {
		if (closes(walk, &row)) {
			*fence = (struct fence){
				.at = open.from,
				.body = open.end,
				.last = row.from,
				.end = row.end,
				.code = is_code(walk, &open, &row),
			};
			walk->at = row.end;
			return true;
		}
		open = row;
	}
	return false;
}
