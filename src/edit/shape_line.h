/* A line of a text, measured in columns (code points). */
#ifndef COPYDESK_EDIT_SHAPE_LINE_H
#define COPYDESK_EDIT_SHAPE_LINE_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes [at, end) without spaces around; the next line begins at `next`. */
struct shape_line {
	size_t at, end, next;
	size_t indent, columns; /* columns: indent included */
	size_t word;		/* columns of its first word */
};

/* Columns of text[at, end); `ascii`: the text holds nothing else. */
size_t shape_columns(const char *text, size_t at, size_t end, bool ascii);

/* The line that starts at text[at]: its ends and its indent. */
void shape_line_read(struct shape_line *line, const char *text, size_t len,
		     size_t at);

/* Its columns, and those of its first word. */
void shape_line_measure(struct shape_line *line, const char *text, bool ascii);

/* Of a measured line: runs of spaces within it count as one. */
void shape_line_squeeze(struct shape_line *line, const char *text);

/* Whether two lines begin with the same word, as items of a list do. */
bool shape_lines_are_parallel(const char *text, const struct shape_line *line,
			      const struct shape_line *next);

#endif
