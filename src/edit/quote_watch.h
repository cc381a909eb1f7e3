/*
 * Are the quotation marks of a text in order? Counted mark by mark while the
 * survey goes by. A fault is a mark that may need a look: one that faces away
 * from its text, is beside a space or a letter that it should not touch,
 * or comes out of turn. Without a fault there is nothing to repair.
 */
#ifndef COPYDESK_EDIT_QUOTE_WATCH_H
#define COPYDESK_EDIT_QUOTE_WATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zeroed at the start of a text; one for curly marks, one for straight ones. */
struct quote_watch {
	uint32_t faults;
	bool in_double, in_single;
};

/* U+2018, U+2019, U+201C or U+201D at text[at]. */
void quote_watch_curly(struct quote_watch *watch, const char *text, size_t len,
		       size_t at);

/* " or ' at text[at]. */
void quote_watch_straight(struct quote_watch *watch, const char *text,
			  size_t len, size_t at);

/* The text's end: a quotation that is still open is a fault. */
void quote_watch_end(struct quote_watch *watch);

#endif
