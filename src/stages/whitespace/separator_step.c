/*
 * The line and paragraph separators of Unicode become newlines before what
 * reads lines, as carriage returns do. Where a text stays as it is, they are
 * its.
 */
#include "stages/stage.h"

#include "base/bytes.h"

/* U+2028, U+2029: all but their last byte, and their length. */
#define SEPARATOR "\xE2\x80"
#define LENGTH 3

static bool is_separator(const struct pass *pass, size_t at)
{
	return pass_has(pass, at, SEPARATOR) &&
	       (pass_byte(pass, at + 2) | 1) == 0xA9;
}

static void run(struct pass *pass)
{
	const char lead = SEPARATOR[0];
	size_t at = bytes_find(pass->text, pass->len, 0, lead);

	for (; at < pass->len;
	     at = bytes_find(pass->text, pass->len, at + LENGTH, lead)) {
		if (is_separator(pass, at))
			pass_put(pass, RULE_WHITESPACE_LINE_END, at,
				 at + LENGTH, "\n");
	}
}

const struct stage separator_stage = {
	.name = "whitespace",
	.decodes = true,
	.sees = SEEN_SPACE_EXOTIC,
	.rule = RULE_WHITESPACE_LINE_END,
	.run = run,
};
