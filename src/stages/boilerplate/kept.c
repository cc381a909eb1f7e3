/*
 * The lines that stay. A mark is never taken back, so that each line that goes
 * may remember how many beside it go, too; as in a disjoint-set forest, a walk
 * lets all lines that it met remember where it ended.
 */
#include "stages/boilerplate/kept.h"

#include <string.h>

size_t kept_next(const struct article *article, size_t index)
{
	struct line *lines = article->lines;
	size_t end = index;

	while (end < article->count && lines[end].mark)
		end += lines[end].goes_after + (size_t)1;
	while (index < end) {
		const size_t next = index + lines[index].goes_after + 1;

		lines[index].goes_after = (uint32_t)(end - index - 1);
		index = next;
	}
	return end;
}

size_t kept_end(const struct article *article, size_t index)
{
	struct line *lines = article->lines;
	size_t end = index;

	while (end && lines[end - 1].mark)
		end -= lines[end - 1].goes_before + (size_t)1;
	while (index > end) {
		const size_t next = index - lines[index - 1].goes_before - 1;

		lines[index - 1].goes_before = (uint32_t)(index - 1 - end);
		index = next;
	}
	return end;
}

#define PARAGRAPH_BYTES 110 /* of a line, on the average */
#define BROKEN_PERCENT 10   /* of lines that end in mid-sentence, at most */
#define BRIEF_BYTES 80	    /* lines of a block of contacts, or of a list */

/*
 * Without blank lines, and with lines as long as paragraphs, each line end is
 * the end of one, but between two brief lines.
 */
static bool ends_paragraph(const struct article *article, size_t index)
{
	const struct survey *survey = article->pass->survey;
	const struct line *line = &article->lines[index];

	return !survey->blank_lines &&
	       survey->len >= survey->lines * (size_t)PARAGRAPH_BYTES &&
	       survey->broken_lines * 100 <= survey->lines * BROKEN_PERCENT &&
	       (line->end - line->at > BRIEF_BYTES ||
		line[-1].end - line[-1].at > BRIEF_BYTES);
}

bool line_follows(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];
	const char *text = article->pass->text;
	const char *newline = index ? memchr(text + line[-1].end, '\n',
					     line->at - line[-1].end)
				    : NULL;

	return newline && !memchr(newline + 1, '\n',
				  (size_t)(text + line->at - newline - 1));
}

bool line_adjoins(const struct article *article, size_t index)
{
	return line_follows(article, index) && !ends_paragraph(article, index);
}
