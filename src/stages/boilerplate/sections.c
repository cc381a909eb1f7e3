/* Numbered headings and sources. */
#include "stages/boilerplate/sections.h"

#include "base/ascii.h"
#include "edit/shape.h"

#define HEADING_MOST 100 /* bytes of a heading */
#define PARAGRAPH 80	 /* bytes of a paragraph, at least */
#define SENTENCE 20	 /* of one that ends as a sentence does */
#define MOST_DIGITS 3

/* A heading that was met, or a source. */
struct heading {
	size_t line;
	unsigned number; /* 0: none was met yet */
	char source;	 /* the bracket that its number is in, or 0 */
	bool prose;	 /* a paragraph follows it */
};

/* The number at text[*at], and past it. */
static unsigned read_number(const char *text, size_t *at, size_t end)
{
	const size_t limit = end - *at < MOST_DIGITS ? end : *at + MOST_DIGITS;
	unsigned number = 0;

	for (; *at < limit && ascii_is_digit((unsigned char)text[*at]); (*at)++)
		number = number * 10 + (unsigned)(text[*at] - '0');
	return number;
}

/* "3. The mill", "3) The mill", "[3] The mill", "(3) The mill"; 0 is no number
 * of such a line. */
static void heading_read(struct heading *heading, const char *text,
			 const struct line *line)
{
	size_t at = line->at;

	/* most lines are told by their first byte */
	if (text[at] != '[' && text[at] != '(' &&
	    !ascii_is_digit((unsigned char)text[at]))
		return;
	heading->source =
		ascii_is_digit((unsigned char)text[at]) ? 0 : text[at];
	at += heading->source != 0;
	heading->number = read_number(text, &at, line->end);
	if (at + 2 >= line->end || text[at + 1] != ' ' ||
	    !(heading->source == '[' ? text[at] == ']'
	      : heading->source	     ? text[at] == ')'
				     : text[at] == '.' || text[at] == ')') ||
	    (!heading->source && (ascii_is_lower((unsigned char)text[at + 2]) ||
				  line->end - line->at > HEADING_MOST)))
		heading->number = 0;
}

static bool follows(const struct heading *last, const struct heading *heading)
{
	return last->number && last->source == heading->source &&
	       (last->prose || last->source) &&
	       (heading->number == last->number + 1 ||
		heading->number + 1 == last->number);
}

/* A paragraph, or a short one that is a sentence. */
static bool is_prose(const char *text, const struct line *line)
{
	const size_t len = line->end - line->at;

	return len >= PARAGRAPH ||
	       (len >= SENTENCE &&
		shape_end(text, line->end) == SHAPE_END_SENTENCE);
}

void sections_mark(struct article *article)
{
	const char *text = article->pass->text;
	struct line *lines = article->lines;
	struct heading last = { 0 };

	if (!rims_begin_number(&article->rims) &&
	    !rims_begin(&article->rims, "["))
		return;
	for (size_t i = 0; i < article->count; i++) {
		struct heading heading = { .line = i };

		last.prose |= is_prose(text, &lines[i]);
		heading_read(&heading, text, &lines[i]);
		if (!heading.number)
			continue;
		if (follows(&last, &heading))
			lines[last.line].own = lines[i].own = true;
		last = heading;
	}
}
