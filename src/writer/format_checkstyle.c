/* checkstyle: the XML of Checkstyle, an element for each file with findings. */
#include "writer/format.h"
#include "writer/shown_change.h"
#include "writer/stream.h"
#include "writer/xml.h"

static void error(struct buffer *out, const struct report_style *style,
		  const struct report_place *place,
		  const struct cd_finding *finding)
{
	static const char *const severities[] = {
		[CD_SEVERITY_NOTE] = "info",
		[CD_SEVERITY_WARNING] = "warning",
		[CD_SEVERITY_ERROR] = "error",
	};
	struct buffer message;

	(void)style;
	buffer_init(&message);
	shown_message(&message, place, finding);
	buffer_printf(out, "    <error line=\"%zu\" column=\"%zu\"",
		      finding->line, finding->col);
	xml_attribute(out, "severity", severities[finding->rule->severity]);
	buffer_add_text(out, " message=\"");
	xml_escape(out, message.bytes, message.len);
	buffer_printf(out, "\" source=\"copydesk.%s\"/>\n",
		      finding->rule->name);
	out->failed |= message.failed;
	buffer_release(&message);
}

static void begin_document(struct report_stream *stream)
{
	report_stream_text(stream, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
				   "\n<checkstyle version=\"4.3\">\n");
}

static void end_document(struct report_stream *stream)
{
	report_stream_text(stream, "</checkstyle>\n");
}

static void put(struct report_stream *stream, const struct report_item *item,
		struct cd_span text)
{
	struct buffer out;

	(void)item;
	buffer_init(&out);
	if (!stream->in_file) {
		buffer_add_text(&out, "  <file");
		xml_attribute(&out, "name", stream->path);
		buffer_add_text(&out, ">\n");
	}
	buffer_add(&out, text.bytes, text.len);
	report_stream_add(stream, &out);
	buffer_release(&out);
}

static void end_file(struct report_stream *stream)
{
	if (stream->in_file)
		report_stream_text(stream, "  </file>\n");
}

const struct format_row format_checkstyle = {
	.begin = begin_document,
	.end = end_document,
	.finding = error,
	.take = put,
	.end_file = end_file,
};
