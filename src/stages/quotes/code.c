/*
 * Backticks of code, as Markdown has them: a fence at a line's start, and
 * spans `like this` and ```like this```; no typist of `` and '' closes with a
 * backtick.
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

/* Of scripts that set no space about quotations a letter may be there, too. */
static bool is_outside(uint32_t point)
{
	return quote_context_right(point) == CONTEXT_DENSE ||
	       (!unicode_is_word(point) && point != '\'' && point != '`');
}

/* `end`s, `--jit`'in, `open`RPC: a word goes on after a span of one word. */
static bool has_ending(const struct pass *pass, size_t from, size_t end)
{
	const size_t at = end + (pass_byte(pass, end) == '\'');

	return !memchr(pass->text + from, ' ', end - from) &&
	       unicode_is_letter(utf8_at(pass->text, pass->len, at));
}

static bool ends_outside(const struct pass *pass, size_t from, size_t end)
{
	return is_outside(utf8_at(pass->text, pass->len, end)) ||
	       has_ending(pass, from, end);
}

/* RPC`getinfo`が: after a Latin word one word of code in such a script, too. */
static bool begins_outside(const struct pass *pass, size_t from, size_t end)
{
	const uint32_t after = utf8_at(pass->text, pass->len, end);

	return is_outside(utf8_before(pass->text, from)) ||
	       (quote_context_right(after) == CONTEXT_DENSE &&
		!memchr(pass->text + from, ' ', end - from));
}

/*
 * A sign or a figure that code has, and a phrase seldom: "--", "f.c", "a=b",
 * "&gt".
 */
static bool is_literal(const char *text, size_t at, size_t end)
{
	const size_t start = at;

	for (; at < end; at++) {
		const unsigned char c = (unsigned char)text[at];

		if (ascii_is_digit(c) || strchr("_/\\=<>{}$*+|~", c) ||
		    (c == '-' && text[at + 1] == '-') ||
		    (c == '&' && at == start) ||
		    (c == '.' && ascii_is_alnum((unsigned char)text[at + 1])))
			return true;
	}
	return false;
}

/* A line may end in it where no phrase is like it. */
static bool holds_lines(const struct pass *pass, size_t at, size_t end)
{
	const char *first = memchr(pass->text + at, '\n', end - at);

	return first &&
	       (memchr(first + 1, '\n', pass->text + end - first - 1) ||
		!is_literal(pass->text, at, end));
}

/* The end of the span that one backtick opens at `at`; `at` without one. */
static size_t span_end(const struct pass *pass, size_t at)
{
	const size_t left = pass->len - at - 1;
	const size_t room = left < SPAN_MAX ? left : SPAN_MAX;
	const char *first = pass->text + at + 1;
	const char *close = memchr(first, '`', room);
	size_t end;

	if (!close || close == first || ascii_is_space((unsigned char)*first) ||
	    close[-1] == ' ')
		return at;
	end = (size_t)(close - pass->text) + 1;
	if (holds_lines(pass, at + 1, end - 1))
		return at;
	if (begins_outside(pass, at, end) && ends_outside(pass, at, end))
		return end;
	/* a tag, or an entity, which the encoding stage takes for code */
	return strchr("<&", *first) && is_literal(pass->text, at + 1, end - 1)
		       ? end
		       : at;
}

/* ``ferry --now``, as reStructuredText has it: the end, or `at`. */
static size_t literal_end(const struct pass *pass, size_t at)
{
	const size_t from = at + 2;
	const size_t room =
		pass->len - from < SPAN_MAX ? pass->len - from : SPAN_MAX;
	const char *first = pass->text + from;
	const char *close = memchr(first, '`', room);
	size_t end;

	if (!close || close == first || *first == ' ' ||
	    strchr(" ,.!?", close[-1]))
		return at;
	end = (size_t)(close - pass->text);
	if (pass_byte(pass, end + 1) != '`' ||
	    pass_byte(pass, end + 2) == '`' ||
	    memchr(first, '\n', end - from) ||
	    !is_literal(pass->text, from, end))
		return at;
	return is_outside(utf8_before(pass->text, at)) &&
			       is_outside(
				       utf8_at(pass->text, pass->len, end + 2))
		       ? end + 2
		       : at;
}

/*
 * ```show```, as Markdown and chats have it: a span between two rows of three
 * or more on a line; the end, or `at`. No typist closes with such a row.
 */
static size_t row_end(const struct pass *pass, size_t at)
{
	size_t row = 0, close = 0, end;

	while (pass_byte(pass, at + row) == '`')
		row++;
	for (end = at + row; row >= 3 && end < pass->len; end++) {
		const char c = pass->text[end];

		if (c == '\n' || end - at > SPAN_MAX)
			return at;
		if (c != '`' && close == row)
			break;
		close = c == '`' ? close + 1 : 0;
	}
	return close == row ? end : at;
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
	if (pass_byte(pass, at + 1) == '`' && pass_byte(pass, at + 2) == '`')
		return row_end(pass, at);
	return pass_byte(pass, at + 1) == '`' ? literal_end(pass, at)
					      : span_end(pass, at);
}
