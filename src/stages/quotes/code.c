/*
 * Marks of code. Backticks around it, as Markdown has them: a fence at a line's
 * start, and a span `like this`; no typist of `` and '' closes with a backtick.
 * Straight marks around what a function is called with, a value, an option's,
 * a list of strings, an object of JSON, a link's title, a tag of a game of
 * chess; those in a regular expression, and the primes of a function, f'(x).
 */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/fence.h"
#include "unicode/props.h"

#define SPAN_MAX 120	 /* bytes of a span */
#define OBJECT_MAX 2000	 /* bytes of an object of JSON in a line */
#define TEMPLATE_MAX 300 /* of what a template puts in */

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
	return begins_outside(pass, at, end) && ends_outside(pass, at, end)
		       ? end
		       : at;
}

/* A sign or a figure that code has, and a phrase seldom: "--", "f.c", "a=b". */
static bool is_literal(const char *text, size_t at, size_t end)
{
	for (; at < end; at++) {
		const unsigned char c = (unsigned char)text[at];

		if (ascii_is_digit(c) || strchr("_/\\=<>{}$*+|~", c) ||
		    (c == '-' && text[at + 1] == '-') ||
		    (c == '.' && ascii_is_alnum((unsigned char)text[at + 1])))
			return true;
	}
	return false;
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

size_t quote_code_end(const struct pass *pass, size_t at)
{
	size_t row;

	/* Within a row that is none. */
	if (at && pass->text[at - 1] == '`')
		return at;
	row = fence_row(pass->text, pass->len, at);
	if (row)
		return block_end(pass, at, row);
	return pass_byte(pass, at + 1) == '`' ? literal_end(pass, at)
					      : span_end(pass, at);
}

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

/* In the brackets after a function's name, and no space since. */
static bool is_called(const struct pass *pass, size_t at)
{
	const char *text = pass->text;
	size_t i = at;

	if (!i || !strchr("(,", text[i - 1]))
		return false;
	while (i && at - i < SPAN_MAX && text[i - 1] != ' ' &&
	       text[i - 1] != '\n') {
		if (text[--i] == '(')
			return is_function(text, i);
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

/* NAME="value", name = 'value' */
static bool is_assigned(const struct pass *pass, size_t at)
{
	const char *text = pass->text;

	if (at > 3 && text[at - 1] == ' ' && text[at - 2] == '=')
		return text[at - 3] == ' ' || text[at - 3] == '=' ||
		       text[at - 3] == '!';
	return at > 1 && text[at - 1] == '=' &&
	       is_name_byte((unsigned char)text[at - 2]);
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

/* The end of the object whose bracket is before `at`, on its line; or `at`. */
static size_t bracket_end(const struct pass *pass, size_t at)
{
	const size_t left = pass->len - at;
	const size_t limit = at + (left < OBJECT_MAX ? left : OBJECT_MAX);
	size_t depth = 1;

	for (size_t i = at; i < limit && pass->text[i] != '\n'; i++) {
		depth += pass->text[i] == '{';
		depth -= pass->text[i] == '}';
		if (!depth)
			return i + 1;
	}
	return at;
}

/* See {"name": "Ida", "age": 44}: after the bracket, in a sentence or a line.
 */
static size_t object_end(const struct pass *pass, size_t at)
{
	const size_t end = bracket_end(pass, at);
	const char *first = pass->text + at;
	const char *name =
		end > at ? memchr(first + 1, first[0], end - at - 1) : NULL;

	return name && name[1] == ':' ? end : at;
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
	const size_t left = pass->len - at;
	const size_t limit = at + (left < OBJECT_MAX ? left : OBJECT_MAX);
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

/* "{" before the mark at `at`, after white space or another bracket. */
static bool begins_object(const struct pass *pass, size_t at)
{
	at -= at > 1 && pass->text[at - 1] == ' ' && pass->text[at - 2] == '{';
	return at && pass->text[at - 1] == '{' &&
	       (at == 1 || strchr(" \n[", pass->text[at - 2]));
}

/* Where what opens with "{%" or "{{" is, before text[at], on its line. */
static const char *template_front(const struct pass *pass, size_t at)
{
	const char *text = pass->text;

	for (size_t i = at; i > 1 && at - i < TEMPLATE_MAX; i--) {
		if (text[i - 1] == '\n' || text[i - 1] == '}')
			return NULL;
		if (text[i - 2] == '{' &&
		    (text[i - 1] == '%' || text[i - 1] == '{'))
			return text + i - 1;
	}
	return NULL;
}

size_t quote_template_end(const struct pass *pass, size_t brace, size_t at)
{
	const char *text = pass->text, *front;
	size_t end = at;
	char mark;

	if (brace >= at || at - brace > TEMPLATE_MAX)
		return at;
	front = template_front(pass, at);
	if (!front)
		return at;
	mark = *front == '{' ? '}' : '%';
	while (end + 1 < pass->len && end - at < TEMPLATE_MAX &&
	       text[end] != '\n') {
		if (text[end] == mark && text[end + 1] == '}')
			return end + 2;
		end++;
	}
	return at;
}

static bool is_one_of(char byte, const char *set)
{
	return byte && strchr(set, byte);
}

/*
 * What only an expression has: [^", but "[^1]" is the number of a note; \w+,
 * not the TeX of \section; .*?; and s/'//g, s|"||, where a mark is alone.
 */
static bool is_sign_of_expression(const char *text)
{
	switch (text[0]) {
	case '[':
		return text[1] == '^' && is_one_of(text[2], "\"'\\");
	case '\\':
		return is_one_of(text[1], "dswb") &&
		       is_one_of(text[2], "+*?)]");
	case '.':
		return is_one_of(text[1], "*+") && is_one_of(text[2], "?)");
	case '/':
	case '|':
		return is_one_of(text[1], "\"'") && text[2] == text[0];
	default:
		return false;
	}
}

/* Whether text[at, end), which has no spaces, is a regular expression. */
static bool is_expression(const char *text, size_t at, size_t end)
{
	for (size_t i = at; i + 3 <= end; i++)
		if (is_sign_of_expression(text + i))
			return true;
	return false;
}

static bool is_blank_at(const struct pass *pass, size_t at)
{
	return at >= pass->len || ascii_is_space((unsigned char)pass->text[at]);
}

/* ^"[^"]*"$, s/'//g: after the expression that holds a mark at `at`. */
static size_t expression_end(const struct pass *pass, size_t at)
{
	size_t from = at, end = at + 1;

	while (from && at - from < SPAN_MAX && !is_blank_at(pass, from - 1))
		from--;
	while (!is_blank_at(pass, end) && end - at < SPAN_MAX)
		end++;
	return is_expression(pass->text, from, end) ? end : at;
}

/* One letter, and no word or mark before it. */
static bool is_after_letter(const struct pass *pass, size_t at)
{
	return at && ascii_is_letter((unsigned char)pass->text[at - 1]) &&
	       (at == 1 || (!is_one_of(pass->text[at - 2], "'.") &&
			    !unicode_is_word(utf8_before(pass->text, at - 1))));
}

/* "(x)", "(2x)", " = 4": what follows a function of one letter. */
static bool goes_on_in_formula(const struct pass *pass, size_t at)
{
	const unsigned char next = pass_byte(pass, at + 1);

	if (pass_byte(pass, at) == '(')
		return ascii_is_alnum(next) &&
		       !(ascii_is_letter(next) &&
			 ascii_is_letter(pass_byte(pass, at + 2)));
	return pass_byte(pass, at) == ' ' && is_one_of((char)next, "=<>") &&
	       pass_byte(pass, at + 2) == ' ';
}

/* f'(x), y'' = 4: after the primes. */
static size_t primes_end(const struct pass *pass, size_t at)
{
	size_t end = at;

	if (!is_after_letter(pass, at))
		return at;
	while (pass_byte(pass, end) == '\'')
		end++;
	return goes_on_in_formula(pass, end) ? end : at;
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
	size_t end;

	if ((end = primes_end(pass, at)) > at ||
	    (end = expression_end(pass, at)) > at)
		return end;
	if (begins_object(pass, at))
		return object_end(pass, at);
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
