/*
 * Lists and records as Python prints them. They look like JSON, but what is
 * in quotation marks is escaped another way: a mark made curly ends a string.
 */
#include "reader/sniff_data.h"

#include <string.h>

#include "base/ascii.h"

struct literal {
	struct cd_span text;
	size_t at, depth, strings;
	bool wants_mark; /* a value was read: a comma, a colon or an end is due
			  */
};

static bool is_name(char c)
{
	return ascii_is_alnum((unsigned char)c) || strchr("_.+-", c) != NULL;
}

/* Past the string that begins here; false: its end is not seen. */
static bool skip_string(struct literal *literal)
{
	const struct cd_span text = literal->text;
	const char mark = text.bytes[literal->at++];

	while (literal->at < text.len && text.bytes[literal->at] != mark &&
	       text.bytes[literal->at] != '\n')
		literal->at += 1 + (text.bytes[literal->at] == '\\');
	literal->strings++;
	return literal->at < text.len && text.bytes[literal->at++] == mark;
}

/* Past a number, True, None, datetime.date, or the u of u'text'. */
static void skip_name(struct literal *literal)
{
	const struct cd_span text = literal->text;

	while (literal->at < text.len && text.bytes[literal->at] &&
	       is_name(text.bytes[literal->at]))
		literal->at++;
}

static bool is_mark(const struct literal *literal, const char *marks)
{
	return strchr(marks, literal->text.bytes[literal->at]) != NULL;
}

/* Past one part of the literal; false: no literal has this here. */
static bool skip_part(struct literal *literal)
{
	if (is_mark(literal, " \t")) {
		literal->at++;
		return true;
	}
	if (is_mark(literal, ")]}")) {
		literal->depth--;
		literal->at++;
		literal->wants_mark = true;
		return true;
	}
	if (is_mark(literal, ",:")) {
		literal->at++;
		literal->wants_mark = false;
		return true;
	}
	if (literal->wants_mark)
		return false;
	if (is_mark(literal, "([{")) {
		literal->depth++;
		literal->at++;
		return true;
	}
	if (is_mark(literal, "'\"")) {
		literal->wants_mark = true;
		return skip_string(literal);
	}
	if (!is_name(literal->text.bytes[literal->at]))
		return false;
	skip_name(literal);
	if (literal->at < literal->text.len)
		literal->wants_mark = !is_mark(literal, "('\"");
	return true;
}

bool sniff_is_python(struct cd_span text, bool whole)
{
	struct literal literal = { .text = text };

	if (!text.len || !text.bytes[0] || !strchr("([{", text.bytes[0]))
		return false;
	do {
		if (!text.bytes[literal.at] || !skip_part(&literal))
			return literal.at >= text.len && !whole &&
			       literal.strings > 1;
	} while (literal.depth && literal.at < text.len);
	if (literal.depth || !literal.strings)
		return literal.strings > 1 && !whole;
	return literal.at == text.len ||
	       strchr(",\r\n", text.bytes[literal.at]) != NULL;
}
