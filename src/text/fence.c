/* Fenced blocks of Markdown. */
#include "text/fence.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/skip.h"
#include "text/code.h"

#define LEAST_SIGNS 3

/* What a row begins with. */
static const char signs[] = "`~{";

/* A line that begins with a row of backticks or tildes, or is such a tag. */
struct row {
	size_t from, signs, after, end; /* `after`: the last sign */
	char sign;
	bool tag_closes; /* "{% endhighlight %}" */
};

/* The tag at `at`: before its language, or before its end. */
static bool read_tag(const struct fence_walk *walk, size_t at, struct row *row)
{
	static const char open[] = "{% highlight ", close[] = "{% endhighlight";

	row->tag_closes = bytes_begin(walk->text, walk->len, at, close);
	row->after = at + 1;
	if (!row->tag_closes && !bytes_begin(walk->text, walk->len, at, open))
		return false;
	row->after = at + (row->tag_closes ? sizeof(close) : sizeof(open)) - 1;
	return true;
}

static bool read_signs(const struct fence_walk *walk, size_t at,
		       struct row *row)
{
	row->after = at;
	while (row->after < walk->len && walk->text[row->after] == row->sign)
		row->after++;
	row->signs = row->after - at;
	return row->signs >= LEAST_SIGNS;
}

/* The row whose first sign is at `at`. */
static bool read_row(const struct fence_walk *walk, size_t at, struct row *row)
{
	row->from = skip_blanks_back(walk->text, 0, at);
	row->sign = walk->text[at];
	row->tag_closes = false;
	if (!(row->sign == '{' ? read_tag : read_signs)(walk, at, row) ||
	    (row->from && walk->text[row->from - 1] != '\n'))
		return false;
	row->end = bytes_line_end(walk->text, walk->len, row->after);
	return true;
}

/* The next place of a sign from `at` on; each is looked for once. */
static size_t next_sign(struct fence_walk *walk, size_t at)
{
	size_t next = walk->len;

	for (size_t i = 0; i < sizeof(signs) - 1; i++) {
		if (walk->found[i] <= at)
			walk->found[i] = bytes_find(walk->text, walk->len, at,
						    signs[i]) +
					 1;
		if (walk->found[i] - 1 < next)
			next = walk->found[i] - 1;
	}
	return next;
}

/* The next such line from `at` on. */
static bool next_row(struct fence_walk *walk, size_t at, struct row *row)
{
	while ((at = next_sign(walk, at)) < walk->len) {
		if (read_row(walk, at, row))
			return true;
		at = row->after;
	}
	return false;
}

/* The next row of backticks. */
static bool next_ticks(const struct fence_walk *walk, size_t at,
		       struct row *row)
{
	while ((at = bytes_find(walk->text, walk->len, at, '`')) < walk->len) {
		if (read_row(walk, at, row))
			return true;
		at = row->after;
	}
	return false;
}

/* Nothing but white space is after it. */
static bool closes(const struct fence_walk *walk, const struct row *open,
		   const struct row *row)
{
	if (row->sign != open->sign || open->tag_closes)
		return false;
	if (row->sign == '{')
		return row->tag_closes;
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

	at = skip_blanks(walk->text, row->end, at);
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
	return open->sign == '{' || names_language(walk, open) ||
	       has_prompt(walk, open) ||
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
		if (!closes(walk, &open, &row))
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

	if (!read_row(&walk, at, &open) || !next_ticks(&walk, open.end, &row) ||
	    !closes(&walk, &open, &row))
		return false;
	*fence = block_between(&walk, &open, &row);
	return true;
}
