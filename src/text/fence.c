/* Fenced blocks of Markdown. */
#include "text/fence.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "text/code.h"

#define LEAST_SIGNS 3

/* A line that begins with a row of backticks. */
struct row {
	size_t from, signs, after, end; /* `after`: the last backtick */
};

static size_t before_blanks(const char *text, size_t at)
{
	while (at && ascii_is_blank((unsigned char)text[at - 1]))
		at--;
	return at;
}

/* The row whose first backtick is at `at`. */
static bool read_row(const struct fence_walk *walk, size_t at, struct row *row)
{
	row->from = before_blanks(walk->text, at);
	row->after = at;
	while (row->after < walk->len && walk->text[row->after] == '`')
		row->after++;
	row->signs = row->after - at;
	if (row->signs < LEAST_SIGNS ||
	    (row->from && walk->text[row->from - 1] != '\n'))
		return false;
	row->end = bytes_line_end(walk->text, walk->len, row->after);
	return true;
}

/* The next such line from `at` on. */
static bool next_row(const struct fence_walk *walk, size_t at, struct row *row)
{
	while (at < walk->len) {
		const char *found =
			memchr(walk->text + at, '`', walk->len - at);

		if (!found)
			break;
		if (read_row(walk, (size_t)(found - walk->text), row))
			return true;
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

/* "```c", "``` ruby", "```C++", "```{r}": one word, or one in small letters. */
static bool names_language(const struct fence_walk *walk, const struct row *row)
{
	size_t at = row->after;
	bool small;

	while (at < row->end && ascii_is_blank((unsigned char)walk->text[at]))
		at++;
	if (at == row->end || walk->text[at] == '\r')
		return false;
	small = ascii_is_lower((unsigned char)walk->text[at]);
	while (at < row->end && !ascii_is_space((unsigned char)walk->text[at]))
		at++;
	return (small && walk->text[row->after] != ' ') || at == row->end ||
	       walk->text[at] == '\r';
}

/* "$ ruby pier.rb": what it prints may be words. */
static bool has_prompt(const struct fence_walk *walk, const struct row *row)
{
	const char *next = walk->text + row->end + 1;

	return walk->len - row->end > 3 && next[0] == '$' && next[1] == ' ' &&
	       ascii_is_lower((unsigned char)next[2]);
}

static bool is_code(const struct fence_walk *walk, const struct row *open,
		    const struct row *close)
{
	return names_language(walk, open) || has_prompt(walk, open) ||
	       text_holds_code(walk->text, open->end, close->from);
}

static struct fence block_between(const struct fence_walk *walk,
				  const struct row *open,
				  const struct row *close)
{
	return (struct fence){
		.at = open->from,
		.body = open->end,
		.last = close->from,
		.end = close->end,
		.code = is_code(walk, open, close),
	};
}

bool fence_next(struct fence_walk *walk, struct fence *fence)
{
	struct row open, row;

	if (!next_row(walk, walk->at, &open))
		return false;
	for (; next_row(walk, open.end, &row); open = row) {
		if (!closes(walk, &row))
			continue;
		*fence = block_between(walk, &open, &row);
		walk->at = row.end;
		return true;
	}
	return false;
}

size_t fence_row(const char *text, size_t len, size_t at)
{
	const struct fence_walk walk = { .text = text, .len = len };
	struct row row;

	return read_row(&walk, at, &row) ? row.signs : 0;
}

bool fence_at(const char *text, size_t len, size_t at, struct fence *fence)
{
	const struct fence_walk walk = { .text = text, .len = len };
	struct row open, row;

	if (!read_row(&walk, at, &open) || !next_row(&walk, open.end, &row) ||
	    !closes(&walk, &row))
		return false;
	*fence = block_between(&walk, &open, &row);
	return true;
}
