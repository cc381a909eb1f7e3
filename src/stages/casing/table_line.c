/* Lines of a table, told by their cells and their neighbours. */
#include "stages/casing/table_line.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

#define LINE_MOST 120 /* bytes of a row */
#define CELL_WORDS 4  /* in each cell, on average */
#define GAPS_LEAST 2  /* wide gaps of a row; or one of */
#define ONE_GAP 4     /* of so many spaces; marks that were lost leave fewer */

#define WIDE_GAP 3 /* spaces of the widest one of two rows, at least */

/* What a line's gaps tell. */
struct cells {
	size_t words, gaps, widest; /* gaps: of several spaces, in the line */
	bool figures;
};

/* After a mark a sentence begins: the spaces there were quotation marks. */
static bool is_gap(const char *line, size_t last, size_t spaces)
{
	return last && spaces > 1 && !strchr(".,;:?!", line[last - 1]);
}

static struct cells read_cells(const char *line, size_t len)
{
	struct cells cells = { .words = 0 };
	size_t spaces = 0, last = 0;

	for (size_t at = 0; at < len; at++) {
		if (ascii_is_space((unsigned char)line[at])) {
			spaces += line[at] == '\t' ? ONE_GAP : 1;
			continue;
		}
		cells.words += spaces || !at;
		cells.figures |= ascii_is_digit((unsigned char)line[at]);
		if (is_gap(line, last, spaces)) {
			cells.gaps++;
			if (spaces > cells.widest)
				cells.widest = spaces;
		}
		spaces = 0;
		last = at + 1;
	}
	return cells;
}

static bool is_row(const struct cells *cells)
{
	return (cells->gaps >= GAPS_LEAST || cells->widest >= ONE_GAP) &&
	       cells->words <= CELL_WORDS * (cells->gaps + 1);
}

/* The row that begins at `at`, where the line is one. */
static bool read_row(const struct pass *pass, size_t at, struct cells *cells)
{
	const size_t end = bytes_line_end(pass->text, pass->len, at);

	if (end == at || end - at > LINE_MOST)
		return false;
	*cells = read_cells(pass->text + at, end - at);
	return is_row(cells);
}

static bool is_row_before(const struct pass *pass, size_t at,
			  struct cells *cells)
{
	size_t end = at;

	for (size_t breaks = 0; end && pass->text[end - 1] == '\n'; end--)
		if (++breaks > 2)
			return false;
	return end &&
	       read_row(pass, bytes_line_start(pass->text, end - 1), cells);
}

static bool is_row_behind(const struct pass *pass, size_t end,
			  struct cells *cells)
{
	for (size_t breaks = 0; pass_byte(pass, end) == '\n'; end++)
		if (++breaks > 2)
			return false;
	return end < pass->len && read_row(pass, end, cells);
}

/* Headlines have a figure, too, but only the gaps that two marks leave. */
static bool are_rows(const struct cells *row, const struct cells *other)
{
	return (row->figures || other->figures) &&
	       (row->widest >= WIDE_GAP || other->widest >= WIDE_GAP);
}

bool is_table_line(const struct pass *pass, size_t at, size_t end)
{
	struct cells row, other;

	return read_row(pass, at, &row) &&
	       ((is_row_before(pass, at, &other) && are_rows(&row, &other)) ||
		(is_row_behind(pass, end, &other) && are_rows(&row, &other)));
}
