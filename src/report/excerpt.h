/* What an article looked like and what becomes of it, as a row of parts. */
#ifndef COPYDESK_REPORT_EXCERPT_H
#define COPYDESK_REPORT_EXCERPT_H

#include <copydesk.h>

#include "base/buffer.h"

/*
 * Append an array of JSON: a string is text that stays, [old, new, [rule...],
 * confidence] a change (rules by their place in the table), a number so many
 * bytes left out. Long texts are cut to what surrounds the changes.
 */
void excerpt_write(struct buffer *out, struct cd_span source,
		   const struct cd_change *changes, size_t count);

#endif
