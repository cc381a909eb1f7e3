/*
 * Lines that are a bytes literal of Python, b'The ferry\xe2\x80\x99s owner':
 * somebody wrote str() of bytes. The letter and the marks around it go; what is
 * escaped inside is left to the steps for it.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

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

	while (end > at && text[end - 1] == ' ')
		end--;
	if (end - at < LEAST || text[at] != 'b' ||
	    !strchr("'\"", text[at + 1]) || text[end - 1] != text[at + 1] ||
	    !is_inside(pass, at + 2, end - 1, text[at + 1]))
		return;
	pass_delete(pass, RULE_ENCODING_ESCAPE, at, at + 2);
	pass_delete(pass, RULE_ENCODING_ESCAPE, end - 1, end);
}

static void run(struct pass *pass)
{
	size_t at = 0;

	while (at < pass->len) {
		const size_t end = bytes_line_end(pass->text, pass->len, at);

		while (pass_byte(pass, at) == ' ')
			at++;
		if (at < end)
			mend_line(pass, at, end);
		at = end + 1;
	}
}

const struct stage literal_stage = {
	.name = "encoding",
	.decodes = true,
	.sees = SEEN_LITERAL,
	.rule = RULE_ENCODING_ESCAPE,
	.run = run,
};
