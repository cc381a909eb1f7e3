/* What a diff compares: the lines of a text, or its words. */
#ifndef COPYDESK_WRITER_UNITS_H
#define COPYDESK_WRITER_UNITS_H

#include <copydesk.h>

enum match_unit {
	MATCH_LINES,
	MATCH_WORDS, /* words, runs of spaces, single marks, line ends */
};

struct line { /* or word */
	const char *text;
	size_t len; /* with its newline */
	uint64_t hash;
};

struct lines {
	struct line *at; /* owned */
	size_t count;
};

/* Cut a text, which is borrowed; false: no memory. */
bool units_split(struct lines *lines, enum match_unit unit,
		 struct cd_span text);

#endif
