/* Code in a text. */
#include "text/code.h"

#include <limits.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define BYTES_PER_SIGN 20 /* code has a sign of its own in so many */

/* print("...") and x["..."]: in prose no mark follows a word's bracket. */
static bool opens_string(const char *text, size_t at)
{
	const char c = text[at];

	return at && (c == '(' || c == '[' || c == '=') &&
	       (text[at + 1] == '"' || text[at + 1] == '\'') &&
	       ascii_is_alnum((unsigned char)text[at - 1]);
}

bool text_calls(const char *text, size_t at, size_t end)
{
	for (; at + 1 < end; at++)
		if (text[at] == '(' && opens_string(text, at))
			return true;
	return false;
}

/* The signs of code. */
static const bool signs_of_code[UCHAR_MAX + 1] = {
	['{'] = true, ['}'] = true, ['='] = true,  [';'] = true, ['<'] = true,
	['>'] = true, ['_'] = true, ['\\'] = true, ['|'] = true,
};

/* One of them; a row of them is a ruler. */
static bool is_sign(const char *text, size_t at)
{
	return signs_of_code[(unsigned char)text[at]] &&
	       !(at && text[at - 1] == text[at]);
}

bool text_holds_code(const char *text, size_t at, size_t end)
{
	const size_t from = at;
	size_t signs = 0;

	for (; at < end; at++) {
		if (opens_string(text, at))
			return true;
		signs += is_sign(text, at);
	}
	return signs * BYTES_PER_SIGN >= end - from;
}

/* Bytes of a word in backticks before its part, and after it. */
#define TICKED_MOST 60

/* A byte of such a word. */
static bool is_within(const char *text, size_t at)
{
	return !ascii_is_space((unsigned char)text[at]) && text[at] != '`';
}

/* No-break spaces and their like become spaces: what has them is no word. */
static bool is_one_word(const char *text, size_t at, size_t end)
{
	while (at < end)
		if (unicode_is_space(utf8_next(text, &at)))
			return false;
	return true;
}

bool text_is_ticked(const char *text, size_t len, size_t at, size_t end)
{
	size_t from = at, to = end, opening = 0, closing = 0;

	while (from && at - from < TICKED_MOST && is_within(text, from - 1))
		from--;
	while (from > opening && text[from - 1 - opening] == '`')
		opening++;
	if (!opening)
		return false;
	while (to < len && to - end < TICKED_MOST && is_within(text, to))
		to++;
	while (closing <= opening && to + closing < len &&
	       text[to + closing] == '`')
		closing++;
	return opening == closing && is_one_word(text, from, at) &&
	       is_one_word(text, end, to);
}

#define OBJECT_MAX 2000 /* bytes of an object in a line */

/* The end of the object whose bracket is before `at`, on its line; or `at`. */
static size_t bracket_end(const char *text, size_t len, size_t at)
{
	const size_t limit = bytes_ahead(len, at, OBJECT_MAX);
	size_t depth = 1;

	for (size_t i = at; i < limit && text[i] != '\n'; i++) {
		depth += text[i] == '{';
		depth -= text[i] == '}';
		if (!depth)
			return i + 1;
	}
	return at;
}

size_t text_object_end(const char *text, size_t len, size_t at)
{
	const size_t end = bracket_end(text, len, at);
	const char *first = text + at;
	const char *name =
		end > at ? memchr(first + 1, first[0], end - at - 1) : NULL;

	return name && name[1] == ':' ? end : at;
}

/* {"name": after white space or another bracket */
static bool begins_object(const char *text, size_t len, size_t at)
{
	return len - at > 1 && text[at + 1] == '"' &&
	       (!at || ascii_is_space((unsigned char)text[at - 1]) ||
		text[at - 1] == '[');
}

bool text_is_in_object(const char *text, size_t len, size_t at,
		       struct code_object *object)
{
	while (object->end <= at) {
		const size_t brace = bytes_find(text, len, object->end, '{');

		*object = (struct code_object){ brace, brace + 1 };
		if (brace < len && begins_object(text, len, brace))
			object->end = text_object_end(text, len, brace + 1);
	}
	return at > object->at && object->end > object->at + 1;
}
