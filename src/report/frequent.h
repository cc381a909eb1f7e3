/*
 * The most frequent lines of a stream, in bounded memory: Space-Saving
 * (Metwally, Agrawal and El Abbadi 2005). A line that is in more than one
 * of FREQUENT_MAX is certain to be there; no count is too low, and none is too
 * high by more than its `error`.
 */
#ifndef COPYDESK_REPORT_FREQUENT_H
#define COPYDESK_REPORT_FREQUENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FREQUENT_MAX 4096
#define FREQUENT_BYTES 200 /* of a line */

struct frequent_line {
	uint64_t key;
	uint32_t count, error;
	uint32_t order; /* since when: earlier ones are replaced first */
	uint16_t rule;
	uint16_t len;
	uint16_t next;	/* in its chain, from 1 */
	uint16_t place; /* in the heap */
	char text[FREQUENT_BYTES];
};

struct frequent {
	struct frequent_line *lines; /* owned */
	uint16_t *heap;		     /* owned: places in `lines`, least first */
	uint16_t *chains;	     /* owned: by key, from 1 */
	size_t count;
	uint32_t seen;
};

/* False when memory runs out; frequent_release() is due either way. */
bool frequent_init(struct frequent *frequent);
void frequent_release(struct frequent *frequent);

/* Count a line; of a longer one its first bytes are told apart. */
void frequent_add(struct frequent *frequent, const char *text, size_t len,
		  size_t rule);

/* The lines, most frequent first; nothing can be added after it. */
const struct frequent_line *frequent_sorted(struct frequent *frequent,
					    size_t *count);

#endif
