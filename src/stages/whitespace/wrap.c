/* What the line ends of a hard-wrapped article stand for. */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

static size_t columns(const struct scanner *scanner, size_t at, size_t end)
{
	size_t count = 0;

	if (scanner->shape.bytes)
		return end - at;
	for (; at < end; at++)
		count += ((unsigned char)scanner->text[at] & 0xC0) != 0x80;
	return count;
}

static size_t indent_at(const struct scanner *scanner, size_t at, size_t *end)
{
	size_t indent = 0;

	for (; byte_at(scanner, at) == ' ' || byte_at(scanner, at) == '\t';
	     at++)
		indent += scanner->text[at] == '\t' ? 4 : 1;
	*end = at;
	return indent;
}

static size_t word_end(const struct scanner *scanner, size_t at)
{
	while (at < scanner->len &&
	       !space_length(scanner->text, scanner->len, at))
		at++;
	return at;
}

/* The line that ends at a gap. */
struct line {
	size_t indent, columns;
	bool full;  /* the next line's first word would not have fitted */
	bool ended; /* with a sentence, or a colon */
};

static void line_read(struct line *line, const struct scanner *scanner,
		      const struct gap *gap)
{
	const size_t word =
		columns(scanner, gap->end, word_end(scanner, gap->end));
	size_t front, space;

	line->indent = indent_at(scanner, scanner->line, &front);
	line->columns = line->indent + columns(scanner, front, gap->at);
	line->ended = byte_before(scanner, gap->at) == ':' ||
		      shape_end(scanner->text, gap->at) == SHAPE_END_SENTENCE;
	space = line->ended && scanner->shape.wide_ends > scanner->shape.ends
			? 2
			: 1;
	/* Nothing but a line's end breaks a word. */
	line->full = line->columns + space + word > scanner->shape.width ||
		     (byte_before(scanner, gap->at) == '-' && gap->at > 1 &&
		      ascii_is_letter(byte_before(scanner, gap->at - 1)));
}

/* "12. ", "3) ": not a year that ends a sentence. */
static bool is_number(const struct scanner *scanner, size_t at)
{
	size_t digits = 0;

	while (ascii_is_digit(byte_at(scanner, at + digits)))
		digits++;
	return digits && digits < 3 &&
	       (byte_at(scanner, at + digits) == '.' ||
		byte_at(scanner, at + digits) == ')') &&
	       byte_at(scanner, at + digits + 1) == ' ';
}

static bool is_item(const struct scanner *scanner, const struct line *line,
		    size_t at)
{
	const unsigned char c = byte_at(scanner, at);

	/* A bullet, or a line of a letter that is quoted. */
	if (stands_at(scanner, at, "\u2022") || stands_at(scanner, at, "> "))
		return true;
	if (line->full && !line->ended)
		return false;
	return is_number(scanner, at) ||
	       ((c == '-' || c == '*') && byte_at(scanner, at + 1) == ' ');
}

/* "Shr 31 cts vs 18 cts": one of several short lines, each indented. */
static bool is_listed(const struct scanner *scanner, const struct line *line)
{
	return line->indent > scanner->shape.indent && !line->ended &&
	       !line->full;
}

/* ": to keep": the mark belongs to the line before. */
static bool is_lone_mark(const struct scanner *scanner, size_t at)
{
	const unsigned char c = byte_at(scanner, at);

	return (c == ':' || c == '?' || c == '!') &&
	       ascii_is_space(byte_at(scanner, at + 1));
}

/* No line of the article's own begins here: the sentence goes on. */
static bool goes_on(const struct scanner *scanner, const struct line *line,
		    const struct gap *gap)
{
	const unsigned char c = byte_at(scanner, gap->end);

	if (shape_start(scanner->text, scanner->len, gap->end) ==
		    SHAPE_START_LOWER ||
	    c == ')' || c == ',' || c == ';' || c == '.' ||
	    is_lone_mark(scanner, gap->end))
		return true;
	if (line->ended)
		return false;
	/* Where paragraphs are indented, a line that is not goes on. */
	return survey_is(scanner->pass->survey, CONDITION_UPPERCASED) ||
	       (scanner->shape.indented &&
		(line->indent > scanner->shape.indent ||
		 line->columns * 2 > scanner->shape.width));
}

static bool is_row(struct scanner *scanner, const struct gap *gap)
{
	return lines_is_row(scanner, gap->at) ||
	       lines_is_row(scanner, gap->end);
}

enum wrap_break wrap_decide(struct scanner *scanner, const struct gap *gap)
{
	const struct shape *shape = &scanner->shape;
	const size_t same = shape->doubled ? 2 : 1;
	struct line line;
	size_t end;

	if (gap->lines > same)
		return shape->doubled ? WRAP_PARAGRAPH : WRAP_KEEP;
	if (is_row(scanner, gap))
		return WRAP_KEEP;
	line_read(&line, scanner, gap);
	if (indent_at(scanner, gap->break_end, &end) > shape->indent)
		return is_listed(scanner, &line) ? WRAP_KEEP : WRAP_PARAGRAPH;
	if (gap->lines < same || is_item(scanner, &line, gap->end))
		return WRAP_KEEP;
	if (line.full || goes_on(scanner, &line, gap))
		return hyphen_decide(scanner, gap);
	return shape->indented ? WRAP_PARAGRAPH : WRAP_KEEP;
}
