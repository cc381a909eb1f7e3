/*
 * Lines that are set in from the article's margin: quoted paragraphs, and items
 * of lists, whose lines after the first begin under its first word.
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"

#define MARKER_MAX 5 /* code points of "(iv)" */
#define ITEM_LINES 20

/* Spaces from `at` on. */
static size_t count_spaces(const struct scanner *scanner, size_t at)
{
	size_t count = 0;

	while (byte_at(scanner, at + count) == ' ')
		count++;
	return count;
}

/* "a. ", "b) ": items of a list within one. */
static bool is_lettered(const struct scanner *scanner, size_t at)
{
	return ascii_is_lower(byte_at(scanner, at)) &&
	       (byte_at(scanner, at + 1) == '.' ||
		byte_at(scanner, at + 1) == ')') &&
	       byte_at(scanner, at + 2) == ' ';
}

/* The column of an item's first word, if one begins the line; else 0. */
static size_t hanging_column(const struct scanner *scanner, size_t line)
{
	size_t column = count_spaces(scanner, line), at = line + column;
	size_t marker = 0;

	if (!wrap_begins_item(scanner, at) && !is_lettered(scanner, at))
		return 0;
	for (; byte_at(scanner, at) > ' ' && marker <= MARKER_MAX; marker++)
		utf8_next(scanner->text, &at);
	if (marker > MARKER_MAX)
		return 0;
	return column + marker + count_spaces(scanner, at);
}

/* The start of the line before the one at text[line]; SIZE_MAX: a blank one. */
static size_t line_before(const struct scanner *scanner, size_t line)
{
	const size_t most = scanner->shape.width * UTF8_MAX;
	size_t at;

	if (line < 2)
		return SIZE_MAX;
	for (at = line - 1; at && scanner->text[at - 1] != '\n'; at--)
		if (line - at > most)
			return SIZE_MAX;
	return at + count_spaces(scanner, at) + 1 == line ? SIZE_MAX : at;
}

/* Whether the lines from scanner->line upwards are an item's whose words begin
   at that column. */
static bool is_in_item(const struct scanner *scanner, size_t column)
{
	size_t line = scanner->line;

	for (unsigned i = 0; i < ITEM_LINES && line != SIZE_MAX; i++) {
		if (hanging_column(scanner, line) == column)
			return true;
		if (count_spaces(scanner, line) != column)
			return false;
		line = line_before(scanner, line);
	}
	return false;
}

bool wrap_is_set_in(struct scanner *scanner, const struct gap *gap)
{
	const size_t indent = count_spaces(scanner, gap->break_end);

	if (gap->break_end + indent != gap->end)
		return false;
	return layout_see(scanner, gap)->base >= indent ||
	       is_in_item(scanner, indent);
}
