/*
 * Drawings of characters: boxes, arrows, figures, trees of files. Their lines
 * are strokes more than words, and some go up and down. A table with a frame is
 * none: each of its lines begins and ends with the frame. Grids of crosswords.
 */
#include "text/preformatted.h"

#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/skip.h"

#define LINES 3	       /* at least */
#define BRANCHES 2     /* of a tree */
#define GRID 5	       /* bytes of a grid's line, at least */
#define WORD_LETTERS 3 /* in a row */
#define STROKES "|/\\_-+=~<>^().'`:*,"

struct reading {
	size_t lines, drawn, framed, branches, boxes;
	size_t letters, signs;
	bool upright; /* | / or \ beside spaces, or strokes alone */
};

static bool is_stroke(char c)
{
	return c && strchr(STROKES, c);
}

static bool is_space_or_end(const char *text, const struct text_line *line,
			    size_t at)
{
	return at >= line->end || text[at] == ' ';
}

/* Whether | / or \ goes up: no slash of "and/or", nor a bar between cells. */
static bool is_upright(const char *text, const struct text_line *line,
		       size_t at)
{
	const bool before = at == line->at || text[at - 1] == ' ' ||
			    is_stroke(text[at - 1]);

	return before &&
	       (is_space_or_end(text, line, at + 1) || is_stroke(text[at + 1]));
}

/* "+---+", "| a | b |": a line of a table in a frame. */
static bool is_framed(const char *text, const struct text_line *line)
{
	const char first = text[line->at], last = text[line->end - 1];

	return line->end - line->at > 1 && strchr("|+", first) &&
	       strchr("|+", last);
}

/* "+---+   +---+", "| a |-->| b |": boxes side by side, no table's cells. */
static bool has_boxes(const char *text, const struct text_line *line)
{
	for (size_t at = line->at; at + 2 < line->end; at++) {
		const char *here = text + at;
		size_t next = at + 1;

		if (!memcmp(here, "->|", 3) || !memcmp(here, "|<-", 3))
			return true;
		if (*here != '+' || here[1] != ' ' || here[2] != ' ')
			continue;
		next = skip_spaces(text, line->end, next);
		if (next < line->end && text[next] == '+')
			return true;
	}
	return false;
}

/* "|-- north.c": a branch of a tree. */
static bool is_branch(const char *text, const struct text_line *line)
{
	static const char *const branches[] = {
		"|-- ",
		"`-- ",
		"+-- ",
		"\u251C\u2500\u2500 ",
		"\u2514\u2500\u2500 ",
	};

	for (size_t i = 0; i < sizeof(branches) / sizeof(*branches); i++)
		if (line->end - line->at > strlen(branches[i]) &&
		    !memcmp(text + line->at, branches[i], strlen(branches[i])))
			return true;
	return false;
}

static void see_line(struct reading *reading, const char *text,
		     const struct text_line *line)
{
	size_t letters = 0, signs = 0, row = 0, longest = 0;

	for (size_t at = line->at; at < line->end; at++) {
		const unsigned char c = (unsigned char)text[at];

		if (ascii_is_alnum(c) || c >= 0x80) {
			letters++;
			row++;
		} else {
			row = 0;
			signs += c != ' ';
		}
		if (row > longest)
			longest = row;
		if (c == '|' || c == '/' || c == '\\')
			reading->upright |= is_upright(text, line, at);
	}
	reading->lines++;
	reading->letters += letters;
	reading->signs += signs;
	reading->drawn += signs > letters && longest < WORD_LETTERS;
	reading->framed += is_framed(text, line);
	reading->branches += is_branch(text, line);
	reading->boxes += is_framed(text, line) && has_boxes(text, line);
}

static struct reading read_lines(const char *text, size_t at, size_t end)
{
	struct reading reading = { .lines = 0 };
	struct text_line line;

	for (; at < end; at = line.next) {
		text_line_read(&line, text, end, at);
		see_line(&reading, text, &line);
	}
	return reading;
}

/* Boxes side by side, with what is between them. */
static bool are_boxes(const struct reading *reading)
{
	return reading->boxes && reading->framed >= LINES &&
	       reading->framed + reading->drawn >= reading->lines;
}

bool text_is_boxes(const char *text, size_t at, size_t end)
{
	struct reading reading;

	if (text[at] != '+')
		return false;
	reading = read_lines(text, at, end);
	return are_boxes(&reading);
}

/* "F . R . Y": signs with a space between; a letter is no proof. */
static bool has_cells(const char *text, const struct text_line *line,
		      bool *sign)
{
	for (size_t at = line->at; at < line->end; at++) {
		const bool gap = (at - line->at) % 2;

		if ((text[at] == ' ') != gap || (unsigned char)text[at] >= 0x80)
			return false;
		*sign |= !gap && !ascii_is_letter((unsigned char)text[at]);
	}
	return true;
}

bool text_is_grid(const char *text, size_t at, size_t end)
{
	size_t lines = 0, width = 0;
	struct text_line line;
	bool sign = false;

	for (; at < end; at = line.next) {
		text_line_read(&line, text, end, at);
		if (lines++ && line.end - line.at != width)
			return false;
		width = line.end - line.at;
		if (width < GRID || !has_cells(text, &line, &sign))
			return false;
	}
	return lines >= LINES && sign;
}

/* What drawings and trees have, and most text has not. */
static bool may_be_drawn(const char *text, size_t at, size_t end)
{
	const struct byte_set upright = byte_set_of("|/\\`\x94");

	return byte_set_find(&upright, text, at, end) < end;
}

bool text_is_tree(const char *text, size_t at, size_t end)
{
	size_t branches = 0;
	struct text_line line;

	for (; at < end && branches < BRANCHES; at = line.next) {
		text_line_read(&line, text, end, at);
		branches += is_branch(text, &line);
	}
	return branches >= BRANCHES;
}

bool text_is_drawing(const char *text, size_t at, size_t end)
{
	struct reading reading;

	if (!may_be_drawn(text, at, end))
		return false;
	reading = read_lines(text, at, end);
	if (reading.branches >= BRANCHES || are_boxes(&reading))
		return true;
	return reading.lines >= LINES && reading.drawn * 2 >= reading.lines &&
	       reading.signs > reading.letters && reading.upright &&
	       reading.framed < reading.lines;
}
