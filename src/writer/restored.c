/* The edits of a restoration, a line each. */
#include "writer/restored.h"

#include "writer/heading.h"
#include "writer/shown_change.h"

bool restored_is_listed(const struct report_place *place,
			const struct cd_finding *finding)
{
	return finding->rule->kind == CD_RESTORE && place->text &&
	       place->text->spots && finding->edit_count > 1;
}

void restored_add(struct buffer *out, const struct report_style *style,
		  const struct report_place *place,
		  const struct cd_finding *finding)
{
	const struct report_text *text = place->text;
	const struct shown_changes own = shown_changes_of(text, finding);
	struct cd_finding edit = *finding;

	for (size_t i = own.from; i < own.end; i++) {
		i = shown_next(text, finding, &own, i);
		if (i == own.end)
			break;
		edit.line = text->spots[i][0].line;
		edit.col = text->spots[i][0].col;
		heading_add(out, style, place, &edit);
		shown_one_change(out, text->source, &text->changes[i]);
		buffer_add_byte(out, '\n');
	}
}
