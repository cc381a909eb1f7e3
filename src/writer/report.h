/*
 * Findings and stripped spans, as text for people and for programs.
 */
#ifndef COPYDESK_WRITER_REPORT_H
#define COPYDESK_WRITER_REPORT_H

#include <copydesk.h>

#include "base/buffer.h"

enum report_format {
	REPORT_CONCISE,	   /* path:line:col: rule [*] message */
	REPORT_JSON,	   /* one array of objects */
	REPORT_JSON_LINES, /* one object a line */
	REPORT_GITHUB,	   /* workflow commands */
	REPORT_MARKDOWN,   /* a table; of rules only */
};

enum colour { COLOUR_OFF, COLOUR_ON };

struct report_style {
	enum report_format format;
	enum colour colour;
};

/* Where an article stands; what a finding of the library cannot know. */
struct report_place {
	const char *path;
	size_t record;	   /* article or record of the file, from 1 */
	const char *field; /* NULL: text */
	size_t base;	   /* added to offsets: see struct piece */
};

/*
 * Append one finding, whose lines and columns are those of the file. In a JSON
 * array each finding begins with ",\n": the first one's comma is the caller's
 * to leave out.
 */
void report_finding(struct buffer *out, const struct report_style *style,
		    const struct report_place *place,
		    const struct cd_finding *finding);

/* What stands before the first finding, and after the last of `count`. */
void report_begin(struct buffer *out, const struct report_style *style);
void report_end(struct buffer *out, const struct report_style *style,
		size_t count);

/* Append a stripped span as a line of JSON. */
void report_stripped(struct buffer *out, const struct report_place *place,
		     const struct cd_stripped *span);

/* "fix", "restore", "strip", "note". */
const char *report_kind(enum cd_rule_kind kind);

/* "note", "warning", "error". */
const char *report_severity(enum cd_severity severity);

/* Append a JSON string; what is not UTF-8 in it (a path) becomes U+FFFD. */
void report_string(struct buffer *out, const char *text);

#endif
