/* Lines of markup, of which the author made headings, links and references. */
#include "stages/boilerplate/line_markup.h"

#include <string.h>

#include "base/ascii.h"

#define LEAST_RULE 3 /* bytes of a line under a heading */

/* Whether `mark` is in text[at, end). */
static bool holds(const char *text, size_t at, size_t end, const char mark[2])
{
	while (at + 1 < end) {
		const char *found = memchr(text + at, mark[0], end - at - 1);

		if (!found)
			return false;
		if (found[1] == mark[1])
			return true;
		at = (size_t)(found - text) + 1;
	}
	return false;
}

/* A heading: the line after it is of dashes or equals signs. */
static bool is_underlined(const struct article *article,
			  const struct line *line)
{
	const char *text = article->pass->text;
	const struct line *next = line + 1;
	size_t at;

	if (line < article->lines || next >= article->lines + article->count ||
	    next->end - next->at < LEAST_RULE || !strchr("-=", text[next->at]))
		return false;
	for (at = next->at; at < next->end; at++)
		if (text[at] != text[next->at])
			return false;
	return true;
}

/*
 * Markdown, whose links and headings are the author's: "# Boats",
 * "[The boat](/boat)", "[boat]: https://lowell.example".
 */
bool line_is_markup(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;
	const size_t at = line->at, end = line->end;

	/* "^ Harbour Times, May 4": a reference; "/bin/boat -o": a command */
	if (end - at > 1 &&
	    ((text[at] == '^' && text[at + 1] == ' ') ||
	     (text[at] == '/' && ascii_is_letter((unsigned char)text[at + 1]))))
		return true;
	return (text[at] == '#' && end - at > 1 &&
		(text[at + 1] == '#' || text[at + 1] == ' ')) ||
	       is_underlined(article, line) || holds(text, at, end, "](") ||
	       (text[at] == '[' && holds(text, at, end, "]:"));
}
