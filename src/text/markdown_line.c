/* Lines of Markdown: the marks that they begin with, and rows of signs. */
#include "text/markdown_line.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

#define ROW 3	     /* signs of a fence */
#define NUMBER_MAX 9 /* digits before an item */

unsigned char markdown_byte(const struct markdown_line *line, size_t at)
{
	return bytes_at(line->text, line->end, at);
}

void markdown_skip_space(struct markdown_line *line)
{
	for (;; line->at++) {
		const unsigned char c = markdown_byte(line, line->at);

		if (c == '\t')
			line->indent += MARKDOWN_INDENT -
					line->indent % MARKDOWN_INDENT;
		else if (c == ' ')
			line->indent++;
		else
			return;
	}
}

void markdown_skip_quotes(struct markdown_line *line, size_t item)
{
	markdown_skip_space(line);
	while (markdown_byte(line, line->at) == '>' &&
	       line->indent < item + MARKDOWN_INDENT) {
		line->at++;
		line->at += markdown_byte(line, line->at) == ' ';
		line->indent = 0;
		line->quoted = true;
		markdown_skip_space(line);
	}
}

static bool is_blank_at(const struct markdown_line *line, size_t at)
{
	return at >= line->end || ascii_is_blank(markdown_byte(line, at));
}

/* After "-", "*", "+", "12." or "12)" at `at`, and white space; else `at`. */
static size_t item_end(const struct markdown_line *line, size_t at)
{
	size_t end = at;

	while (end - at < NUMBER_MAX &&
	       ascii_is_digit(markdown_byte(line, end)))
		end++;
	if (end > at ? !strchr(".)", markdown_byte(line, end))
		     : !strchr("-*+:", markdown_byte(line, end)))
		return at;
	end++;
	return end <= line->end && is_blank_at(line, end) ? end : at;
}

void markdown_skip_items(struct markdown_line *line, size_t *item)
{
	size_t end;

	while ((end = item_end(line, line->at)) > line->at &&
	       line->at < line->end) {
		line->indent += end - line->at;
		line->at = end;
		line->begins = true;
		markdown_skip_space(line);
		*item = line->indent;
	}
	if (line->begins && markdown_byte(line, line->at) == '[' &&
	    markdown_byte(line, line->at + 2) == ']' &&
	    is_blank_at(line, line->at + 3)) {
		line->at += 3;
		markdown_skip_space(line);
	}
}

void markdown_skip_heading(struct markdown_line *line)
{
	size_t at = line->at;

	while (markdown_byte(line, at) == '#')
		at++;
	if (at == line->at || !is_blank_at(line, at))
		return;
	line->at = at;
	line->begins = line->heading = true;
	markdown_skip_space(line);
}

bool markdown_has_only(const struct markdown_line *line, const char *signs)
{
	for (size_t at = line->at; at < line->end; at++) {
		const unsigned char c = markdown_byte(line, at);

		if (!c || (!ascii_is_blank(c) && !strchr(signs, c)))
			return false;
	}
	return true;
}

bool markdown_is_table_row(const struct markdown_line *line)
{
	size_t runs = 0, bars = 0;

	if (!markdown_has_only(line, "|:-+="))
		return false;
	for (size_t at = line->at; at < line->end; at++) {
		const unsigned char c = markdown_byte(line, at);

		bars += c == '|' || c == '+';
		runs += c == '-' && markdown_byte(line, at + 1) != '-';
	}
	return runs && (bars || runs > 1);
}

size_t markdown_fence_signs(const struct markdown_line *line)
{
	const unsigned char sign = markdown_byte(line, line->at);
	size_t at = line->at;

	if (sign != '`' && sign != '~')
		return 0;
	while (markdown_byte(line, at) == sign)
		at++;
	if (at - line->at < ROW ||
	    (sign == '`' &&
	     bytes_find(line->text, line->end, at, '`') < line->end))
		return 0;
	return at - line->at;
}

bool markdown_is_definition(const struct markdown_line *line)
{
	size_t at = line->at, close;

	at += bytes_begin(line->text, line->end, at, "*[");
	if (bytes_at(line->text, line->end, at) != '[' ||
	    bytes_at(line->text, line->end, at + 1) == '^')
		return false;
	close = bytes_find(line->text, line->end, at, ']');
	return bytes_at(line->text, line->end, close + 1) == ':';
}

bool markdown_is_directive(const struct markdown_line *line)
{
	static const char *const signs[] = { "!!!", "???", "===", ":::",
					     "%%",  "{%",  "|" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (bytes_begin(line->text, line->end, line->at, signs[i]))
			return true;
	return false;
}
