/*
 * sarif: SARIF 2.1.0 (OASIS), one run, for code scanning.
 *
 * Columns are code points. A finding's fixes are regions of the file as it is:
 * none of records, whose text is escaped or counted, nor of text in another
 * charset, compressed or in an archive, nor where a change inserts more than
 * FIX_MAX bytes.
 */
#include <string.h>

#include "support/json.h"
#include "writer/fingerprint.h"
#include "writer/format.h"
#include "writer/shown_change.h"
#include "writer/stream.h"

/* Bytes of a text that a fix inserts. */
#define FIX_MAX 4096

static const char *const kinds[] = {
	[CD_FIX] = "copydesk fix changes its form.",
	[CD_RESTORE] = "copydesk fix restores it, as far as its model is sure.",
	[CD_STRIP] = "copydesk fix takes it out.",
	[CD_NOTE] = "It is only reported.",
};

static void add_rule(struct buffer *out, const struct cd_rule *rule)
{
	const char *slash = strchr(rule->name, '/');

	buffer_printf(out, "{\"id\": \"%s\", \"shortDescription\": {\"text\": ",
		      rule->name);
	report_string(out, rule->summary);
	buffer_add_text(out, "}, \"fullDescription\": {\"text\": ");
	report_string(out, rule->reason);
	buffer_add_text(out, "}, \"help\": {\"text\": \"");
	json_escape(out, rule->reason, strlen(rule->reason));
	buffer_printf(out, " %s\"}, ", kinds[rule->kind]);
	buffer_printf(out,
		      "\"defaultConfiguration\": {\"level\": \"%s\", "
		      "\"enabled\": %s}, ",
		      report_severity(rule->severity),
		      rule->on ? "true" : "false");
	buffer_printf(out, "\"properties\": {\"tags\": [\"%.*s\", \"%s\"]}}",
		      (int)(slash ? slash - rule->name : 0), rule->name,
		      report_kind(rule->kind));
}

static void begin_run(struct report_stream *stream)
{
	struct buffer out;

	buffer_init(&out);
	buffer_add_text(&out, "{\n\"$schema\": \"https://json.schemastore.org/"
			      "sarif-2.1.0.json\",\n\"version\": \"2.1.0\",\n"
			      "\"runs\": [{\n\"tool\": {\"driver\": "
			      "{\"name\": \"copydesk\", \"version\": ");
	report_string(&out, cd_version());
	buffer_add_text(&out, ", \"rules\": [");
	for (size_t i = 0; i < cd_rule_count(); i++) {
		buffer_add_text(&out, i ? ",\n  " : "\n  ");
		add_rule(&out, cd_rule(i));
	}
	buffer_add_text(&out, "\n]}},\n\"columnKind\": \"unicodeCodePoints\",\n"
			      "\"newlineSequences\": [\"\\r\\n\", \"\\n\", "
			      "\"\\r\"],\n"
			      "\"results\": [");
	report_stream_add(stream, &out);
	buffer_release(&out);
}

static void end_run(struct report_stream *stream)
{
	report_stream_text(stream, "\n]\n}]\n}\n");
}

/* A relative reference, or a file: URI (RFC 3986). */
static void add_uri(struct buffer *out, const char *path)
{
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		"0123456789-._~/";

	path = plain_path(path);
	buffer_add_text(out, *path == '/' ? "file://" : "");
	for (; *path; path++) {
		if (strchr(plain, *path))
			buffer_add_byte(out, *path);
		else
			buffer_printf(out, "%%%02X", (unsigned char)*path);
	}
}

static void add_artifact(struct buffer *out, const char *path)
{
	buffer_add_text(out, "\"artifactLocation\": {\"uri\": \"");
	add_uri(out, path);
	buffer_add_text(out, "\"}");
}

static void add_region(struct buffer *out, const char *name,
		       const struct report_spot region[2])
{
	buffer_printf(out, "\"%s\": {\"startLine\": %zu, \"startColumn\": %zu",
		      name, region[0].line, region[0].col);
	buffer_printf(out, ", \"endLine\": %zu, \"endColumn\": %zu}",
		      region[1].line, region[1].col);
}

static void add_replacements(struct buffer *out, const struct report_text *text,
			     const struct cd_finding *finding,
			     const struct shown_changes *own)
{
	for (size_t i = own->from; i < own->end; i++) {
		i = shown_next(text, finding, own, i);
		if (i == own->end)
			break;
		buffer_add_text(out, i == own->from ? "{" : ", {");
		add_region(out, "deletedRegion", text->spots[i]);
		buffer_add_text(out, ", \"insertedContent\": {\"text\": ");
		json_string(out, text->changes[i].text.bytes,
			    text->changes[i].text.len);
		buffer_add_text(out, "}}");
	}
}

/*
 * Whether the changes write more than a page. Findings that share a long one
 * would each repeat it.
 */
static bool is_long(const struct report_text *text,
		    const struct shown_changes *own)
{
	for (size_t i = own->from; i < own->end; i++) {
		if (text->changes[i].text.len > FIX_MAX)
			return true;
	}
	return false;
}

static void add_fixes(struct buffer *out, const struct report_place *place,
		      const struct cd_finding *finding)
{
	const struct report_text *text = place->text;
	struct shown_changes own = { 0 };

	if (text && text->exact && text->spots)
		own = shown_changes_of(text, finding);
	if (!own.count || is_long(text, &own))
		return;
	buffer_add_text(out, ", \"fixes\": [{\"description\": {\"text\": \"");
	buffer_add_text(out, kinds[finding->rule->kind]);
	buffer_add_text(out, "\"}, \"artifactChanges\": [{");
	add_artifact(out, place->path);
	buffer_add_text(out, ", \"replacements\": [");
	add_replacements(out, text, finding, &own);
	buffer_add_text(out, "]}]}]");
}

static void result(struct buffer *out, const struct report_style *style,
		   const struct report_place *place,
		   const struct cd_finding *finding)
{
	const struct cd_rule *rule = finding->rule;
	const struct report_spot region[2] = {
		{ finding->line, finding->col },
		{ finding->end_line, finding->end_col },
	};

	(void)style;
	buffer_printf(out, "{\"ruleId\": \"%s\", \"ruleIndex\": %zu, ",
		      rule->name, (size_t)(rule - cd_rule(0)));
	buffer_printf(out, "\"level\": \"%s\", \"message\": {\"text\": ",
		      report_severity(rule->severity));
	shown_message_string(out, place, finding);
	buffer_add_text(out, "}, \"locations\": [{\"physicalLocation\": {");
	add_artifact(out, place->path);
	buffer_add_text(out, ", ");
	add_region(out, "region", region);
	buffer_add_text(out, "}}], \"partialFingerprints\": "
			     "{\"primaryLocationLineHash\": \"");
	fingerprint_add(out, ':', place, finding);
	buffer_add_text(out, "\"}");
	add_fixes(out, place, finding);
	buffer_add_byte(out, '}');
}

const struct format_row format_sarif = {
	.begin = begin_run,
	.end = end_run,
	.finding = result,
	.first = "\n  ",
	.between = ",\n  ",
	.numbered = true,
};
