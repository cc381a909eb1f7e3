/*
 * Lines that are set in from the article's margin: quoted paragraphs, and items
 * of lists, whose lines after the first begin under its first word.
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"

#define MARKER_MAX 5  /* code points of "(iv)" */
#define NEAR_LINES 20 /* that are looked at, upwards and downwards */

/* Spaces from `at` on. */
static size_t count_spaces(const struct scanner *scanner, size_t at)
{
	size_t count = 0;

	while (byte_at(scanner, at + count) == ' ')
		count++;
	return count;
}

/* As elinks sets it beside bullets and numbers. */
static bool no_break_space(const struct scanner *scanner, size_t at)
{
	return stands_at(scanner, at, "\u00A0");
}

/* "128. ": references have many numbers. */
static bool is_numbered(const struct scanner *scanner, size_t at)
{
	size_t end = at;

	while (ascii_is_digit(byte_at(scanner, end)))
		end++;
	return end > at && end - at <= 3 && byte_at(scanner, end) == '.' &&
	       (byte_at(scanner, end + 1) == ' ' ||
		no_break_space(scanner, end + 1));
}

/* "a. ", "b) ": items of a list within one. */
static bool is_lettered(const struct scanner *scanner, size_t at)
{
	return ascii_is_lower(byte_at(scanner, at)) &&
	       (byte_at(scanner, at + 1) == '.' ||
		byte_at(scanner, at + 1) == ')') &&
	       byte_at(scanner, at + 2) == ' ';
}

/* "[12] ": notes and references. */
static bool is_bracketed(const struct scanner *scanner, size_t at)
{
	size_t end = at + 1;

	while (ascii_is_digit(byte_at(scanner, end)))
		end++;
	return byte_at(scanner, at) == '[' && end - at > 1 && end - at < 5 &&
	       stands_at(scanner, end, "] ");
}

bool wrap_begins_inner(const struct scanner *scanner, size_t at)
{
	return wrap_begins_item(scanner, at) || is_numbered(scanner, at) ||
	       is_lettered(scanner, at) || is_bracketed(scanner, at) ||
	       stands_at(scanner, at, "+ ") || stands_at(scanner, at, "o ");
}

/* The column of an item's first word, if one begins the line; else 0. */
static size_t hanging_column(const struct scanner *scanner, size_t line)
{
	size_t column = count_spaces(scanner, line), at = line + column;
	size_t marker = 0;

	if (no_break_space(scanner, at)) {
		column++;
		at += strlen("\u00A0");
	}
	if (!wrap_begins_inner(scanner, at))
		return 0;
	for (; byte_at(scanner, at) > ' ' && marker <= MARKER_MAX &&
	       !no_break_space(scanner, at);
	     marker++)
		utf8_next(scanner->text, &at);
	if (marker > MARKER_MAX)
		return 0;
	if (no_break_space(scanner, at))
		return column + marker + 1;
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

/*
 * Whether the lines from scanner->line upwards are an item's: they begin under
 * its first word, or a column before it where numbers have more digits. The
 * second line may be deeper, if it goes on for sure.
 */
static bool is_in_item(const struct scanner *scanner, size_t column,
		       bool goes_on)
{
	size_t line = scanner->line;

	for (unsigned i = 0; i < NEAR_LINES && line != SIZE_MAX; i++) {
		const size_t words = hanging_column(scanner, line);
		const bool under = column == words || column + 1 == words ||
				   (goes_on && !i);

		if (words && column > count_spaces(scanner, line) && under)
			return true;
		if (count_spaces(scanner, line) != column)
			return false;
		line = line_before(scanner, line);
	}
	return false;
}

/* Where the line at text[line] ends. */
static size_t line_end(const struct scanner *scanner, size_t line)
{
	return bytes_line_end(scanner->text, scanner->len, line);
}

static bool has_indent(const struct scanner *scanner, size_t line,
		       size_t indent)
{
	return count_spaces(scanner, line) == indent &&
	       byte_at(scanner, line + indent) > ' ';
}

/*
 * Whether lines with that indent follow each other and one of them ends in
 * mid-sentence: a paragraph of its own, as of a list of terms, and none of
 * paragraphs that begin so.
 */
static bool is_in_run(const struct scanner *scanner, size_t indent)
{
	size_t line = scanner->line, above, end;

	if (!has_indent(scanner, line, indent))
		return false;
	for (unsigned i = 0; i < NEAR_LINES; i++) {
		above = line_before(scanner, line);
		if (above == SIZE_MAX || !has_indent(scanner, above, indent))
			break;
		line = above;
	}
	for (unsigned i = 0; i < 2 * NEAR_LINES; i++) {
		end = line_end(scanner, line);
		if (end + 1 >= scanner->len ||
		    !has_indent(scanner, end + 1, indent))
			return false;
		if (shape_end(scanner->text, end) != SHAPE_END_SENTENCE &&
		    shape_goes_on(scanner->text, scanner->len,
				  end + 1 + indent))
			return true;
		line = end + 1;
	}
	return false;
}

bool wrap_is_set_in(struct scanner *scanner, const struct gap *gap)
{
	const size_t indent = count_spaces(scanner, gap->break_end);

	if (gap->break_end + indent != gap->end)
		return false;
	return layout_see(scanner, gap)->base >= indent ||
	       is_in_item(
		       scanner, indent,
		       shape_goes_on(scanner->text, scanner->len, gap->end)) ||
	       is_in_run(scanner, indent);
}

static size_t next_line(const struct scanner *scanner, size_t line)
{
	const size_t end = line_end(scanner, line);

	return end < scanner->len ? end + 1 : end;
}

/* The indent of the line at text[line]; 0 of a blank one, or none. */
static size_t indent_of(const struct scanner *scanner, size_t line)
{
	const size_t indent = count_spaces(scanner, line);

	return byte_at(scanner, line + indent) > ' ' ? indent : 0;
}

static size_t indent_above(const struct scanner *scanner, size_t line)
{
	const size_t above = line_before(scanner, line);

	return above == SIZE_MAX ? 0 : indent_of(scanner, above);
}

bool wrap_indents_vary(const struct scanner *scanner, const struct gap *gap)
{
	const size_t base = scanner->shape.indent;
	const size_t indent = indent_of(scanner, gap->break_end);
	const size_t before = indent_of(scanner, scanner->line);
	const size_t at = next_line(scanner, gap->break_end);
	const size_t next = indent_of(scanner, at);

	if (gap->lines != 1)
		return false;
	if (before > base && before != indent)
		return next > base ||
		       indent_above(scanner, scanner->line) > base;
	return next > base && next != indent &&
	       (before > base ||
		indent_of(scanner, next_line(scanner, at)) > base);
}
