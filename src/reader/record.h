/*
 * Records of all forms: where the strings are that hold articles, how they are
 * read and written. All other bytes of a record stay as they are.
 */
#ifndef COPYDESK_READER_RECORD_H
#define COPYDESK_READER_RECORD_H

#include <stdint.h>

#include <copydesk.h>

#include "reader/fields.h"
#include "reader/format.h"
#include "support/json.h"

/* Which columns of a table the fields are: of one name there may be several. */
struct columns {
	size_t count; /* that each record has; 0: not known */
	size_t found; /* of these: */
	struct {
		size_t column; /* from 0 */
		size_t field;
	} of[FIELDS_MAX];
};

struct record_form {
	enum format format;
	const struct fields *fields;   /* borrowed */
	const struct columns *columns; /* borrowed; of tables only */
};

/* How a string is written. */
enum record_text {
	RECORD_NO_TEXT, /* a number, an object: left as it is */
	RECORD_JSON,
	RECORD_JSON_ESCAPED,
	RECORD_CSV,
	RECORD_CSV_QUOTED,
	RECORD_CSV_LINE,    /* in marks, in one line, in a table with tabs */
	RECORD_CSV_ESCAPED, /* "\n" in a table with tabs */
	RECORD_CSV_TEXT,    /* its first mark is the text's, in such a table */
};

static inline bool record_is_quoted(enum record_text text)
{
	return text == RECORD_CSV_QUOTED || text == RECORD_CSV_LINE;
}

/* A field of a record, found. */
struct record_value {
	enum record_text text;
	size_t at, len; /* as it is; a table's quotation marks included */
	size_t field;	/* of the fields asked for */
	size_t nth;	/* of that field's in the record, from 1 */
};

/* The `element` of a record that is in no array. */
#define RECORD_ALONE SIZE_MAX

/* Memory that is used again from record to record. Zeroed at first. */
struct record_finder {
	struct record_value *values; /* owned; ascending */
	size_t count, cap;
	struct json_search search; /* its values owned */
	struct buffer why;	   /* what is wrong with the record */
	size_t why_at;		   /* and where */
};

void record_finder_release(struct record_finder *finder);

/*
 * Find the fields in record[0..len), which is the `element`th (from 0) of its
 * array, or RECORD_ALONE. False: `why` says what is wrong.
 */
bool record_find(struct record_finder *finder, const struct record_form *form,
		 const char *record, size_t len, size_t element);

/*
 * In a table with tabs a text in one line stays so: most programs that read it
 * know no marks, and a line end would end its row.
 */
enum cd_lines record_lines(const struct record_value *value,
			   enum format format);

/* Append what a value holds; returns the lone surrogates replaced in it. */
size_t record_decode(const struct record_value *value, const char *record,
		     struct buffer *out);

/* Append `text` as the value is written. */
void record_encode(const struct record_value *value, enum format format,
		   const char *text, size_t len, struct buffer *out);

/*
 * A walk along a value as it is, to find where a code point of its text is.
 * record_walk() begins it; see json_step() for `single`.
 */
struct json_place record_walk(const struct record_value *value);
void record_step(const struct record_value *value, const char *record,
		 bool single, struct json_place *place);

#endif
