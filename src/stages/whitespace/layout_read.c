/* The lines of a block, read for how they were set. */
#include "stages/whitespace/layout_read.h"

#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "edit/shape_line.h"
#include "text/marks.h"

#define DEEP 12	      /* indent of a line that is a cell's alone */
#define CELL_BYTES 24 /* of a label, or a number, beside a cell of prose */

/*
 * Whether a sign of code is one there. A bracket follows a name without a space
 * where a function is called. A shell's tests are in "[ -f pier ]"; "&&", and
 * "$pier", but not "$5".
 */
static bool is_code_sign(const struct scanner *scanner, size_t at)
{
	const unsigned char c = byte_at(scanner, at);
	const unsigned char next = byte_at(scanner, at + 1);

	if (c == '[' && (next == '[' || stands_at(scanner, at, "[ -")))
		return true;
	if (c == '(' || c == '[')
		return ascii_is_alnum(byte_before(scanner, at));
	if (c == '&' || c == '|')
		return next == c;
	if (c == '$')
		return ascii_is_letter(next) || next == '{';
	/* A row of one sign is a ruler. */
	return byte_before(scanner, at) != c;
}

static size_t count_code_signs(const struct scanner *scanner, size_t at,
			       size_t end)
{
	const struct byte_set signs = byte_set_of("([&|${}=_\\");
	size_t count = 0;

	for (; (at = byte_set_find(&signs, scanner->text, at, end)) < end; at++)
		count += is_code_sign(scanner, at);
	return count;
}

/* "A. Hull": a part of an outline; a name may begin so, too. */
static bool begins_part(const struct scanner *scanner, size_t at)
{
	return ascii_is_upper(byte_at(scanner, at)) &&
	       stands_at(scanner, at + 1, ". ");
}

static void see_indent(struct layout_reading *reading,
		       const struct scanner *scanner,
		       const struct shape_line *line, size_t from)
{
	const size_t indent = line->at - from;

	for (size_t at = from; at < line->at; at++) {
		reading->tabs |= scanner->text[at] == '\t';
		reading->spaces |= scanner->text[at] == ' ';
	}
	if (indent < reading->block->base)
		reading->block->base = indent;
	if (indent ? wrap_begins_inner(scanner, line->at) ||
			     begins_part(scanner, line->at)
		   : wrap_begins_item(scanner, line->at)) {
		reading->least = reading->items ? reading->least : indent;
		reading->inner += reading->items && indent > reading->least;
		reading->items++;
	}
}

/* Two spaces between words, not after a sentence. */
static bool has_gap(const struct scanner *scanner,
		    const struct shape_line *line)
{
	for (size_t at = line->at + 1; at + 2 < line->end; at++)
		if (scanner->text[at] == ' ' && scanner->text[at + 1] == ' ' &&
		    !strchr(".?!:", scanner->text[at - 1]))
			return true;
	return false;
}

/* Small words with which a sentence goes on: prose gives them no capital. */
#define GOES_ON                                                                \
	(LIST_BARE | LIST_TELLTALE | LIST_CLAUSE | LIST_PRONOUN |              \
	 LIST_CONTRACTED)

/*
 * "... in the grey" and "And the bell": the sentence goes on with a capital, as
 * in verse. "The Hague" is a name, and "I" has its capital anywhere.
 */
static bool is_risen(const struct scanner *scanner,
		     const struct shape_line *line,
		     const struct shape_line *last)
{
	size_t at = line->at + 1;

	if (!ascii_is_upper(byte_at(scanner, line->at)) ||
	    shape_end(scanner->text, last->end) == SHAPE_END_SENTENCE ||
	    byte_before(scanner, last->end) == ':')
		return false;
	while (ascii_is_lower(byte_at(scanner, at)))
		at++;
	return byte_at(scanner, at) == ' ' &&
	       ascii_is_lower(byte_at(scanner, at + 1)) &&
	       !stands_at(scanner, line->at, "I ") &&
	       scanner_word_at(scanner, line->at) & GOES_ON;
}

static void see_line(struct layout_reading *reading,
		     const struct scanner *scanner,
		     const struct shape_line *line,
		     const struct shape_line *last)
{
	reading->lines++;
	if (!reading->items && line->columns > reading->above)
		reading->above = line->columns;
	if (line->columns > reading->widest)
		reading->widest = line->columns;
	if (reading->lines > 1) {
		const size_t room = last->columns + 1 + line->word;

		reading->small +=
			shape_goes_on(scanner->text, scanner->len, line->at);
		reading->risen += is_risen(scanner, line, last);
		if (!reading->room || room < reading->room)
			reading->room = room;
	}
	if (reading->lines > 1 && line->indent > last->indent &&
	    shape_end(scanner->text, last->end) != SHAPE_END_SENTENCE) {
		reading->deeper++;
		reading->inset += line->indent >= last->indent + 2;
	}
	reading->capital += shape_start(scanner->text, scanner->len,
					line->at) == SHAPE_START_UPPER;
	reading->ended +=
		shape_end(scanner->text, line->end) == SHAPE_END_SENTENCE;
	reading->marked += mark_is(utf8_before(scanner->text, line->end),
				   MARK_STOP_OR_PAUSE);
	reading->signs += count_code_signs(scanner, line->at, line->end);
	reading->bytes += line->end - line->at;
	reading->deep += line->indent >= DEEP;
	reading->gapped += line->indent < DEEP && has_gap(scanner, line);
}

/* A cell that is short, and no sentence. */
static bool is_label(const struct scanner *scanner, size_t at, size_t end)
{
	return end - at <= CELL_BYTES &&
	       !strchr(".?!", byte_before(scanner, end));
}

/* "s1	The pier is open.": lines with as many tabs have columns. */
static void see_cells(struct layout_reading *reading,
		      const struct scanner *scanner,
		      const struct shape_line *line)
{
	const bool is_first = reading->lines == 1;
	size_t cells = 0, first = line->end, last = line->at;

	for (size_t at = line->at; at < line->end; at++) {
		if (scanner->text[at] != '\t')
			continue;
		last = at + 1;
		first = cells++ ? first : at;
	}
	reading->cells = is_first || reading->cells == cells ? cells : 0;
	reading->labels = (is_first || reading->labels) &&
			  is_label(scanner, line->at, first);
	reading->ends = (is_first || reading->ends) &&
			is_label(scanner, last, line->end);
}

void layout_read(struct layout_reading *reading, const struct scanner *scanner,
		 size_t at)
{
	struct shape_line line, last = { 0 };
	size_t indent = 0;

	for (; at < scanner->len; at = line.next) {
		shape_line_read(&line, scanner->text, scanner->len, at);
		if (line.at == line.end)
			break;
		shape_line_measure(&line, scanner->text, false);
		see_indent(reading, scanner, &line, at);
		see_line(reading, scanner, &line, &last);
		see_cells(reading, scanner, &line);
		reading->changes +=
			reading->lines > 1 && line.at - at != indent;
		indent = line.at - at;
		last = line;
	}
	reading->block->end = at;
}
