/* concise: a finding a line, for people. */
#include "writer/format.h"
#include "writer/heading.h"
#include "writer/restored.h"
#include "writer/shown_change.h"

static void finding_line(struct buffer *out, const struct report_style *style,
			 const struct report_place *place,
			 const struct cd_finding *finding)
{
	const bool listed = restored_is_listed(place, finding);

	heading_add(out, style, place, finding);
	if (listed)
		buffer_add_text(out, finding->message);
	else
		shown_message(out, place, finding);
	buffer_add_byte(out, '\n');
	if (listed)
		restored_add(out, style, place, finding);
}

const struct format_row format_concise = { .finding = finding_line };
