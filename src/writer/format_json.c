/* json and json-lines: an object a finding. */
#include <inttypes.h>

#include "support/json.h"
#include "writer/format.h"
#include "writer/stream.h"

static void add_edits(struct buffer *out, const struct report_place *place,
		      const struct cd_finding *finding)
{
	for (size_t i = 0; i < finding->edit_count; i++) {
		const struct cd_edit *edit = &finding->edits[i];

		buffer_printf(out, "%s{\"offset\": %zu, \"end_offset\": %zu, ",
			      i ? ", " : "", place->base + edit->off,
			      place->base + edit->end);
		buffer_add_text(out, "\"text\": ");
		json_string(out, edit->text.bytes, edit->text.len);
		buffer_printf(out, ", \"confidence\": %d}", edit->confidence);
	}
}

static void add_place(struct buffer *out, const struct report_place *place,
		      const struct cd_finding *finding)
{
	report_json_place(out, place);
	buffer_printf(out, ", \"line\": %zu, \"col\": %zu", finding->line,
		      finding->col);
	buffer_printf(out, ", \"end_line\": %zu, \"end_col\": %zu",
		      finding->end_line, finding->end_col);
	buffer_printf(out, ", \"offset\": %zu, \"end_offset\": %zu",
		      place->base + finding->off, place->base + finding->end);
}

static void object(struct buffer *out, const struct report_style *style,
		   const struct report_place *place,
		   const struct cd_finding *finding)
{
	const struct cd_rule *rule = finding->rule;

	(void)style;
	buffer_add_byte(out, '{');
	add_place(out, place, finding);
	buffer_printf(out, ", \"rule\": \"%s\", \"kind\": \"%s\"", rule->name,
		      report_kind(rule->kind));
	buffer_printf(out, ", \"severity\": \"%s\", \"fixable\": %s",
		      report_severity(rule->severity),
		      finding->fixable ? "true" : "false");
	buffer_printf(out, ", \"hash\": \"%016" PRIx64 "\"",
		      report_hash(place, finding));
	buffer_add_text(out, ", \"message\": ");
	report_string(out, finding->message);
	buffer_add_text(out, ", \"edits\": [");
	add_edits(out, place, finding);
	buffer_add_text(out, "]}");
}

static void object_line(struct buffer *out, const struct report_style *style,
			const struct report_place *place,
			const struct cd_finding *finding)
{
	object(out, style, place, finding);
	buffer_add_byte(out, '\n');
}

static void begin_array(struct report_stream *stream)
{
	report_stream_text(stream, "[");
}

static void end_array(struct report_stream *stream)
{
	report_stream_text(stream, stream->count ? "\n]\n" : "]\n");
}

const struct format_row format_json = {
	.begin = begin_array,
	.end = end_array,
	.finding = object,
	.first = "\n  ",
	.between = ",\n  ",
};

const struct format_row format_json_lines = { .finding = object_line };
