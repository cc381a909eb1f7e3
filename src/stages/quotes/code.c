/*
 * Marks of code. Backticks around it, as Markdown has them: a fence at a line's
 * start, and a span `like this`; no typist of `` and '' closes with a backtick.
 * Straight marks around what a function is called with, or a link's title.
 */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/ascii.h"
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

/*
 * print("Hello"), System.out.println("Hello"): the name of a function before
 * the bracket. Not Brill("Nan"), where a space is missing.
 */
static bool is_called(const struct pass *pass, size_t at)
{
	const char *text = pass->text;
	size_t i = at;
	bool dotted = false;

	if (at < 2 || text[at - 1] != '(')
		return false;
	for (i--; i && at - i < SPAN_MAX; i--) {
		const unsigned char c = (unsigned char)text[i - 1];

		if (!ascii_is_alnum(c) && c != '_' && c != '.')
			break;
		dotted |= c == '.' || c == '_';
	}
	return i + 1 < at && (dotted || ascii_is_lower((unsigned char)text[i]));
}

/* [the pier](pier.jpg "A title"): a link's address before the space. */
static bool is_title(const struct pass *pass, size_t at)
{
	const char *text = pass->text;
	size_t i = at;

	if (at < 2 || text[at - 1] != ' ')
		return false;
	for (i--; i > 1 && at - i < SPAN_MAX; i--) {
		if (text[i - 1] == '(')
			return text[i - 2] == ']';
		if (text[i - 1] == ' ' || text[i - 1] == '\n')
			return false;
	}
	return false;
}

size_t quote_argument_end(const struct pass *pass, size_t at)
{
	const size_t left = pass->len - at - 1;
	const size_t room = left < SPAN_MAX ? left : SPAN_MAX;
	const char *first = pass->text + at + 1;
	const char *close;

	if (!is_called(pass, at) && !is_title(pass, at))
		return at;
	close = memchr(first, pass->text[at], room);
	if (!close || close + 1 == pass->text + pass->len || close[1] != ')' ||
	    memchr(first, '\n', (size_t)(close - first)))
		return at;
	return (size_t)(close - pass->text) + 1;
}
