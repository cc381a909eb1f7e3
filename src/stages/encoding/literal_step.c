/*
 * Text in a literal of a program. Lines may be bytes of Python,
 * b'The ferry\xe2\x80\x99s owner': somebody wrote str() of bytes. All of a text
 * may be one string, of JSON or Python, its line ends escaped, or between three
 * marks, or a cell of a table, with its marks doubled. What is around it goes;
 * what is escaped inside is left to the steps for it.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

#define CELL_MARKS 6 /* around a cell, and two quotation marks in it */

#define LEAST 8 /* bytes; less may be a name, b'Elanna */

/*
 * Whether text[at, end) is the inside of such a literal, as Python writes it:
 * ASCII, the mark with a backslash before it; "b" and a double mark only around
 * what has an apostrophe. It is some words.
 */
static bool is_inside(const struct pass *pass, size_t at, size_t end, char mark)
{
	bool spaces = false, apostrophes = mark == '\'';

	for (; at < end; at++) {
		const unsigned char c = (unsigned char)pass->text[at];

		if (c == (unsigned char)mark || c < ' ' || c > '~')
			return false;
		spaces |= c == ' ';
		apostrophes |= c == '\'';
		at += c == '\\';
	}
	return at == end && spaces && apostrophes;
}

static void mend_line(struct pass *pass, size_t at, size_t end)
{
	const char *text = pass->text;

	end = skip_spaces_back(text, at, end);
	if (end - at < LEAST || text[at] != 'b' ||
	    !strchr("'\"", text[at + 1]) || text[end - 1] != text[at + 1] ||
	    !is_inside(pass, at + 2, end - 1, text[at + 1]))
		return;
	pass_delete(pass, RULE_ENCODING_ESCAPE, at, at + 2);
	pass_delete(pass, RULE_ENCODING_ESCAPE, end - 1, end);
}

/* "The ferry sank.\nNo", of one line: its line ends are escaped. */
static bool is_string(const struct pass *pass, size_t at, size_t end)
{
	const char mark = pass->text[at];
	bool escaped = false;

	if ((mark != '"' && mark != '\'') || end - at < LEAST)
		return false;
	for (at++; at < end - 1; at++) {
		const char c = pass->text[at];

		if (c == mark || c == '\n')
			return false;
		escaped |= c == '\\' && pass_byte(pass, at + 1) == 'n' &&
			   !ascii_is_lower(pass_byte(pass, at + 2));
		at += c == '\\';
	}
	return at == end - 1 && pass->text[at] == mark && escaped;
}

#define THREE 3

/* Whether a mark stands three times in a row at text[at]. */
static bool is_three(const struct pass *pass, size_t at)
{
	const unsigned char mark = pass_byte(pass, at);

	return (mark == '"' || mark == '\'') &&
	       pass_byte(pass, at + 1) == mark &&
	       pass_byte(pass, at + 2) == mark;
}

/* Three marks before a text, after it, and nowhere inside. */
static bool is_between_threes(const struct pass *pass, size_t at, size_t end)
{
	const size_t last = end - THREE;

	if (end - at <= 2 * THREE || !is_three(pass, at) ||
	    !is_three(pass, last) || pass->text[at] != pass->text[last])
		return false;
	for (at += THREE; at < last && !is_three(pass, at); at++)
		;
	return at == last;
}

/* '"The ferry sank, ""all of it,"" he said."': a cell of a CSV file. */
static bool is_cell(const struct pass *pass, size_t at, size_t end)
{
	const size_t start = at;
	size_t doubled = 0;

	if (end - at < LEAST || pass->text[at] != '"' ||
	    pass->text[end - 1] != '"')
		return false;
	for (at++; at < end - 1; at++) {
		if (pass->text[at] != '"')
			continue;
		if (++at == end - 1 || pass->text[at] != '"')
			return false;
		doubled++;
	}
	/* Where only the first and the last are, there are three marks. */
	return doubled > (is_three(pass, start) ? 2 : 1);
}

static void mend_cell(struct pass *pass, size_t at, size_t end)
{
	pass_delete(pass, RULE_ENCODING_ESCAPE, at, at + 1);
	for (at++; (at = bytes_find(pass->text, end - 1, at, '"')) < end - 1;
	     at += 2)
		pass_delete(pass, RULE_ENCODING_ESCAPE, at, at + 1);
	pass_delete(pass, RULE_ENCODING_ESCAPE, end - 1, end);
}

/* The whole text in a string. False: it is none. */
static bool mend_text(struct pass *pass)
{
	size_t at = 0, end = pass->len, marks = 0;

	at = skip_white(pass->text, end, at);
	end = skip_white_back(pass->text, at, end);
	if (is_cell(pass, at, end)) {
		mend_cell(pass, at, end);
		return true;
	}
	if (is_string(pass, at, end))
		marks = 1;
	else if (is_between_threes(pass, at, end))
		marks = THREE;
	if (!marks)
		return false;
	pass_delete(pass, RULE_ENCODING_ESCAPE, at, at + marks);
	pass_delete(pass, RULE_ENCODING_ESCAPE, end - marks, end);
	return true;
}

static void run(struct pass *pass)
{
	size_t at = 0;

	if (mend_text(pass) ||
	    !survey_saw(pass->survey, SEEN_LITERAL | SEEN_BACKSLASH))
		return;

	while (at < pass->len) {
		const size_t end = bytes_line_end(pass->text, pass->len, at);

		at = skip_spaces(pass->text, pass->len, at);
		if (at < end)
			mend_line(pass, at, end);
		at = end + 1;
	}
}

static bool triggered(const struct survey *survey)
{
	return survey_saw(survey, SEEN_LITERAL | SEEN_BACKSLASH) ||
	       survey->straight_double >= CELL_MARKS;
}

const struct stage literal_stage = {
	.name = "encoding",
	.decodes = true,
	.rule = RULE_ENCODING_ESCAPE,
	.triggered = triggered,
	.run = run,
};
