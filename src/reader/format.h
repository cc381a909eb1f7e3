/* The forms of input. */
#ifndef COPYDESK_READER_FORMAT_H
#define COPYDESK_READER_FORMAT_H

#include <stdbool.h>

enum format {
	FORMAT_AUTO,
	FORMAT_BYTES, /* passed on as they are */
	FORMAT_TEXT,
	FORMAT_MARKDOWN, /* a text that keeps its markup */
	FORMAT_WARC,	 /* web archive: its text/plain conversions */
	FORMAT_JSONL,	 /* an object a line */
	FORMAT_JSON,	 /* one array of records, or one object */
	FORMAT_CSV,	 /* tables, by what separates their fields: commas, */
	FORMAT_TSV,	 /* tabs, */
	FORMAT_SSV,	 /* semicolons, */
	FORMAT_PSV,	 /* vertical bars */
};

/* Whether it is articles and what separates them. */
static inline bool format_is_text(enum format format)
{
	return format == FORMAT_TEXT || format == FORMAT_MARKDOWN;
}

/* Whether its articles are fields of records. */
static inline bool format_has_records(enum format format)
{
	return format >= FORMAT_JSONL;
}

static inline bool format_is_table(enum format format)
{
	return format >= FORMAT_CSV;
}

/* What separates the fields of a table. */
static inline char format_mark(enum format format)
{
	return ",\t;|"[format - FORMAT_CSV];
}

#endif
