/*
 * Fenced blocks of Markdown: lines between two rows of backticks or of tildes,
 * or between the two tags that site builders have: "{% highlight c %}".
 */
#ifndef COPYDESK_TEXT_FENCE_H
#define COPYDESK_TEXT_FENCE_H

#include <stdbool.h>
#include <stddef.h>

struct fence {
	size_t at;   /* where the first row's line begins, and */
	size_t body; /* ends; where that of the last row */
	size_t last; /* begins, and */
	size_t end;  /* ends */
	bool code;   /* is between them */
};

/* Walks over a text's blocks in ascending order; all zero, but the text. */
struct fence_walk {
	const char *text; /* borrowed */
	size_t len;
	size_t at;
	size_t found[3]; /* for each sign, where it is next, and one; 0: unknown
			  */
};

/*
 * The next block; false when there is none. A row that nothing closes begins
 * none. Code is what a language is named for ("```c") or what looks so: press
 * releases have tables in fences, too, and whom to call.
 */
bool fence_next(struct fence_walk *walk, struct fence *fence);

/* With which bytes a row, but for blanks before it, may begin. */
#define FENCE_BEGINS "`~{"

/* Backticks of the row at `at`, which are the first of it; 0: no such row. */
size_t fence_row(const char *text, size_t len, size_t at);

/* The block whose first row's backticks begin at `at`; false without one. The
 * next row closes it, or it is none: asked at each row, it is linear. */
bool fence_at(const char *text, size_t len, size_t at, struct fence *fence);

#endif
