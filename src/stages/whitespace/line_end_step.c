/*
 * Line ends with a carriage return, before all other steps: these know newlines
 * only, and a text with other line ends must come out as it would with them.
 */
#include "stages/stage.h"

#include <string.h>

#define NEWLINES "\n\n\n\n\n\n\n\n"
#define MOST (sizeof(NEWLINES) - 1) /* line ends of one edit */

/*
 * Bytes of each CR's line end. Where all line ends are CR CR LF, that is one: a
 * program on Windows wrote CR LF, and its library one more CR.
 */
static size_t find_width(const struct pass *pass)
{
	const char *text = pass->text;
	size_t crs = 0, ends = 0;

	for (size_t at = 0; at < pass->len; at++) {
		crs += text[at] == '\r';
		if (text[at] != '\n')
			continue;
		if (at < 2 || text[at - 1] != '\r' || text[at - 2] != '\r')
			return 2;
		ends++;
	}
	return ends && crs == 2 * ends ? 3 : 2;
}

static bool is_line_end(const struct pass *pass, size_t at)
{
	return at < pass->len &&
	       (pass->text[at] == '\r' || pass->text[at] == '\n');
}

/* The line ends from `at` on, as many as an edit may hold; where they end. */
static size_t count_ends(const struct pass *pass, size_t width, size_t at,
			 size_t *end)
{
	size_t count = 0;

	for (; count < MOST && is_line_end(pass, at); count++) {
		if (width == 3)
			at += 2;
		else
			at += pass->text[at] == '\r' && at + 1 < pass->len &&
			      pass->text[at + 1] == '\n';
		at++;
	}
	*end = at;
	return count;
}

static void run(struct pass *pass)
{
	const size_t width = find_width(pass);
	const char *text = pass->text, *cr;
	size_t at = 0, end;

	while (at < pass->len &&
	       (cr = memchr(text + at, '\r', pass->len - at))) {
		const size_t count =
			count_ends(pass, width, (size_t)(cr - text), &end);

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
