#include "stages/encoding/markup_walk.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/stage.h"

bool markup_stands(const struct markup_walk *walk, size_t at, const char *sign)
{
	return bytes_begin(walk->text, walk->len, at, sign);
}

size_t markup_row(const struct markup_walk *walk, size_t at, char c)
{
	while (markup_byte(walk, at) == (unsigned char)c)
		at++;
	return at;
}

size_t markup_line_end(const struct markup_walk *walk, size_t at)
{
	return bytes_line_end(walk->text, walk->len, at);
}

/* Where `sign` is in [at, end), or `end`. */
static size_t find_before(const struct markup_walk *walk, size_t at, size_t end,
			  const char *sign)
{
	for (at = bytes_find(walk->text, end, at, sign[0]); at < end;
	     at = bytes_find(walk->text, end, at + 1, sign[0])) {
		if (bytes_begin(walk->text, end, at, sign))
			return at;
	}
	return end;
}

size_t markup_find(const struct markup_walk *walk, size_t at, size_t end,
		   const char *sign)
{
	const size_t limit = end - at > MARKUP_PAIR ? at + MARKUP_PAIR : end;
	const size_t found = find_before(walk, at, limit, sign);

	return found < limit ? found : 0;
}

bool markup_holds(const struct markup_walk *walk, const char *sign)
{
	return find_before(walk, 0, walk->len, sign) < walk->len;
}

void markup_drop(struct markup_walk *walk, size_t at, size_t end)
{
	while (walk->emit && at < end) {
		size_t next = at;

		while (next < end && !ascii_is_space(markup_byte(walk, next)))
			next++;
		while (next < end && ascii_is_space(markup_byte(walk, next)))
			next++;
		pass_delete(walk->pass, RULE_ENCODING_MARKUP, at, next);
		at = next;
	}
}

size_t markup_next(const struct markup_walk *walk, size_t at, size_t end)
{
	const size_t found = byte_set_find(&walk->begins, walk->text, at, end);
	const size_t close =
		walk->open_count ? walk->open[walk->open_count - 1].at : end;

	return close >= at && close < found ? close : found;
}

bool markup_open(struct markup_walk *walk, size_t at, size_t end)
{
	if (walk->open_count == MARKUP_OPEN ||
	    (walk->open_count && walk->open[walk->open_count - 1].at < end))
		return false;
	walk->open[walk->open_count++] = (struct markup_span){ at, end };
	return true;
}

size_t markup_close(struct markup_walk *walk, size_t at)
{
	struct markup_span close;

	if (!walk->open_count || at != walk->open[walk->open_count - 1].at)
		return at;
	close = walk->open[--walk->open_count];
	markup_drop(walk, close.at, close.end);
	return close.end;
}
