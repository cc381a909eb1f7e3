/*
 * Rendered findings to an output, in the order of the input, with what the
 * format has before, between and after them. Findings pass through; what a
 * format holds back is said at its row.
 */
#ifndef COPYDESK_WRITER_STREAM_H
#define COPYDESK_WRITER_STREAM_H

#include "writer/occurrences.h"
#include "writer/output.h"
#include "writer/report.h"

#define SEVERITIES (CD_SEVERITY_ERROR + 1)

struct format_row;

struct report_stream {
	const struct format_row *row;
	struct output *output; /* borrowed */
	const char *path;      /* of the file in work; borrowed */
	size_t count;	       /* findings that were taken */
	size_t in_file;	       /* of the file in work */
	struct occurrences seen;
	struct buffer held[SEVERITIES]; /* what the format holds back */
	size_t held_count[SEVERITIES], held_last[SEVERITIES];
};

/* `row` and `output` are borrowed; report_stream_release() is due. */
void report_stream_init(struct report_stream *stream,
			const struct format_row *row, struct output *output);
void report_stream_release(struct report_stream *stream);

void report_stream_begin(struct report_stream *stream);
/* The file that findings are of from now on; end_file() is due. */
void report_stream_file(struct report_stream *stream, const char *path);
void report_stream_end_file(struct report_stream *stream);
void report_stream_put(struct report_stream *stream,
		       const struct report_item *item, struct cd_span text);
void report_stream_end(struct report_stream *stream);

/* For formats. */
void report_stream_add(struct report_stream *stream, const struct buffer *text);
void report_stream_text(struct report_stream *stream, const char *text);

#endif
