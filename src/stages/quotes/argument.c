/*
 * Straight marks of code: around what a function is called with, a value, an
 * option's, a list of strings, an object of JSON or a part of one, a link's
 * title, a tag of a game of chess.
 */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/code.h"
#include "unicode/props.h"

#define SPAN_MAX 120	/* bytes of a call, an option, a value */
#define OBJECT_MAX 2000 /* of a list in a line */

/* Part of a name in code. */
static bool is_name_byte(unsigned char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '.';
}

/*
 * print("Hello"), System.out.println("Hello"), =IF(A1>5,"yes"): the name of a
 * function before the bracket at `open`. Not Brill("Nan"), where a space is
 * missing.
 */
static bool is_function(const char *text, size_t open)
{
	size_t i = open;
	bool dotted = false;

	while (i && open - i < SPAN_MAX &&
	       is_name_byte((unsigned char)text[i - 1])) {
		i--;
		dotted |= !ascii_is_alnum((unsigned char)text[i]);
	}
	return i < open && (dotted || ascii_is_lower((unsigned char)text[i]) ||
			    (i && text[i - 1] == '='));
}

/* In the brackets after a function's name: spaces are after commas only. */
static bool is_called(const struct pass *pass, size_t at)
{
	const char *text = pass->text;
	size_t i = at;

	if (!i || !strchr("(, ", text[i - 1]))
		return false;
	while (i && at - i < SPAN_MAX && !strchr(")\n", text[i - 1])) {
		i--;
		if (text[i] == '(')
			return is_function(text, i);
		if (text[i] == ' ' && (!i || text[i - 1] != ','))
			return false;
	}
	return false;
}

/* names["Ida"], rows[2]["quay"] */
static bool is_subscript(const struct pass *pass, size_t at)
{
	return at > 1 && pass->text[at - 1] == '[' &&
	       (is_name_byte((unsigned char)pass->text[at - 2]) ||
		pass->text[at - 2] == ']');
}

/* [Event "The Pier Open"]: a tag of a game of chess, in a line of its own. */
static bool is_tag(const struct pass *pass, size_t at)
{
	const char *text = pass->text;
	size_t i = at - 1;

	if (at < 3 || text[i] != ' ')
		return false;
	while (i && at - i < SPAN_MAX &&
	       ascii_is_letter((unsigned char)text[i - 1]))
		i--;
	return i && text[i - 1] == '[' && (i == 1 || text[i - 2] == '\n');
}

/* NAME="value", name = 'value', name=='value' */
static bool is_assigned(const struct pass *pass, size_t at)
{
	const char *text = pass->text;

	if (at > 3 && text[at - 1] == ' ' && text[at - 2] == '=')
		return text[at - 3] == ' ' || text[at - 3] == '=' ||
		       text[at - 3] == '!';
	if (at < 2 || text[at - 1] != '=')
		return false;
	at -= text[at - 2] == '=' || text[at - 2] == '!';
	return at > 1 && is_name_byte((unsigned char)text[at - 2]);
}

/* -m "value": an option of one letter. */
static bool is_option(const struct pass *pass, size_t at)
{
	const char *text = pass->text;

	return at > 4 && text[at - 1] == ' ' &&
	       ascii_is_lower((unsigned char)text[at - 2]) &&
	       text[at - 3] == '-' && text[at - 4] == ' ' &&
	       ascii_is_alnum((unsigned char)text[at - 5]);
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

/* The end of the mark's string, up to `limit` and on its line; or `at`. */
static size_t string_end(const struct pass *pass, size_t at, size_t limit)
{
	const char mark = pass->text[at];

	for (size_t i = at + 1; i < limit && pass->text[i] != '\n'; i++) {
		if (pass->text[i] == mark)
			return i + 1;
	}
	return at;
}

/*
 * ['Ned', 'Ida']: after the list whose bracket is before `at`, if all in it are
 * strings, two at least; else `at`.
 */
static size_t list_end(const struct pass *pass, size_t at)
{
	const size_t limit = bytes_ahead(pass->len, at, OBJECT_MAX);
	size_t strings = 0;

	for (size_t i = at; i < limit && strchr("\"'", pass->text[i]);) {
		const size_t end = string_end(pass, i, limit);

		if (end == i || end == limit)
			return at;
		strings++;
		if (pass->text[end] == ']')
			return strings > 1 ? end + 1 : at;
		if (pass->text[end] != ',')
			return at;
		i = end + 1;
		i += i < limit && pass->text[i] == ' ';
	}
	return at;
}

/* The value of a member of JSON that is no string. */
static bool begins_value(const struct pass *pass, size_t at)
{
	static const char *const words[] = { "true", "false", "null",
					     "[",    "{",     "-" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (pass_has(pass, at, words[i]))
			return true;
	return ascii_is_digit(pass_byte(pass, at));
}

/*
 * "width":"640", "centre":false, of an object whose brackets are elsewhere: the
 * end of the member, or what comes before its value; or `at`.
 */
static size_t member_end(const struct pass *pass, size_t at)
{
	const size_t limit = bytes_ahead(pass->len, at, OBJECT_MAX);
	const char mark = pass->text[at];
	size_t end = at + 1, value;

	while (end < limit && (is_name_byte((unsigned char)pass->text[end]) ||
			       pass->text[end] == '-'))
		end++;
	if (end == at + 1 || pass_byte(pass, end) != (unsigned char)mark ||
	    pass_byte(pass, end + 1) != ':')
		return at;
	value = end + 2;
	if (begins_value(pass, value))
		return value;
	if (pass_byte(pass, value) != (unsigned char)mark)
		return at;
	end = string_end(pass, value, limit);
	return end > value ? end : at;
}

/* "{" before the mark at `at`, after white space or another bracket. */
static bool begins_object(const struct pass *pass, size_t at)
{
	at -= at > 1 && pass->text[at - 1] == ' ' && pass->text[at - 2] == '{';
	return at && pass->text[at - 1] == '{' &&
	       (at == 1 || strchr(" \n[", pass->text[at - 2]));
}

/*
 * """What it does.""": marks around the text that says what code does, between
 * words. At either end of a line they are a field of CSV.
 */
static size_t docstring_end(const struct pass *pass, size_t at)
{
	const size_t limit = bytes_ahead(pass->len, at, SPAN_MAX);

	if (!pass_has(pass, at, "\"\"\""))
		return at;
	/* a line of its own begins or ends a block of it */
	if ((!at || pass->text[at - 1] == '\n') &&
	    (at + 3 == pass->len || pass->text[at + 3] == '\n'))
		return at + 3;
	if (pass_byte_before(pass, at) != ' ' ||
	    strchr("\" \n", pass_byte(pass, at + 3)))
		return at;
	for (size_t i = at + 3; i < limit && pass->text[i] != '\n'; i++) {
		if (pass->text[i] == '"')
			return pass_has(pass, i, "\"\"\"") &&
					       ascii_is_space(
						       pass_byte(pass, i + 3))
				       ? i + 3
				       : at;
	}
	return at;
}

size_t quote_argument_end(const struct pass *pass, size_t at)
{
	const size_t left = pass->len - at - 1;
	const size_t room = left < SPAN_MAX ? left : SPAN_MAX;
	const char *first = pass->text + at + 1;
	const bool assigned = is_assigned(pass, at) || is_option(pass, at);
	const bool subscript = is_subscript(pass, at) || is_tag(pass, at);
	const char *close;
	uint32_t next;

	const size_t object =
		begins_object(pass, at)
			? text_object_end(pass->text, pass->len, at)
			: at;
	const size_t member = object > at ? object : member_end(pass, at);

	if (member > at || begins_object(pass, at))
		return member;
	if (docstring_end(pass, at) > at)
		return docstring_end(pass, at);
	if (at && pass->text[at - 1] == '[' && !subscript)
		return list_end(pass, at);
	if (!assigned && !subscript && !is_called(pass, at) &&
	    !is_title(pass, at))
		return at;
	close = memchr(first, pass->text[at], room);
	if (!close || memchr(first, '\n', (size_t)(close - first)))
		return at;
	next = utf8_at(pass->text, pass->len, (size_t)(close - pass->text) + 1);
	if (subscript  ? next != ']'
	    : assigned ? unicode_is_word(next)
		       : next != ')' && next != ',')
		return at;
	return (size_t)(close - pass->text) + 1;
}
