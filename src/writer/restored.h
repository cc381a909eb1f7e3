/* The edits of a restoration, a line each. */
#ifndef COPYDESK_WRITER_RESTORED_H
#define COPYDESK_WRITER_RESTORED_H

#include "writer/report.h"

/* Whether the finding is a restoration of several edits that are to be listed:
 * the place says where they are. */
bool restored_is_listed(const struct report_place *place,
			const struct cd_finding *finding);

/* Append "path:line:col: rule [*] `old` -> `new` (97%)" for each. */
void restored_add(struct buffer *out, const struct report_style *style,
		  const struct report_place *place,
		  const struct cd_finding *finding);

#endif
