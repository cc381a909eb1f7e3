/*
 * An example of each rule, from the test cases: <rule_examples.h> is made from
 * them by src/cli/rule_examples.
 */
#include "cli/rule_example.h"

#include <string.h>

struct example {
	const char *rule, *title, *diff;
};

/* clang-format off */
#define EXAMPLE(rule, title, diff) { rule, title, diff },
/* clang-format on */

static const struct example examples[] = {
#include <rule_examples.h>
	{ NULL, NULL, NULL },
};

/* Each line of the diff, indented. */
static void add_lines(struct buffer *out, const char *text)
{
	while (*text) {
		const size_t len = strcspn(text, "\n");

		buffer_add_text(out, len ? "  " : "");
		buffer_add(out, text, len);
		buffer_add_byte(out, '\n');
		text += len + (text[len] != '\0');
	}
}

void rule_example(struct buffer *out, const char *rule)
{
	const struct example *example = examples;

	while (example->rule && strcmp(example->rule, rule))
		example++;
	if (!example->rule)
		return;
	buffer_printf(out, "example   %s\n\n", example->title);
	add_lines(out, example->diff);
	if (strchr(example->diff, '\\'))
		buffer_add_text(out, "\n(\\u{N}: a character by its number, "
				     "\\x{N}: a byte, \\s: a space, \\r: a\n"
				     "carriage return, \\\\: a backslash)\n");
}
