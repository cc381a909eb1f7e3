/* Front matter. */
#include "text/front_matter.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"

/* Bytes [at, end) of a text, without the line's end; `next` is after it. */
struct line {
	const char *bytes;
	size_t len, next;
};

static bool read_line(struct line *line, const char *text, size_t len)
{
	const char *start = text + line->next;
	const char *end = memchr(start, '\n', len - line->next);

	if (!end)
		return false;
	line->bytes = start;
	line->len = (size_t)(end - start);
	line->next += line->len + 1;
	if (line->len && start[line->len - 1] == '\r')
		line->len--;
	return true;
}

static bool is_fence(const struct line *line, char mark)
{
	return line->len == 3 && line->bytes[0] == mark &&
	       line->bytes[1] == mark && line->bytes[2] == mark;
}

/* "title: The pier" in YAML, "title = ..." in TOML. */
static bool is_field(const struct line *line, char sign)
{
	size_t at = 0;

	while (at < line->len &&
	       (ascii_is_alnum((unsigned char)line->bytes[at]) ||
		line->bytes[at] == '_' || line->bytes[at] == '-'))
		at++;
	if (!at)
		return false;
	while (sign == '=' && at < line->len && line->bytes[at] == ' ')
		at++;
	return at < line->len && line->bytes[at] == sign &&
	       (at + 1 == line->len || line->bytes[at + 1] == ' ');
}

/* What goes on with a field: a value below its name, an item, a comment. */
static bool goes_on(const struct line *line)
{
	return !line->len || strchr(" \t-#[]{}", line->bytes[0]);
}

size_t front_matter_length(const char *text, size_t len)
{
	const char mark = len ? text[0] : '\0';
	const char sign = mark == '+' ? '=' : ':';
	struct line line = { 0 };
	size_t fields = 0, others = 0;

	if ((mark != '-' && mark != '+') || !read_line(&line, text, len) ||
	    !is_fence(&line, mark))
		return 0;
	while (read_line(&line, text, len)) {
		if (is_fence(&line, mark))
			return fields > others ? line.next : 0;
		if (is_field(&line, sign))
			fields++;
		else if (!goes_on(&line))
			others++; /* of a long value, or no front matter */
	}
	return 0;
}
