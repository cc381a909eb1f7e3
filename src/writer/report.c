/* Findings and stripped spans for all formats. */
#include "writer/report.h"

#include <string.h>

#include <xxhash.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "support/json.h"

const char *report_kind(enum cd_rule_kind kind)
{
	static const char *const names[] = {
		[CD_FIX] = "fix",
		[CD_RESTORE] = "restore",
		[CD_STRIP] = "strip",
		[CD_NOTE] = "note",
	};

	return names[kind];
}

const char *report_severity(enum cd_severity severity)
{
	static const char *const names[] = {
		[CD_SEVERITY_NOTE] = "note",
		[CD_SEVERITY_WARNING] = "warning",
		[CD_SEVERITY_ERROR] = "error",
	};

	return names[severity];
}

void report_string(struct buffer *out, const char *text)
{
	const size_t len = strlen(text);
	size_t from = 0, at = 0;

	buffer_add_byte(out, '"');
	while (at < len) {
		bool valid;
		const size_t size = utf8_step(text + at, len - at, &valid);

		if (!valid) {
			json_escape(out, text + from, at - from);
			buffer_add_text(out, "\xEF\xBF\xBD");
			from = at + size;
		}
		at += size;
	}
	json_escape(out, text + from, len - from);
	buffer_add_byte(out, '"');
}

void report_find_line(struct report_text *text, size_t off)
{
	const struct cd_span *source = &text->source;
	struct report_line *line = &text->line;

	if (line->known && off >= line->from && off <= line->end)
		return;
	line->from = bytes_line_start(source->bytes, off);
	line->end = bytes_line_end(source->bytes, source->len, off);
	line->hash =
		XXH3_64bits(source->bytes + line->from, line->end - line->from);
	line->known = true;
}

/* A finding of no text is told by what it says. */
uint64_t report_hash(const struct report_place *place,
		     const struct cd_finding *finding)
{
	if (place->text)
		return place->text->line.hash;
	return XXH3_64bits(finding->message, strlen(finding->message));
}

size_t report_last_line(const struct cd_finding *finding)
{
	return finding->end_line > finding->line && finding->end_col == 1
		       ? finding->end_line - 1
		       : finding->end_line;
}

void report_json_place(struct buffer *out, const struct report_place *place)
{
	buffer_add_text(out, "\"file\": ");
	report_string(out, place->path);
	buffer_printf(out, ", \"record\": %zu, \"field\": ", place->record);
	if (place->field)
		report_string(out, place->field);
	else
		buffer_add_text(out, "null");
	if (place->value > 1)
		buffer_printf(out, ", \"value\": %zu", place->value);
}

void report_stripped(struct buffer *out, const struct report_place *place,
		     const struct cd_stripped *span)
{
	buffer_add_text(out, "{\"file\": ");
	report_string(out, place->path);
	buffer_printf(out, ", \"record\": %zu, ", place->record);
	if (place->field) {
		buffer_add_text(out, "\"field\": ");
		report_string(out, place->field);
		buffer_add_text(out, ", ");
	}
	if (place->value > 1)
		buffer_printf(out, "\"value\": %zu, ", place->value);
	buffer_printf(out, "\"start\": %zu, \"end\": %zu",
		      place->base + span->off, place->base + span->end);
	buffer_printf(out, ", \"rule\": \"%s\", \"text\": ", span->rule->name);
	json_string(out, span->text.bytes, span->text.len);
	buffer_add_text(out, "}\n");
}
