/* Columns that two lines share. */
#include "stages/whitespace/scan.h"

#include "base/utf8.h"

/* Spaces that end at the same column. */
static bool has_gap_at(const char *line, size_t len, size_t at)
{
	return at < len && at > 1 && line[at] != ' ' && line[at - 1] == ' ' &&
	       line[at - 2] == ' ';
}

/* Whether a cell begins at the column, after a gap of two spaces. */
static bool has_cell_at(const char *line, size_t len, size_t column)
{
	size_t at = 0;

	for (; at < len && column; at++)
		column -= !utf8_is_trail(line[at]);
	while (at < len && utf8_is_trail(line[at]))
		at++;
	return has_gap_at(line, len, at);
}

bool columns_share(const char *line, size_t len, const char *other,
		   size_t other_len)
{
	size_t run = 0, column = 0;

	for (size_t at = 0; at < len; at++) {
		if (run >= COLUMN_GAP && run < at && line[at] != ' ' &&
		    has_cell_at(other, other_len, column))
			return true;
		run = line[at] == ' ' ? run + 1 : 0;
		column += !utf8_is_trail(line[at]);
	}
	return false;
}

bool columns_are_aligned(const char *line, size_t len, const char *other,
			 size_t other_len)
{
	size_t at = skip_spaces(line, len, 0);

	for (at++; at < len; at++)
		if (has_gap_at(line, len, at) &&
		    !has_gap_at(other, other_len, at))
			return false;
	return true;
}
