/*
 * Each edit of an article in its order, with its rules, what was there, what
 * is there now, and how sure that is; between them what is only reported.
 */
#ifndef COPYDESK_WRITER_EXPLAIN_H
#define COPYDESK_WRITER_EXPLAIN_H

#include "writer/report.h"

/* An article that is explained. */
struct explanation {
	struct report_style style; /* REPORT_JSON, else text */
	const struct report_place *place;
	size_t next;  /* change to come */
	size_t count; /* edits and notes so far */
};

/*
 * Append the edits before a finding that has none, and the finding. Objects of
 * JSON begin with ",\n  ": the first one's comma is the caller's to leave out.
 */
void explain_finding(struct buffer *out, struct explanation *explanation,
		     const struct cd_finding *finding);

/* All the rest; of an article without any: that it is clean. */
void explain_end(struct buffer *out, struct explanation *explanation);

#endif
