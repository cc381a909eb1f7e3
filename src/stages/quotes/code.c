/*
 * Backticks around code, as Markdown has them: a fence at a line's start, and a
 * span `like this`. No typist of `` and '' closes with a backtick.
 */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/code.h"
#include "unicode/props.h"

#define FENCE 3	     /* backticks, and more */
#define SPAN_MAX 120 /* bytes of a span */

static size_t row_length(const struct pass *pass, size_t at)
{
	size_t count = 0;

	while (at + count < pass->len && pass->text[at + count] == '`')
		count++;
	return count;
}

/* Only spaces are before it in its line. */
static bool is_at_front(const struct pass *pass, size_t at)
{
	while (at && pass->text[at - 1] == ' ')
		at--;
	return !at || pass->text[at - 1] == '\n';
}

static size_t line_end(const struct pass *pass, size_t at)
{
	const char *end = memchr(pass->text + at, '\n', pass->len - at);

	return end ? (size_t)(end - pass->text) : pass->len;
}

/* The end of the fence that closes the code from `at` on; `at` without one. */
static size_t fence_end(const struct pass *pass, size_t at)
{
	for (size_t line = line_end(pass, at); line < pass->len;
	     line = line_end(pass, line + 1)) {
		const size_t row = row_length(pass, line + 1);

		if (row >= FENCE)
			return line + 1 + row;
	}
	return at;
}

/*
 * After the row, or, where it names a language ("```c") or code follows, after
 * the whole block: in others there may be prose.
 */
static size_t block_end(const struct pass *pass, size_t at, size_t row)
{
	const size_t behind = at + row;
	const size_t end = fence_end(pass, behind);

	if (end == behind)
		return behind;
	return ascii_is_lower((unsigned char)pass->text[behind]) ||
			       text_holds_code(pass->text, behind, end - FENCE)
		       ? end
		       : behind;
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
	row = row_length(pass, at);
	if (row >= FENCE && is_at_front(pass, at))
		return block_end(pass, at, row);
	return row == 1 ? span_end(pass, at) : at;
}
