/* Numbered headings. */
#include "stages/boilerplate/sections.h"

#include "base/ascii.h"

#define HEADING_MOST 100 /* bytes of a heading */
#define PARAGRAPH 80	 /* bytes of a paragraph, at least */
#define MOST_DIGITS 3

/* A heading that was met. */
struct heading {
	size_t line;
	unsigned number; /* 0: none was met yet */
	bool prose;	 /* a paragraph follows it */
};

/* The number of "3. The mill" and "3) The mill"; 0: it is no such line. */
static unsigned number_of(const char *text, const struct line *line)
{
	unsigned number = 0;
	size_t at = line->at;

	while (at < line->end && at < line->at + MOST_DIGITS &&
	       ascii_is_digit((unsigned char)text[at]))
		number = number * 10 + (unsigned)(text[at++] - '0');
	return at + 2 < line->end && (text[at] == '.' || text[at] == ')') &&
			       text[at + 1] == ' ' &&
			       !ascii_is_lower((unsigned char)text[at + 2])
		       ? number
		       : 0;
}

static bool follows(const struct heading *last, unsigned number)
{
	return last->number && last->prose &&
	       (number == last->number + 1 || number + 1 == last->number);
}

void sections_mark(struct article *article)
{
	const char *text = article->pass->text;
	struct line *lines = article->lines;
	struct heading last = { 0 };

	for (size_t i = 0; i < article->count; i++) {
		const size_t size = lines[i].end - lines[i].at;
		const unsigned number =
			size <= HEADING_MOST ? number_of(text, &lines[i]) : 0;

		last.prose |= size >= PARAGRAPH;
		if (!number)
			continue;
		if (follows(&last, number))
			lines[last.line].own = lines[i].own = true;
		last = (struct heading){ i, number, false };
	}
}
