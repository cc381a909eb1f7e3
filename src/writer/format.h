/* The formats of check, as a table: what each has to be written, and when. */
#ifndef COPYDESK_WRITER_FORMAT_H
#define COPYDESK_WRITER_FORMAT_H

#include "writer/report.h"

struct report_stream;

struct format_row {
	/* Before all findings, and after them; NULL: nothing. */
	void (*begin)(struct report_stream *stream);
	void (*end)(struct report_stream *stream);
	/* Render a finding. Pure: threads call it. */
	void (*finding)(struct buffer *out, const struct report_style *style,
			const struct report_place *place,
			const struct cd_finding *finding);
	/* Before the first finding and between two; NULL: nothing. */
	const char *first, *between;
	/* Its text has the place of an occurrence: writer/fingerprint.h. */
	bool numbered;
	/* Take a rendered finding instead of writing it. */
	void (*take)(struct report_stream *stream,
		     const struct report_item *item, struct cd_span text);
	/* A file is done; NULL: nothing. */
	void (*end_file)(struct report_stream *stream);
};

extern const struct format_row format_concise, format_full, format_json,
	format_json_lines, format_github, format_sarif, format_gitlab,
	format_junit, format_checkstyle;

/* The row of a format; of one that is for rules only, concise's. */
const struct format_row *format_row(enum report_format format);

/*
 * Append one finding, whose lines and columns are those of the file, and its
 * item.
 */
void format_finding(struct buffer *out, struct report_items *items,
		    const struct report_style *style,
		    const struct report_place *place,
		    const struct cd_finding *finding);

#endif
