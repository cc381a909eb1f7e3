/* An article that may be shown on the page. */
#ifndef COPYDESK_REPORT_SAMPLE_H
#define COPYDESK_REPORT_SAMPLE_H

#include "report/note.h"

struct sample {
	uint64_t draw;
	size_t holders; /* who keep it: sample_drop() */
	size_t record, line;
	uint32_t words, findings, edits, conditions;
	uint32_t rules[TALLY_RULES];
	char *path;	     /* owned; "" only where memory ran out */
	struct buffer group; /* JSON strings and arrays, owned */
	struct buffer opening, parts;
	bool shown; /* it is on the page already */
};

/* A sample of the note's article, held once; NULL when memory runs out. */
struct sample *sample_new(const struct note *note, const char *path);

/* One holder less; the last one frees it. NULL is no sample. */
void sample_drop(struct sample *sample);

#endif
