/*
 * A text most of whose spaces do not break: an editor or a page set them, and
 * nobody meant any. They become plain ones before the steps that read words,
 * commands and tags, whose spaces are plain; after those for which they may be
 * a byte of a letter.
 */
#include "stages/stage.h"

#include "base/bytes.h"
#include "unicode/props.h"

#define NO_BREAK "\u00A0"
#define LENGTH 2
#define LEAST 4 /* fewer may be those of numbers: a text of one line */
#define ALONE 4 /* so many between words for one in a column or an indent */

/* The next one from text[at] on, or the text's end. */
static size_t next_no_break(const struct pass *pass, size_t at)
{
	const char lead = NO_BREAK[0];

	at = bytes_find(pass->text, pass->len, at, lead);
	while (at < pass->len && !pass_has(pass, at, NO_BREAK))
		at = bytes_find(pass->text, pass->len, at + 1, lead);
	return at;
}

/* White space beside it: a column, or an indent. */
static bool is_alone(const struct pass *pass, size_t at)
{
	return !unicode_is_space(utf8_before(pass->text, at)) &&
	       !unicode_is_space(pass_point(pass, at + LENGTH));
}

static size_t count_plain(const struct pass *pass)
{
	size_t count = 0;

	for (size_t at = 0; at < pass->len; at++)
		count += pass->text[at] == ' ';
	return count;
}

static bool are_most(const struct pass *pass)
{
	size_t alone = 0, others = 0;

	for (size_t at = next_no_break(pass, 0); at < pass->len;
	     at = next_no_break(pass, at + LENGTH)) {
		if (is_alone(pass, at))
			alone++;
		else
			others++;
	}
	return alone >= LEAST && alone > others * ALONE &&
	       alone > count_plain(pass);
}

static void run(struct pass *pass)
{
	size_t at = pass->len;

	if (are_most(pass))
		at = next_no_break(pass, 0);
	for (; at < pass->len; at = next_no_break(pass, at + LENGTH))
		if (is_alone(pass, at))
			pass_put(pass, RULE_WHITESPACE_EXOTIC, at, at + LENGTH,
				 " ");
}

const struct stage no_break_stage = {
	.name = "whitespace",
	.decodes = true,
	.sees = SEEN_SPACE_EXOTIC,
	.rule = RULE_WHITESPACE_EXOTIC,
	.run = run,
	.unmarks = true,
};
