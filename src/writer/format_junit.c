/*
 * junit: a test suite for each file and a test case for each finding, which
 * fails where it is more than a note; a clean file is a case that passes. A
 * suite begins with its numbers: the findings of one file are held.
 */
#include "writer/format.h"
#include "writer/shown_change.h"
#include "writer/stream.h"
#include "writer/xml.h"

static void test_case(struct buffer *out, const struct report_style *style,
		      const struct report_place *place,
		      const struct cd_finding *finding)
{
	const bool fails = finding->rule->severity > CD_SEVERITY_NOTE;
	struct buffer message;

	(void)style;
	buffer_init(&message);
	shown_message(&message, place, finding);
	buffer_add_text(out, "    <testcase");
	xml_attribute(out, "classname", place->path);
	buffer_printf(out, " name=\"%s at %zu:%zu\">", finding->rule->name,
		      finding->line, finding->col);
	if (fails)
		buffer_printf(out, "<failure type=\"%s\" message=\"",
			      finding->rule->name);
	else
		buffer_add_text(out, "<system-out>");
	xml_escape(out, message.bytes, message.len);
	buffer_add_text(out, fails ? "\"/></testcase>\n"
				   : "</system-out></testcase>\n");
	out->failed |= message.failed;
	buffer_release(&message);
}

static void begin_document(struct report_stream *stream)
{
	report_stream_text(stream, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
				   "\n<testsuites name=\"copydesk\">\n");
}

static void end_document(struct report_stream *stream)
{
	report_stream_text(stream, "</testsuites>\n");
}

static void hold(struct report_stream *stream, const struct report_item *item,
		 struct cd_span text)
{
	const int fails = item->rule->severity > CD_SEVERITY_NOTE;

	buffer_add(&stream->held[0], text.bytes, text.len);
	stream->held_count[fails]++;
}

static void end_file(struct report_stream *stream)
{
	struct buffer *cases = &stream->held[0];
	struct buffer out;

	if (!stream->in_file) {
		buffer_add_text(cases, "    <testcase");
		xml_attribute(cases, "classname", stream->path);
		buffer_add_text(cases, " name=\"clean\"/>\n");
		stream->held_count[0]++;
	}
	buffer_init(&out);
	buffer_add_text(&out, "  <testsuite");
	xml_attribute(&out, "name", stream->path);
	buffer_printf(&out, " tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n",
		      stream->held_count[0] + stream->held_count[1],
		      stream->held_count[1]);
	report_stream_add(stream, &out);
	report_stream_add(stream, cases);
	report_stream_text(stream, "  </testsuite>\n");
	buffer_release(&out);
	buffer_reset(cases);
	stream->held_count[0] = stream->held_count[1] = 0;
}

const struct format_row format_junit = {
	.begin = begin_document,
	.end = end_document,
	.finding = test_case,
	.take = hold,
	.end_file = end_file,
};
