/* How a finding begins for people. */
#include "writer/heading.h"

#include "support/quote.h"

const char *colour_on(const struct report_style *style, const char *colour)
{
	return style->colour == COLOUR_ON ? colour : "";
}

const char *colour_off(const struct report_style *style)
{
	return colour_on(style, PLAIN);
}

const char *colour_of(const struct cd_rule *rule)
{
	return rule->severity == CD_SEVERITY_ERROR ? RED : YELLOW;
}

void heading_add(struct buffer *out, const struct report_style *style,
		 const struct report_place *place,
		 const struct cd_finding *finding)
{
	const char *off = colour_off(style);

	buffer_add_text(out, colour_on(style, BOLD));
	quote_name(out, place->path);
	buffer_add_text(out, off);
	buffer_printf(out, ":%zu:%zu: ", finding->line, finding->col);
	buffer_add_text(out, colour_on(style, colour_of(finding->rule)));
	buffer_add_text(out, finding->rule->name);
	buffer_add_text(out, off);
	buffer_add_byte(out, ' ');
	if (!finding->fixable)
		return;
	buffer_add_byte(out, '[');
	buffer_add_text(out, colour_on(style, CYAN));
	buffer_add_byte(out, '*');
	buffer_add_text(out, off);
	buffer_add_text(out, "] ");
}
