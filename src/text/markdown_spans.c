/* Spans within a paragraph of Markdown that are no words. */
#include "text/markdown_parts.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

#define ROW_MAX 32 /* backticks about a span of code */
#define FORMULA_MAX 1000
#define TAG_MAX 4000 /* bytes */
#define OPEN_MAX 32  /* brackets in each other */

struct spans {
	const struct markdown_words *words;
	const char *text;
	size_t end;
	bool no_row[ROW_MAX + 1];	/* none of so many backticks is left */
	bool no_end[MARKDOWN_ELEMENTS]; /* nor one of these closing tags, */
	bool no_title[2];      /* nor a mark, ' or ", that ends a title */
	size_t formula;	       /* up to here nothing ends one */
	size_t greater, brace; /* the next one; 0: unknown */
	size_t open[OPEN_MAX]; /* brackets that are not closed */
	size_t depth;
};

static void keep(const struct spans *spans, size_t from, size_t to)
{
	memset(spans->words->kept + from, 1, to - from);
}

static unsigned char at_byte(const struct spans *spans, size_t at)
{
	return bytes_at(spans->text, spans->end, at);
}

/* Keep [from, to), and go on after it. */
static size_t keep_to(const struct spans *spans, size_t from, size_t to)
{
	keep(spans, from, to);
	return to;
}

static size_t row_end(const struct spans *spans, size_t at, char sign)
{
	while (at < spans->end && spans->text[at] == sign)
		at++;
	return at;
}

/* `code`: a row of as many backticks closes it. */
static size_t read_code(struct spans *spans, size_t at)
{
	const size_t first = row_end(spans, at, '`'), row = first - at;
	size_t next = first;

	if (row > ROW_MAX || spans->no_row[row])
		return first;
	while ((next = bytes_find(spans->text, spans->end, next, '`')) <
	       spans->end) {
		const size_t after = row_end(spans, next, '`');

		if (after - next == row)
			return keep_to(spans, at, after);
		next = after;
	}
	spans->no_row[row] = true;
	return first;
}

/* Pandoc's rule: "$x$" is a formula, "$5 and $6" are amounts. */
static bool closes_formula(const struct spans *spans, size_t at)
{
	return !ascii_is_space((unsigned char)spans->text[at - 1]) &&
	       spans->text[at - 1] != '\\' &&
	       !ascii_is_digit(at_byte(spans, at + 1));
}

static size_t read_formula(struct spans *spans, size_t at)
{
	const size_t signs = at_byte(spans, at + 1) == '$' ? 2 : 1;
	const size_t from = at + signs;
	const size_t limit = from + FORMULA_MAX < spans->end
				     ? from + FORMULA_MAX
				     : spans->end;
	size_t next = from;

	if (from >= spans->end ||
	    (signs == 1 && ascii_is_space((unsigned char)spans->text[from])))
		return from;
	if (signs == 1 && spans->formula > from)
		next = spans->formula;
	while ((next = bytes_find(spans->text, limit, next, '$')) < limit) {
		if (signs == 2 ? at_byte(spans, next + 1) == '$'
			       : next > from && closes_formula(spans, next))
			return keep_to(spans, at, next + signs);
		next++;
	}
	if (signs == 1)
		spans->formula = limit;
	return from;
}

/* The next such byte from `at` on; each is looked for once. */
static size_t next_byte(const struct spans *spans, size_t *known, size_t at,
			char c)
{
	if (*known < at || !*known)
		*known = bytes_find(spans->text, spans->end, at, c);
	return *known;
}

/* The end of a tag: a ">" in the value of an attribute is none. */
static size_t tag_end(const struct spans *spans, size_t at, size_t least)
{
	const size_t limit = bytes_ahead(spans->end, at, TAG_MAX);
	char mark = '\0';

	for (; at < limit; at++) {
		const char c = spans->text[at];

		if (mark)
			mark = c == mark ? '\0' : mark;
		else if ((c == '"' || c == '\'') && spans->text[at - 1] == '=')
			mark = c;
		else if (c == '>')
			return at + 1;
	}
	return least;
}

/* The end of the element whose tag is at `at`, if no prose is in it; else 0. */
static size_t element_end(struct spans *spans, size_t at)
{
	const size_t element = markdown_element(spans->text, spans->end, at);
	size_t end;

	if (element == MARKDOWN_ELEMENTS || spans->no_end[element])
		return 0;
	end = markdown_element_end(spans->text, at, spans->end, element);
	spans->no_end[element] = !end;
	return end;
}

static size_t read_tag(struct spans *spans, size_t at)
{
	const unsigned char next = at_byte(spans, at + 1);
	const size_t close = next_byte(spans, &spans->greater, at, '>');
	size_t end;

	if (!ascii_is_letter(next) && next != '/' && next != '!' && next != '?')
		return at + 1;
	end = element_end(spans, at);
	if (!end && (close == spans->end || close - at > TAG_MAX))
		return at + 1;
	return keep_to(spans, at,
		       end ? end : tag_end(spans, at + 1, close + 1));
}

/* "{{ field }}", "{% tag %}", "{: .class }", "{#name}": what a program reads.
 */
static size_t read_braces(struct spans *spans, size_t at)
{
	const size_t close = next_byte(spans, &spans->brace, at, '}');

	if (close == spans->end || memchr(spans->text + at, '\n', close - at))
		return at + 1;
	return keep_to(spans, at, row_end(spans, close, '}'));
}

/* The mark that ends a link's title which begins at `at`; `at` where none
 * does: before the bracket. */
static size_t title_end(struct spans *spans, size_t at)
{
	size_t next = at + 1;

	while (!spans->no_title[spans->text[at] == '"'] &&
	       (next = bytes_find(spans->text, spans->end, next,
				  spans->text[at])) < spans->end) {
		size_t after = ++next;

		while (ascii_is_space(at_byte(spans, after)))
			after++;
		if (at_byte(spans, after) == ')')
			return next - 1;
	}
	spans->no_title[spans->text[at] == '"'] = true;
	return at;
}

static bool begins_title(const struct spans *spans, size_t at)
{
	return strchr("\"'", spans->text[at]) &&
	       ascii_is_space((unsigned char)spans->text[at - 1]);
}

/* After "](": the address and title, to their bracket, or to the end. */
static size_t read_address(struct spans *spans, size_t at)
{
	size_t depth = 1, end = at + 2;

	for (; end < spans->end && depth; end++) {
		const char c = spans->text[end];

		if (c == '\\' && end + 1 < spans->end)
			end++;
		else if (begins_title(spans, end))
			end = title_end(spans, end);
		depth += c == '(';
		depth -= c == ')';
	}
	return keep_to(spans, at, end);
}

/* A bracket closes: "[words](address)", "[words][name]", "[name]", "[^1]". */
static size_t read_close(struct spans *spans, size_t at)
{
	const unsigned char next = at_byte(spans, at + 1);
	size_t open, close;

	if (!spans->depth)
		return at + 1;
	open = spans->open[--spans->depth];
	if (next == '(')
		return read_address(spans, at);
	close = bytes_find(spans->text, spans->end, at + 1, ']');
	if (next == '[' && close < spans->end && close > at + 2)
		return keep_to(spans, at, close + 1);
	if (spans->words->references || at_byte(spans, open + 1) == '^' ||
	    at_byte(spans, open + 1) == '[')
		keep(spans, open, at + 1);
	return at + 1;
}

static size_t read_sign(struct spans *spans, size_t at)
{
	switch (spans->text[at]) {
	case '\\':
		/* "\*": the sign itself; a line end that stays one. */
		return keep_to(spans, at,
			       at + 2 < spans->end ? at + 2 : spans->end);
	case '`':
		return read_code(spans, at);
	case '$':
		return read_formula(spans, at);
	case '<':
		return read_tag(spans, at);
	case '{':
		return read_braces(spans, at);
	case '[':
		if (spans->depth < OPEN_MAX)
			spans->open[spans->depth++] = at;
		return at + 1;
	case ']':
		return read_close(spans, at);
	default:
		return at + 1;
	}
}

void markdown_mark_spans(const struct markdown_words *words)
{
	struct spans spans = {
		.words = words,
		.text = words->text,
		.end = words->end,
	};
	size_t at = words->at;

	while (at < words->end)
		at = read_sign(&spans, at);
}
