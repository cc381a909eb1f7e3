/* Findings and stripped spans in check's formats. */
#include "writer/report.h"

#include <string.h>

#include "base/utf8.h"
#include "support/json.h"
#include "support/quote.h"

#define BOLD "\033[1m"
#define RED "\033[31m"
#define YELLOW "\033[33m"
#define CYAN "\033[36m"
#define PLAIN "\033[0m"

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

static void report_concise(struct buffer *out, const struct report_style *style,
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
	buffer_add_text(out, finding->message);
	buffer_add_byte(out, '\n');
}

static void report_edits(struct buffer *out, const struct report_place *place,
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

static void report_json(struct buffer *out, const struct report_place *place,
			const struct cd_finding *finding)
{
	const struct cd_rule *rule = finding->rule;

	buffer_add_text(out, "{\"file\": ");
	report_string(out, place->path);
	buffer_printf(out, ", \"record\": %zu, \"field\": ", place->record);
	if (place->field)
		report_string(out, place->field);
	else
		buffer_add_text(out, "null");
	buffer_printf(out, ", \"line\": %zu, \"col\": %zu", finding->line,
		      finding->col);
	buffer_printf(out, ", \"end_line\": %zu, \"end_col\": %zu",
		      finding->end_line, finding->end_col);
	buffer_printf(out, ", \"offset\": %zu, \"end_offset\": %zu",
		      place->base + finding->off, place->base + finding->end);
	buffer_printf(out, ", \"rule\": \"%s\", \"kind\": \"%s\"", rule->name,
		      report_kind(rule->kind));
	buffer_printf(out, ", \"severity\": \"%s\", \"fixable\": %s",
		      report_severity(rule->severity),
		      finding->fixable ? "true" : "false");
	buffer_add_text(out, ", \"message\": ");
	report_string(out, finding->message);
	buffer_add_text(out, ", \"edits\": [");
	report_edits(out, place, finding);
	buffer_add_text(out, "]}");
}

/* Escaped as GitHub's toolkit does: properties more than messages. */
static void add_escaped(struct buffer *out, const char *text,
			const char *escape)
{
	for (; *text; text++) {
		if (strchr(escape, *text))
			buffer_printf(out, "%%%02X", (unsigned char)*text);
		else
			buffer_add_byte(out, *text);
	}
}

/* The line of a finding's last character: where it ends is the one after. */
static size_t last_line(const struct cd_finding *finding)
{
	return finding->end_line > finding->line && finding->end_col == 1
		       ? finding->end_line - 1
		       : finding->end_line;
}

static void report_github(struct buffer *out, const struct report_place *place,
			  const struct cd_finding *finding)
{
	static const char *const commands[] = {
		[CD_SEVERITY_NOTE] = "notice",
		[CD_SEVERITY_WARNING] = "warning",
		[CD_SEVERITY_ERROR] = "error",
	};

	buffer_printf(out, "::%s file=", commands[finding->rule->severity]);
	add_escaped(out, place->path, "%\r\n:,");
	buffer_printf(out, ",line=%zu,endLine=%zu", finding->line,
		      last_line(finding));
	/* GitHub takes columns only of what starts and ends on one line. */
	if (finding->line == finding->end_line)
		buffer_printf(out, ",col=%zu,endColumn=%zu", finding->col,
			      finding->end_col);
	buffer_printf(out, ",title=%s::", finding->rule->name);
	add_escaped(out, finding->message, "%\r\n");
	buffer_add_byte(out, '\n');
}

void report_finding(struct buffer *out, const struct report_style *style,
		    const struct report_place *place,
		    const struct cd_finding *finding)
{
	switch (style->format) {
	case REPORT_MARKDOWN: /* of rules only */
	case REPORT_CONCISE:
		report_concise(out, style, place, finding);
		break;
	case REPORT_JSON:
		buffer_add_text(out, ",\n  ");
		report_json(out, place, finding);
		break;
	case REPORT_JSON_LINES:
		report_json(out, place, finding);
		buffer_add_byte(out, '\n');
		break;
	case REPORT_GITHUB:
		report_github(out, place, finding);
		break;
	}
}

void report_begin(struct buffer *out, const struct report_style *style)
{
	if (style->format == REPORT_JSON)
		buffer_add_byte(out, '[');
}

void report_end(struct buffer *out, const struct report_style *style,
		size_t count)
{
	if (style->format == REPORT_JSON)
		buffer_add_text(out, count ? "\n]\n" : "]\n");
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
	buffer_printf(out, "\"start\": %zu, \"end\": %zu",
		      place->base + span->off, place->base + span->end);
	buffer_printf(out, ", \"rule\": \"%s\", \"text\": ", span->rule->name);
	json_string(out, span->text.bytes, span->text.len);
	buffer_add_text(out, "}\n");
}
