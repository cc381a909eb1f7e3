/*
 * Marks of a quotation before each line: "> " of mail, where every line has
 * them, and of Markdown, where the text has its headings or addresses, too.
 */
#include "stages/stage.h"

#include "text/lines.h"

#define LEAST_LINES 3
#define ADDRESS "[https://"

/* Of a line: where its marks end, and how many there are. */
struct marks {
	size_t end, count;
};

static struct marks marks_at(const struct pass *pass, size_t at)
{
	struct marks marks = { at, 0 };

	while (at < pass->len && pass->text[at] == '>') {
		marks.count++;
		marks.end = ++at;
		if (at < pass->len && pass->text[at] == ' ')
			at++;
	}
	return marks;
}

/* The marks that all lines with text have; 0: there is none, or few lines. */
static size_t common_marks(const struct pass *pass)
{
	size_t least = SIZE_MAX, lines = 0, next = 0, at, end;

	while (text_next_line(pass->text, pass->len, &next, &at, &end)) {
		const struct marks marks = marks_at(pass, at);

		if (marks.count < least)
			least = marks.count;
		lines += marks.end < end;
		if (!least)
			break;
	}
	return lines >= LEAST_LINES ? least : 0;
}

/* "words [https://...]", as a page that became text has them. */
static bool has_addresses(const struct pass *pass)
{
	size_t at = 0;

	while ((at = bytes_find(pass->text, pass->len, at, *ADDRESS)) <
	       pass->len) {
		if (pass_byte_before(pass, at) == ' ' &&
		    pass_has(pass, at, ADDRESS))
			return true;
		at++;
	}
	return false;
}

/* "# " before a heading, or a row of "=" under one. */
static bool has_headings(const struct pass *pass)
{
	size_t next = 0, at, end;

	while (text_next_line(pass->text, pass->len, &next, &at, &end)) {
		size_t signs = at;

		while (signs < end && pass->text[signs] == pass->text[at])
			signs++;
		if (pass->text[at] == '#' && signs - at < 7 && signs < end &&
		    pass->text[signs] == ' ')
			return true;
		if (pass->text[at] == '=' && signs == end && end - at > 3)
			return true;
	}
	return false;
}

/* Take `count` marks from the line that starts at `at`. */
static void unquote(struct pass *pass, size_t at, size_t count)
{
	const size_t from = at;

	for (; count && at < pass->len && pass->text[at] == '>'; count--) {
		at++;
		if (at < pass->len && pass->text[at] == ' ')
			at++;
	}
	if (at > from)
		pass_delete(pass, RULE_ENCODING_QUOTED_LINES, from, at);
}

static void run(struct pass *pass)
{
	size_t count = common_marks(pass), next = 0, at, end;

	if (!count && !has_headings(pass) && !has_addresses(pass))
		return;
	while (text_next_line(pass->text, pass->len, &next, &at, &end)) {
		const bool spaced = at + 1 == end ||
				    pass->text[at + 1] == ' ' ||
				    pass->text[at + 1] == '>';

		if (count || spaced)
			unquote(pass, at, count ? count : 1);
	}
}

const struct stage quoted_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_FRAME,
	.rule = RULE_ENCODING_QUOTED_LINES,
	.run = run,
	.unmarks = true,
};
