/* What changes within lines, word by word. */
#ifndef COPYDESK_WRITER_WORD_DIFF_H
#define COPYDESK_WRITER_WORD_DIFF_H

#include "writer/report.h"

/*
 * Append a passage with [-what goes-] and {+what comes+}, as git does with
 * --word-diff. A line end that goes or comes is shown by a sign. False when
 * memory ran out.
 */
bool word_diff(struct buffer *out, enum colour colour, struct cd_span old,
	       struct cd_span fresh);

#endif
