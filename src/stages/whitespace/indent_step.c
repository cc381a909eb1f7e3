/*
 * Indents of no-break and typographic spaces become such of plain ones, one for
 * each, since the steps that tell verse, lists and code by their indents know
 * these only. Which indents stay is for the whitespace stage to say.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "unicode/props.h"

#define SPACES "                "
#define MOST (sizeof(SPACES) - 1) /* of one edit */
#define NO_BREAK 0xA0

/*
 * White space of a line that is no plain space; a tab is a column's, and
 * paragraphs begin with U+3000 where it is used.
 */
static bool is_odd_space(uint32_t point)
{
	return point == NO_BREAK ||
	       (point >= 0x2000 && point < 0x2010 && unicode_is_space(point)) ||
	       point == 0x202F || point == 0x205F;
}

/* Replace the spaces from *at on, MOST at the most; false: there are none. */
static bool mend(struct pass *pass, size_t *at)
{
	size_t end = *at, count = 0;

	while (count < MOST && is_odd_space(pass_point(pass, end))) {
		utf8_next(pass->text, &end);
		count++;
	}
	if (count)
		pass_replace(pass, RULE_WHITESPACE_EXOTIC, *at, end, SPACES,
			     count);
	*at = end;
	return count > 0;
}

/* Where the indent of the line at text[at] ends. */
static size_t indent_end(const struct pass *pass, size_t at)
{
	while (is_odd_space(pass_point(pass, at)) ||
	       ascii_is_blank(pass_byte(pass, at)))
		utf8_next(pass->text, &at);
	return at;
}

/* A blank line has no indent. */
static void see_line(struct pass *pass, size_t at)
{
	const size_t end = indent_end(pass, at);

	if (end == pass->len || pass_byte(pass, end) == '\n')
		return;
	while (at < end) {
		if (!mend(pass, &at))
			at++;
	}
}

static void run(struct pass *pass)
{
	const char *text = pass->text, *end;
	size_t at = 0;

	for (;;) {
		see_line(pass, at);
		end = memchr(text + at, '\n', pass->len - at);
		if (!end)
			break;
		at = (size_t)(end - text) + 1;
	}
}

const struct stage indent_stage = {
	.name = "whitespace",
	.decodes = true,
	.sees = SEEN_SPACE_EXOTIC,
	.rule = RULE_WHITESPACE_EXOTIC,
	.run = run,
	.unmarks = true,
};
