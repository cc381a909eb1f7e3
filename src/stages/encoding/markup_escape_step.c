/*
 * Markdown's backslashes: "19th\-century", "U\.S\.", "\[laughs\]". Two of them,
 * or one that can be nothing else, are proof; a path or a pattern of a program
 * in the text speaks against it.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/encoding/backslash.h"

#define SURE 2

/* Marks that Markdown escapes, and programs that print strings do not. */
static bool is_escaped(const struct pass *pass, size_t at)
{
	const unsigned char c = pass_byte(pass, at + 1);
	const unsigned char before = pass_byte_before(pass, at);

	/* The shrug has a macron before its arm: two bytes. */
	return c && strchr(".-[]()_*#+!>~`|{}", c) && before != '\\' &&
	       before != 0xAF && before != ':';
}

/*
 * "a\-b", "a\. ": between letters, or a sentence's end. "\--" and "\...", which
 * its readers would take for a dash and an ellipsis.
 */
static bool is_sure(const struct pass *pass, size_t at)
{
	const unsigned char c = pass_byte(pass, at + 1);
	const unsigned char after = pass_byte(pass, at + 2);

	const unsigned char before = pass_byte_before(pass, at);

	return pass_has(pass, at + 1, "--") || pass_has(pass, at + 1, "...") ||
	       (c == '-' && ascii_is_alnum(before) && ascii_is_alnum(after)) ||
	       (c == '.' && ascii_is_letter(before) &&
		(!after || ascii_is_space(after)));
}

/*
 * A letter after it: \d of a pattern, \Users of a path. A space: old wires have
 * a backslash for a fraction.
 */
static bool speaks_against(const struct pass *pass, size_t at)
{
	const unsigned char c = pass_byte(pass, at + 1);

	return c == '\\' || c == ' ' ||
	       (ascii_is_alnum(c) && !backslash_is_letter(c));
}

static bool is_markdown(const struct pass *pass)
{
	size_t signs = 0;

	for (size_t at = next_backslash(pass, 0); at < pass->len;
	     at = next_backslash(pass, at + 2)) {
		if (speaks_against(pass, at))
			return false;
		if (is_escaped(pass, at))
			signs += is_sure(pass, at) ? SURE : 1;
	}
	return signs >= SURE;
}

static void run(struct pass *pass)
{
	if (!is_markdown(pass))
		return;
	for (size_t at = next_backslash(pass, 0); at < pass->len;
	     at = next_backslash(pass, at + 2))
		if (is_escaped(pass, at))
			pass_delete(pass, RULE_ENCODING_MARKUP_ESCAPE, at,
				    at + 1);
}

const struct stage markup_escape_stage = {
	.name = "encoding",
	.decodes = true,
	.sees = SEEN_BACKSLASH,
	.rule = RULE_ENCODING_MARKUP_ESCAPE,
	.run = run,
	.unmarks = true,
};
