/* Rendered findings, put together. */
#include "writer/stream.h"

#include <stdio.h>
#include <string.h>

#include "writer/fingerprint.h"
#include "writer/format.h"

void report_stream_init(struct report_stream *stream,
			const struct format_row *row, struct output *output)
{
	memset(stream, 0, sizeof(*stream));
	stream->row = row;
	stream->output = output;
}

void report_stream_release(struct report_stream *stream)
{
	for (int i = 0; i < SEVERITIES; i++)
		buffer_release(&stream->held[i]);
	occurrences_release(&stream->seen);
}

void report_stream_text(struct report_stream *stream, const char *text)
{
	output_write(stream->output, text, strlen(text));
}

void report_stream_add(struct report_stream *stream, const struct buffer *text)
{
	if (text->failed)
		stream->output->error = "out of memory";
	output_write(stream->output, text->bytes, text->len);
}

void report_stream_begin(struct report_stream *stream)
{
	if (stream->row->begin)
		stream->row->begin(stream);
}

void report_stream_file(struct report_stream *stream, const char *path)
{
	stream->path = path;
	stream->in_file = 0;
	occurrences_release(&stream->seen);
}

void report_stream_end_file(struct report_stream *stream)
{
	if (stream->row->end_file)
		stream->row->end_file(stream);
}

/* The text with the number of the finding where it belongs. */
static void put_numbered(struct report_stream *stream,
			 const struct report_item *item, struct cd_span text)
{
	const size_t number = occurrences_add(&stream->seen, item);
	const char *place = memchr(text.bytes, FINGERPRINT_NUMBER, text.len);
	char digits[32];

	if (!number || !place) {
		stream->output->error = "out of memory";
		return;
	}
	snprintf(digits, sizeof(digits), "%zu", number);
	output_write(stream->output, text.bytes, (size_t)(place - text.bytes));
	report_stream_text(stream, digits);
	place++;
	output_write(stream->output, place,
		     text.len - (size_t)(place - text.bytes));
}

static void put_text(struct report_stream *stream,
		     const struct report_item *item, struct cd_span text)
{
	const struct format_row *row = stream->row;
	const char *lead = stream->count ? row->between : row->first;

	if (lead)
		report_stream_text(stream, lead);
	if (row->numbered)
		put_numbered(stream, item, text);
	else
		output_write(stream->output, text.bytes, text.len);
}

void report_stream_put(struct report_stream *stream,
		       const struct report_item *item, struct cd_span text)
{
	if (stream->row->take)
		stream->row->take(stream, item, text);
	else
		put_text(stream, item, text);
	stream->count++;
	stream->in_file++;
}

void report_stream_end(struct report_stream *stream)
{
	if (stream->row->end)
		stream->row->end(stream);
}
