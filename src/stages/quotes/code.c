/*
 * Backticks around code, as Markdown has them: a fence at a line's start, and a
 * span `like this`. No typist of `` and '' closes with a backtick.
 */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/utf8.h"
#include "text/fence.h"
#include "unicode/props.h"

#define SPAN_MAX 120 /* bytes of a span */

/*
 * After the row, or, where it begins a block of code, after the whole block: in
 * others there may be prose.
 */
static size_t block_end(const struct pass *pass, size_t at, size_t row)
{
	struct fence fence;

	return fence_at(pass->text, pass->len, at, &fence) && fence.code
		       ? fence.end
		       : at + row;
}

static bool is_outside(uint32_t point)
{
	return !unicode_is_word(point) && point != '\'' && point != '`';
}

/* The end of the span that one backtick opens at `at`; `at` without one. */
static size_t span_end(const struct pass *pass, size_t at)
{
	const size_t left = pass->len - at - 1;
	const size_t room = left < SPAN_MAX ? left : SPAN_MAX;
	const char *first = pass->text + at + 1;
	const char *close = memchr(first, '`', room);
	size_t end;

	if (!close || close == first || *first == ' ' || close[-1] == ' ' ||
	    memchr(first, '\n', (size_t)(close - first)))
		return at;
	end = (size_t)(close - pass->text) + 1;
	return is_outside(utf8_before(pass->text, at)) &&
			       is_outside(utf8_at(pass->text, pass->len, end))
		       ? end
		       : at;
}

size_t quote_code_end(const struct pass *pass, size_t at)
{
	size_t row;

	/* Within a row that is none. */
	if (at && pass->text[at - 1] == '`')
		return at;
	row = fence_row(pass->text, pass->len, at);
	if (row)
		return block_end(pass, at, row);
	return utf8_at(pass->text, pass->len, at + 1) == '`'
		       ? at
		       : span_end(pass, at);
}
