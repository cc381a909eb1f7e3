/*
 * Lines of a text.
 */
#ifndef COPYDESK_TEXT_LINES_H
#define COPYDESK_TEXT_LINES_H

#include <stdbool.h>
#include <stddef.h>

/* A line, [at, end) without the blanks around it. */
struct text_line {
	size_t from, at, end, next; /* from: its first byte; next: the next
				       line's */
};

/* The line that begins at text[at]. */
void text_line_read(struct text_line *line, const char *text, size_t len,
		    size_t at);

/* Whether a line, without its end, holds but spaces, tabs and CRs. */
bool text_is_blank_line(const char *line, size_t len);

/* Take the white space off both ends of text[*at, *end). */
void text_trim(const char *text, size_t *at, size_t *end);

/*
 * The next line that holds text, from byte *next on: it is text[*at, *end),
 * without the white space around it, and *next is where the line after it
 * starts. False when there is none.
 */
bool text_next_line(const char *text, size_t len, size_t *next, size_t *at,
		    size_t *end);

#endif
