/* The lines of a text that may have none. */
#include "edit/join_lines.h"

#include <string.h>

#include "base/ascii.h"

/*
 * White space: bytes [at, end) of a text, and the blank lines in it, as they
 * part texts: one that holds a form feed, say, is none.
 */
struct row {
	size_t at, end, blank_lines;
};

/* The next row that holds a line end; false: there is none. */
static bool next_row(struct cd_span text, struct row *row)
{
	const char *bytes = text.bytes;
	const char *found = text.len > row->end ? memchr(bytes + row->end, '\n',
							 text.len - row->end)
						: NULL;
	bool blank = false; /* so far, the line that text[at] is in */
	size_t at;

	if (!found)
		return false;
	at = (size_t)(found - bytes);
	row->at = at;
	row->at = skip_white_back(bytes, row->end, row->at);
	for (row->blank_lines = 0;
	     at < text.len && ascii_is_space((unsigned char)bytes[at]); at++) {
		row->blank_lines += blank && bytes[at] == '\n';
		blank = bytes[at] == '\n' ||
			(blank && ascii_is_blank((unsigned char)bytes[at]));
	}
	row->end = at;
	return true;
}

static bool is_edge(struct cd_span text, const struct row *row)
{
	return !row->at || row->end == text.len;
}

/* The next row that such a text may not have. */
static bool next_surplus(enum cd_lines lines, struct cd_span text,
			 struct row *row)
{
	while (next_row(text, row))
		if (lines == CD_LINES_ONE ||
		    (row->blank_lines && !is_edge(text, row)))
			return true;
	return false;
}

bool has_surplus_lines(enum cd_lines lines, struct cd_span text)
{
	struct row row = { 0, 0, 0 };

	return lines != CD_LINES_FREE && next_surplus(lines, text, &row);
}

void join_lines(struct pass *pass)
{
	const enum cd_lines lines = pass->settings->lines;
	const struct cd_span text = { pass->text, pass->len };
	const char *joint = lines == CD_LINES_ONE ? " " : "\n";
	struct row row = { 0, 0, 0 };

	while (next_surplus(lines, text, &row))
		pass_edit(pass, row.at, row.end, joint, !is_edge(text, &row),
			  100);
}
