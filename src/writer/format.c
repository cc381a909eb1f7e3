/* The table of formats, and rendering by it. */
#include "writer/format.h"

static void nothing(struct buffer *out, const struct report_style *style,
		    const struct report_place *place,
		    const struct cd_finding *finding)
{
	(void)out;
	(void)style;
	(void)place;
	(void)finding;
}

static const struct format_row format_none = { .finding = nothing };

const struct format_row *format_row(enum report_format format)
{
	static const struct format_row *const rows[REPORT_FORMATS] = {
		[REPORT_CONCISE] = &format_concise,
		[REPORT_JSON] = &format_json,
		[REPORT_JSON_LINES] = &format_json_lines,
		[REPORT_GITHUB] = &format_github,
		[REPORT_FULL] = &format_full,
		[REPORT_SARIF] = &format_sarif,
		[REPORT_GITLAB] = &format_gitlab,
		[REPORT_JUNIT] = &format_junit,
		[REPORT_CHECKSTYLE] = &format_checkstyle,
		[REPORT_NONE] = &format_none,
		[REPORT_MARKDOWN] = &format_concise,
	};

	return rows[format];
}

void format_finding(struct buffer *out, struct report_items *items,
		    const struct report_style *style,
		    const struct report_place *place,
		    const struct cd_finding *finding)
{
	format_row(style->format)->finding(out, style, place, finding);
	if (!array_grow(&items->at, &items->cap, items->count,
			sizeof(*items->at))) {
		out->failed = true;
		return;
	}
	items->at[items->count++] = (struct report_item){
		.rule = finding->rule,
		.hash = report_hash(place, finding),
		.end = out->len,
		.fixable = finding->fixable,
	};
}
