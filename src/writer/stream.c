/* Rendered findings, put together. */
#include "writer/stream.h"

#include <string.h>

#include "writer/format.h"

void report_stream_init(struct report_stream *stream, enum report_format format,
			struct output *output)
{
	memset(stream, 0, sizeof(*stream));
	stream->row = format_row(format);
	stream->output = output;
}

void report_stream_release(struct report_stream *stream)
{
	for (int i = 0; i < SEVERITIES; i++)
		buffer_release(&stream->held[i]);
}

void report_stream_text(struct report_stream *stream, const char *text)
{
	output_write(stream->output, text, strlen(text));
}

void report_stream_begin(struct report_stream *stream)
{
	if (stream->row->begin)
		stream->row->begin(stream);
}

void report_stream_put(struct report_stream *stream,
		       const struct report_item *item, struct cd_span text)
{
	const struct format_row *row = stream->row;
	const char *lead = stream->count ? row->between : row->first;

	stream->of_severity[item->rule->severity]++;
	if (row->take) {
		row->take(stream, item, text);
		return;
	}
	if (lead)
		report_stream_text(stream, lead);
	output_write(stream->output, text.bytes, text.len);
	stream->count++;
}

void report_stream_end(struct report_stream *stream)
{
	if (stream->row->end)
		stream->row->end(stream);
}
