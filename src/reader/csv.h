/*
 * Tables of comma- or tab-separated values (RFC 4180): where records end, and
 * where the bytes of each field are.
 *
 * Why not libcsv: it hands over copies of the fields' contents and does not
 * say where they were; here every byte that does not change has to stay. It
 * reads the same fields (the tests compare).
 */
#ifndef COPYDESK_READER_CSV_H
#define COPYDESK_READER_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Where a scan for the end of a record is. Zeroed: before a record. */
enum csv_state {
	CSV_AT_START, /* of a field */
	CSV_IN_PLAIN,
	CSV_IN_MARKS,
	CSV_AT_MARK, /* after a mark in a quoted field */
};

/*
 * The length of what belongs to the record, its line feed included; `len` and
 * *ended == false when it goes on after that. `mark` separates the fields.
 */
size_t csv_record(const char *text, size_t len, char mark,
		  enum csv_state *state, bool *ended);

/* The start of a record, and more. */
struct csv_text {
	const char *bytes;
	size_t len;
	bool whole; /* nothing comes after it */
};

/*
 * The same of a table with tabs, from the record's start on: there a mark at a
 * field's start may be the text's, which what follows tells.
 */
size_t csv_tab_record(struct csv_text text, bool *ended);

struct csv_field {
	size_t at, len; /* as it is, quotation marks included */
	bool quoted;
	bool bad; /* something comes after the closing mark, or it has none */
};

/*
 * The field at *at of a record without its line end, which moves on; false
 * after the last. *at is 0 at first.
 */
bool csv_next(const char *record, size_t len, char mark, size_t *at,
	      struct csv_field *field);

/*
 * Whether a record without its line end is the line by which a spreadsheet is
 * told what separates fields ("sep=;"): *mark. It comes before the header.
 */
bool csv_tells_mark(const char *record, size_t len, char *mark);

/* A record without its line end. */
size_t csv_trim(const char *record, size_t len);

/* Append what the field holds. */
void csv_decode(const char *record, const struct csv_field *field,
		struct buffer *out);

/* Whether the field holds this text. */
bool csv_holds(const char *record, const struct csv_field *field,
	       const char *text);

/* Whether a field of the record, without its line end, holds this text. */
bool csv_has(const char *record, size_t len, char mark, const char *text);

/* How many fields a record without its line end has. */
size_t csv_count(const char *record, size_t len, char mark);

/*
 * Whether a field without quotation marks writes its line ends as "\n", as
 * databases do in tables with tabs, where a record is a line. "C:\new" does
 * not, nor does "\nabla".
 */
bool csv_is_escaped(const char *record, const struct csv_field *field);

/* Append what such a field holds; or `text` as such a field. */
void csv_unescape(const char *record, const struct csv_field *field,
		  struct buffer *out);
void csv_escape(struct buffer *out, const char *text, size_t len);

/* Append `text` as a field: in quotation marks where it was, or has to be. */
void csv_encode(struct buffer *out, const char *text, size_t len, char mark,
		bool quoted);

#endif
