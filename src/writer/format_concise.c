/* concise: a finding a line, for people. */
#include "support/quote.h"
#include "writer/format.h"
#include "writer/shown_change.h"

#define BOLD "\033[1m"
#define RED "\033[31m"
#define YELLOW "\033[33m"
#define CYAN "\033[36m"
#define PLAIN "\033[0m"

static void finding_line(struct buffer *out, const struct report_style *style,
			 const struct report_place *place,
			 const struct cd_finding *finding)
{
	const bool colour = style->colour == COLOUR_ON;
	const bool grave = finding->rule->severity == CD_SEVERITY_ERROR;

	buffer_add_text(out, colour ? BOLD : "");
	quote_name(out, place->path);
	buffer_printf(out, "%s:%zu:%zu: ", colour ? PLAIN : "", finding->line,
		      finding->col);
	buffer_printf(out, "%s%s%s ",
		      !colour ? ""
		      : grave ? RED
			      : YELLOW,
		      finding->rule->name, colour ? PLAIN : "");
	if (finding->fixable)
		buffer_printf(out, "[%s*%s] ", colour ? CYAN : "",
			      colour ? PLAIN : "");
	shown_message(out, place, finding);
	buffer_add_byte(out, '\n');
}

const struct format_row format_concise = { .finding = finding_line };
