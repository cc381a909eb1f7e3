/*
 * Line ends with a carriage return, before all other steps: these know newlines
 * only, and a text with other line ends must come out as it would with them.
 */
#include "stages/stage.h"

#include <string.h>

#define NEWLINES "\n\n\n\n\n\n\n\n"
#define MOST (sizeof(NEWLINES) - 1) /* line ends of one edit */

static bool is_line_end(const struct pass *pass, size_t at)
{
	return at < pass->len &&
	       (pass->text[at] == '\r' || pass->text[at] == '\n');
}

/* The line ends from `at` on, as many as an edit may hold; where they end. */
static size_t count_ends(const struct pass *pass, size_t at, size_t *end)
{
	size_t count = 0;

	for (; count < MOST && is_line_end(pass, at); count++) {
		at += pass->text[at] == '\r' && at + 1 < pass->len &&
		      pass->text[at + 1] == '\n';
		at++;
	}
	*end = at;
	return count;
}

static void run(struct pass *pass)
{
	const char *text = pass->text, *cr;
	size_t at = 0, end;

	while (at < pass->len &&
	       (cr = memchr(text + at, '\r', pass->len - at))) {
		const size_t count =
			count_ends(pass, (size_t)(cr - text), &end);

		pass_replace(pass, RULE_WHITESPACE_LINE_END,
			     (size_t)(cr - text), end, NEWLINES, count);
		at = end;
	}
}

const struct stage line_end_stage = {
	.name = "whitespace",
	.decodes = true,
	.everywhere = true,
	.sees = SEEN_CR,
	.rule = RULE_WHITESPACE_LINE_END,
	.run = run,
};
