/*
 * Documents that come with programs, as READMEs are. What is furniture of a
 * page of news is text of theirs: links that stand alone, "See also", whom to
 * write to.
 */
#include "text/readme.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "text/fence.h"
#include "text/preformatted.h"

#define LEAST_HEADINGS 2
#define MOST_HEADING 24 /* bytes of the longest name, in small letters */
#define LEAST_SPANS 2	/* `of code` */

/*
 * Of 20,000 articles of news one has a line of these, and none has two; of 400
 * READMEs 120 have two, or one and code beside it.
 */
static const char *const headings[] = {
	"bug reports",
	"bugs",
	"building",
	"changelog",
	"compiling",
	"configuration",
	"contributing",
	"copyright and licence",
	"copyright and license",
	"dependencies",
	"documentation",
	"getting started",
	"install",
	"installation",
	"installing",
	"known bugs",
	"known issues",
	"licence",
	"license",
	"licensing",
	"prerequisites",
	"quick start",
	"quickstart",
	"reporting bugs",
	"requirements",
	"running tests",
	"running the tests",
	"synopsis",
	"testing",
	"troubleshooting",
	"usage",
};

#define HEADINGS (sizeof(headings) / sizeof(*headings))

/* The headings that were met. */
struct met {
	bool heading[HEADINGS];
	size_t count; /* of different names; one that is underlined is two */
};

static bool is_sign(char byte)
{
	return byte && strchr("#=*~:. \t", byte);
}

/* "## Usage", "INSTALLATION:", "* License": a heading's name; HEADINGS: none.
 */
static size_t heading_of(const char *text, size_t at, size_t end)
{
	char name[MOST_HEADING];
	size_t len = 0;

	while (at < end &&
	       (is_sign(text[at]) || ascii_is_digit((unsigned char)text[at])))
		at++;
	while (end > at && is_sign(text[end - 1]))
		end--;
	if (at == end || end - at > sizeof(name))
		return HEADINGS;
	for (; at < end; at++)
		name[len++] = (char)ascii_lower((unsigned char)text[at]);
	for (size_t i = 0; i < HEADINGS; i++)
		if (bytes_are(name, len, headings[i]))
			return i;
	return HEADINGS;
}

/* "`make`" and its like, in a line. */
static size_t count_spans(const char *text, size_t at, size_t end)
{
	size_t count = 0;

	while (at < end) {
		const char *open = memchr(text + at, '`', end - at);
		const char *close =
			open ? memchr(open + 1, '`',
				      (size_t)(text + end - open - 1))
			     : NULL;

		if (!close)
			break;
		count += close > open + 1;
		at = (size_t)(close - text) + 1;
	}
	return count;
}

/* "$ make": what is typed. */
static bool is_typed(const char *text, const struct text_line *line)
{
	return line->end - line->at > 2 && text[line->at + 1] == ' ' &&
	       (text[line->at] == '$' || text[line->at] == '%') &&
	       ascii_is_lower((unsigned char)text[line->at + 2]);
}

/* A fence, a line that is typed, or `some` in the `lines`. */
static bool shows_code(const char *text, size_t len)
{
	struct fence_walk walk = { .text = text, .len = len };
	struct fence fence;
	struct text_line line;
	size_t spans = 0;

	for (size_t at = 0; at < len; at = line.next) {
		text_line_read(&line, text, len, at);
		spans += count_spans(text, line.at, line.end);
		if (spans >= LEAST_SPANS || is_typed(text, &line))
			return true;
	}
	return fence_next(&walk, &fence);
}

/* A line under a heading, about as long as it: as sure as a second heading. */
static bool is_underlined(const char *text, size_t len,
			  const struct text_line *line)
{
	struct text_line next;
	size_t at;

	if (line->next >= len)
		return false;
	text_line_read(&next, text, len, line->next);
	for (at = next.at; at < next.end && text[at] == text[next.at]; at++)
		continue;
	return at == next.end && next.end > next.at &&
	       strchr("-=~^", text[next.at]) &&
	       next.end - next.at + 1 >= line->end - line->at;
}

static void look_at(struct met *met, const char *text, size_t len,
		    const struct text_line *line)
{
	const size_t name = heading_of(text, line->at, line->end);

	if (name == HEADINGS || met->heading[name])
		return;
	met->heading[name] = true;
	met->count += is_underlined(text, len, line) ? 2 : 1;
}

bool text_is_readme(const char *text, size_t len)
{
	struct met met = { .count = 0 };
	struct text_line line;

	for (size_t at = 0; at < len; at = line.next) {
		text_line_read(&line, text, len, at);
		look_at(&met, text, len, &line);
		if (met.count >= LEAST_HEADINGS)
			return true;
	}
	return met.count && shows_code(text, len);
}
