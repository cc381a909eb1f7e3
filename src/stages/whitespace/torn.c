/*
 * Paragraphs that the end of a page or of a column tore in two: a blank line
 * is between two lines of one sentence.
 */
#include "stages/whitespace/wrap.h"

#include "base/utf8.h"
#include "edit/shape_line.h"

/* Percent of the width that a torn line has with the next one's first word: its
   paragraph was filled up to there. And of a longer line, as it is. */
#define FULL 85
#define LONGEST 115

static bool is_filled(const struct scanner *scanner, const struct gap *gap,
		      size_t width)
{
	struct shape_line line, next;

	wrap_read_lines(scanner, gap, &line, &next);
	return line.columns * 100 <= (line.indent + width) * LONGEST &&
	       (line.columns + 1 + next.word) * 100 > width * FULL;
}

/* "on the" before "5th of May", or any word before one in small letters. */
static bool goes_on(const struct scanner *scanner, const struct gap *gap)
{
	switch (shape_start(scanner->text, scanner->len, gap->end)) {
	case SHAPE_START_LOWER:
		return true;
	case SHAPE_START_DIGIT:
		return scanner_word_before(scanner, gap->at) & LIST_TELLTALE;
	default:
		return false;
	}
}

bool wrap_is_torn(struct scanner *scanner, const struct gap *gap, size_t width)
{
	/* a text begins with its headline: "The Quay That Failed", "by Ida
	 * Moss" */
	return width && scanner->line && wrap_tells_sentences(scanner) &&
	       unicode_is_letter(utf8_before(scanner->text, gap->at)) &&
	       goes_on(scanner, gap) && is_filled(scanner, gap, width) &&
	       !wrap_begins_item(scanner, scanner->line) &&
	       !wrap_begins_item(scanner, gap->end) &&
	       !lines_is_row(scanner, gap->at) &&
	       !lines_is_row(scanner, gap->end);
}
