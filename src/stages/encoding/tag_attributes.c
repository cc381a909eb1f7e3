/* Reading the attributes of a tag. */
#include "stages/encoding/tag_attributes.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/encoding/space.h"
#include "stages/encoding/tag_names.h"
#include "text/marks.h"

/* Attributes that have no value. */
static const char *const bare_attributes[] = {
	"allowfullscreen", "async",	"autoplay", "checked",
	"compact",	   "controls",	"defer",    "disabled",
	"hidden",	   "itemscope", "loop",	    "muted",
	"nohref",	   "noshade",	"nowrap",   "reversed",
	"selected",
};

static bool skip_space(struct tag_reader *reader)
{
	const size_t start = reader->at;

	do
		reader->at = after_space(reader->text, reader->end, reader->at);
	while (tag_take(reader, '\\'));
	return reader->at > start;
}

static bool is_bare_attribute(const char *text, size_t len)
{
	const size_t count = sizeof(bare_attributes) / sizeof(*bare_attributes);

	for (size_t i = 0; i < count; i++)
		if (!tag_compare(text, len, bare_attributes[i]))
			return true;
	return false;
}

/*
 * A value in marks of some language, which some system has put for straight
 * ones: both of them or none.
 */
static bool is_paired(const char *value, size_t len)
{
	size_t inside = 0;
	const uint32_t first = utf8_next(value, &inside);

	return first < 0x80 || !mark_is(first, MARK_QUOTATION) ||
	       (inside < len &&
		mark_is(utf8_before(value, len), MARK_QUOTATION));
}

static bool read_bare_value(struct tag_reader *reader)
{
	const size_t start = reader->at;

	while (tag_peek(reader) && !ascii_is_space(tag_peek(reader)) &&
	       tag_peek(reader) != '>' && tag_peek(reader) != '<')
		reader->at++;
	return reader->at > start &&
	       is_paired(reader->text + start, reader->at - start);
}

/* <a href="https://...>: the mark that opens has no partner in the tag. */
static bool read_open_value(struct tag_reader *reader)
{
	const size_t start = reader->at;

	if (read_bare_value(reader) && tag_peek(reader) == '>' &&
	    reader->at > start + 1)
		return true;
	reader->at = start;
	return false;
}

static bool read_value(struct tag_reader *reader)
{
	const unsigned quote = tag_peek(reader);
	const char *from, *close;

	if (quote != '"' && quote != '\'')
		return read_bare_value(reader);
	from = reader->text + reader->at + 1;
	close = memchr(from, (int)quote,
		       reader->end - (size_t)(from - reader->text));
	if ((!close || memchr(from, '<', (size_t)(close - from))) &&
	    read_open_value(reader))
		return true;
	if (!close)
		return false;
	reader->at = (size_t)(close - reader->text) + 1;
	return true;
}

static bool is_attribute_byte(unsigned c)
{
	return ascii_is_alnum(c) || c == '-' || c == ':' || c == '_';
}

/* name=value, or one of the names that have no value. */
static bool read_attribute(struct tag_reader *reader)
{
	const size_t start = reader->at;
	size_t len;

	while (is_attribute_byte(tag_peek(reader)))
		reader->at++;
	len = reader->at - start;
	if (!len)
		return false;
	skip_space(reader);
	if (tag_take(reader, '=')) {
		skip_space(reader);
		return read_value(reader);
	}
	return is_bare_attribute(reader->text + start, len);
}

/* class="x"id="y": browsers need no space after a mark that closes. */
static bool is_after_mark(const struct tag_reader *reader)
{
	const char last = reader->text[reader->at - 1];

	return last == '"' || last == '\'';
}

#define BROKEN_MOST 500 /* bytes */

/*
 * alt="The "old" pier": the marks in the value are not escaped, and browsers
 * read attributes up to the tag's end. A word of what follows the first that
 * was glued to a mark.
 */
static bool read_broken(struct tag_reader *reader, size_t first)
{
	const size_t start = reader->at;

	while (tag_peek(reader) && !ascii_is_space(tag_peek(reader)) &&
	       tag_peek(reader) != '>' && tag_peek(reader) != '<')
		reader->at++;
	return reader->at > start && reader->at - first < BROKEN_MOST;
}

bool tag_read_attributes(struct tag_reader *reader)
{
	size_t broken = 0;

	for (;;) {
		const bool glued = !skip_space(reader);
		const size_t start = reader->at;

		if (tag_take(reader, '>'))
			return !broken || memchr(reader->text + broken, '"',
						 reader->at - broken);
		if (tag_take(reader, '/'))
			continue;
		if (glued && !is_after_mark(reader))
			return false;
		if (read_attribute(reader))
			continue;
		reader->at = start;
		if (glued && !broken)
			broken = start;
		if (!broken || !read_broken(reader, broken))
			return false;
	}
}
