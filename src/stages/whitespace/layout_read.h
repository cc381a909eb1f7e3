/* What the lines of a block say of how it was set. */
#ifndef COPYDESK_STAGES_WHITESPACE_LAYOUT_READ_H
#define COPYDESK_STAGES_WHITESPACE_LAYOUT_READ_H

#include "stages/whitespace/wrap.h"

struct layout_reading {
	struct layout_block *block;
	size_t lines, widest;
	size_t above;	     /* columns of the widest line before the items */
	size_t deeper;	     /* than the line before, in mid-sentence */
	size_t inset;	     /* the same, by two columns or more */
	size_t items;	     /* lines with a bullet or a number */
	size_t least, inner; /* indents of the first item; deeper items */
	size_t signs, bytes; /* of code */
	size_t changes;	     /* of the indent, from line to line */
	size_t deep, gapped; /* lines with a wide indent, with wide gaps */
	size_t small;	     /* lines that go on in small letters */
	size_t marked;	     /* lines that end in a mark */
	size_t risen;	     /* "And the wind", in mid-sentence */
	size_t capital;	     /* lines that begin with a capital */
	size_t ended;	     /* lines that end a sentence */
	size_t room;	     /* columns of the least line with the next word */
	size_t cells;	   /* tabs within each line; 0: they differ, or none */
	bool labels, ends; /* the first, the last cell of each is short */
	bool spaces, tabs; /* what the indents are of */
};

/*
 * Read the lines from `at` on up to a blank one. The block's `end` and `base`
 * are set, and `base` is to be SIZE_MAX before.
 */
void layout_read(struct layout_reading *reading, const struct scanner *scanner,
		 size_t at);

#endif
