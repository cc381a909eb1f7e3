/* gitlab: a Code Quality report, an array of objects. */
#include "writer/fingerprint.h"
#include "writer/format.h"
#include "writer/shown_change.h"
#include "writer/stream.h"

static void object(struct buffer *out, const struct report_style *style,
		   const struct report_place *place,
		   const struct cd_finding *finding)
{
	static const char *const severities[] = {
		[CD_SEVERITY_NOTE] = "info",
		[CD_SEVERITY_WARNING] = "minor",
		[CD_SEVERITY_ERROR] = "major",
	};

	(void)style;
	buffer_add_text(out, "{\"type\": \"issue\", \"description\": ");
	shown_message_string(out, place, finding);
	buffer_printf(out, ", \"check_name\": \"%s\", \"severity\": \"%s\"",
		      finding->rule->name, severities[finding->rule->severity]);
	buffer_add_text(out, ", \"fingerprint\": \"");
	fingerprint_add(out, '-', place, finding);
	buffer_add_text(out, "\", \"location\": {\"path\": ");
	report_string(out, plain_path(place->path));
	buffer_printf(out, ", \"lines\": {\"begin\": %zu, \"end\": %zu}}}",
		      finding->line, report_last_line(finding));
}

static void begin_array(struct report_stream *stream)
{
	report_stream_text(stream, "[");
}

static void end_array(struct report_stream *stream)
{
	report_stream_text(stream, "\n]\n");
}

const struct format_row format_gitlab = {
	.begin = begin_array,
	.end = end_array,
	.finding = object,
	.first = "\n  ",
	.between = ",\n  ",
	.numbered = true,
};
