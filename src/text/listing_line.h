/* How much a line looks like code. */
#ifndef COPYDESK_TEXT_LISTING_LINE_H
#define COPYDESK_TEXT_LISTING_LINE_H

#include <stdbool.h>
#include <stddef.h>

/* A line, [at, end) without the spaces around it. */
struct listing_line {
	size_t from, at, end, next; /* from: its first byte; next: the next
				       line's */
	size_t signs;		    /* signs of code in it */
	bool prose;
	bool strong; /* it is code */
	bool begins; /* what follows in its block is code, too:
			a command, a request */
};

/* The line that starts at text[at]. */
void listing_line_read(struct listing_line *line, const char *text, size_t len,
		       size_t at);

#endif
