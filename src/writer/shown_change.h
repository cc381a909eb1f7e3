/* What a finding changes, on one line. */
#ifndef COPYDESK_WRITER_SHOWN_CHANGE_H
#define COPYDESK_WRITER_SHOWN_CHANGE_H

#include "writer/report.h"

/* A finding's changes of the article, by number: [from, end) that it took part
 * in, of which `count` are its own. */
struct shown_changes {
	size_t from, end, count;
};
struct shown_changes shown_changes_of(const struct report_text *text,
				      const struct cd_finding *finding);

/*
 * Append "`old` -> `new`", or "`old` -> nothing", of the finding's changes;
 * nothing where it has none. White space is shown with what is beside it.
 */
void shown_change(struct buffer *out, const struct report_place *place,
		  const struct cd_finding *finding);

/* The same of one change, with the confidence of a restoration. */
void shown_one_change(struct buffer *out, struct cd_span source,
		      const struct cd_change *change);

/* The same without. */
void shown_rewrite(struct buffer *out, struct cd_span source,
		   const struct cd_change *change);

/* The next of the finding's own changes from `i` on; own->end: no more. */
size_t shown_next(const struct report_text *text,
		  const struct cd_finding *finding,
		  const struct shown_changes *own, size_t i);

/* Append the finding's message with what it changes: "what: `old` -> `new`". */
void shown_message(struct buffer *out, const struct report_place *place,
		   const struct cd_finding *finding);

/* The same as a string of JSON. */
void shown_message_string(struct buffer *out, const struct report_place *place,
			  const struct cd_finding *finding);

#endif
