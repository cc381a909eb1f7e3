/*
 * How often each rule found something in lines of the same text, in one file:
 * what tells findings apart that are the same but for their place. Memory: 32
 * bytes for each rule and text of a line that is found.
 */
#ifndef COPYDESK_WRITER_OCCURRENCES_H
#define COPYDESK_WRITER_OCCURRENCES_H

#include "writer/report.h"

struct occurrences {
	struct occurrence *slots; /* owned: a hash table, half full at most */
	size_t cap, count;
};

void occurrences_release(struct occurrences *seen); /* it is empty then */

/* Count one more: 1 for the first; 0 when memory runs out. */
size_t occurrences_add(struct occurrences *seen,
		       const struct report_item *item);

#endif
