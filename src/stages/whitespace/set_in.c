/*
 * Lines that are set in from the article's margin: quoted paragraphs, and items
 * of lists, whose lines after the first begin under its first word.
 */
#include "stages/whitespace/wrap.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"

#define MARKER_MAX 5  /* code points of "(iv)" */
#define NEAR_LINES 20 /* that are looked at, upwards and downwards */
#define VERSE_OPEN 2  /* lines that end in mid-sentence before a capital */

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

/* The indent of the line at text[line]; 0 of a blank one, or none. */
static size_t indent_of(const struct scanner *scanner, size_t line)
{
	size_t words;
	const size_t indent = wrap_indent(scanner, line, &words);

	return byte_at(scanner, words) > ' ' ? indent : 0;
}

/* Whether the sentence goes on in the line at text[line]. */
static bool goes_on(const struct scanner *scanner, size_t line)
{
	size_t words;

	wrap_indent(scanner, line, &words);
	return shape_goes_on(scanner->text, scanner->len, words);
}

/* The end of a line's words: a CR may come before its end. */
static size_t words_end(const struct scanner *scanner, size_t end)
{
	while (end && ascii_is_blank(byte_before(scanner, end)))
		end--;
	return end;
}

/* What lines with the same indent, one after the other, say. */
struct run {
	size_t open; /* that end in mid-sentence */
	bool prose;  /* one of them goes on in small letters */
};

/* The run that the line at scanner->line is in, as far as it is near. */
static struct run read_run(const struct scanner *scanner, size_t indent)
{
	struct run run = { 0 };
	size_t line = scanner->line, above;

	if (indent_of(scanner, line) != indent)
		return run;
	for (unsigned i = 0; i < NEAR_LINES; i++) {
		above = line_before(scanner, line);
		if (above == SIZE_MAX || indent_of(scanner, above) != indent)
			break;
		line = above;
	}
	for (unsigned i = 0; i < 2 * NEAR_LINES && !run.prose; i++) {
		const size_t end =
			bytes_line_end(scanner->text, scanner->len, line);

		if (end + 1 >= scanner->len ||
		    indent_of(scanner, end + 1) != indent)
			break;
		if (shape_end(scanner->text, words_end(scanner, end)) !=
		    SHAPE_END_SENTENCE) {
			run.open++;
			run.prose = goes_on(scanner, end + 1);
		}
		line = end + 1;
	}
	return run;
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
	       read_run(scanner, indent).prose;
}

static size_t next_line(const struct scanner *scanner, size_t line)
{
	const size_t end = bytes_line_end(scanner->text, scanner->len, line);

	return end < scanner->len ? end + 1 : end;
}

static size_t indent_above(const struct scanner *scanner, size_t line)
{
	const size_t above = line_before(scanner, line);

	return above == SIZE_MAX ? 0 : indent_of(scanner, above);
}

static bool is_blank(const struct scanner *scanner, size_t line)
{
	size_t words;

	wrap_indent(scanner, line, &words);
	return byte_at(scanner, words) <= ' ';
}

/* "PEA SOUP", "'THE QUAY'": a word in capitals. */
static bool is_heading(const struct scanner *scanner, size_t at)
{
	while (byte_at(scanner, at) > ' ' &&
	       !ascii_is_alnum(byte_at(scanner, at)))
		at++;
	return ascii_is_upper(byte_at(scanner, at)) &&
	       ascii_is_upper(byte_at(scanner, at + 1));
}

bool wrap_is_verse(const struct scanner *scanner, const struct gap *gap)
{
	const size_t base = scanner->shape.indent;
	const size_t indent = indent_of(scanner, gap->break_end);
	const size_t before = indent_of(scanner, scanner->line);
	const size_t at = next_line(scanner, gap->break_end);
	const size_t next = indent_of(scanner, at);

	if (gap->lines != 1 || indent <= base)
		return false;
	if (before == indent && (next == indent || is_blank(scanner, at)))
		return !is_heading(scanner, gap->end) &&
		       read_run(scanner, indent).open >= VERSE_OPEN;
	if (before > base && before != indent)
		return next > base ||
		       indent_above(scanner, scanner->line) > base;
	return next > base && next != indent &&
	       (before > base ||
		indent_of(scanner, next_line(scanner, at)) > base);
}
