/* A line of a text, and the spaces around it. */
#ifndef COPYDESK_TEXT_LINE_H
#define COPYDESK_TEXT_LINE_H

#include <stddef.h>

/* A line, [at, end) without the spaces around it. */
struct text_line {
	size_t from, at, end, next; /* from: its first byte; next: the next
				       line's */
};

/* The line that begins at text[at]. */
void text_line_read(struct text_line *line, const char *text, size_t len,
		    size_t at);

#endif
