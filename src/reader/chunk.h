/* What the reader and those who cut for it work on. */
#ifndef COPYDESK_READER_CHUNK_H
#define COPYDESK_READER_CHUNK_H

#include "base/buffer.h"
#include "reader/csv.h"
#include "reader/input.h"
#include "reader/record.h"

enum separator {
	SEPARATOR_NONE,	 /* the whole file is one article */
	SEPARATOR_BLANK, /* blank lines */
	SEPARATOR_FORMFEED,
	SEPARATOR_NUL,
	SEPARATOR_LINE, /* a line that reads reader_options.line */
};

struct reader_options {
	enum format format; /* not FORMAT_AUTO */
	enum separator separator;
	const char *line;	     /* borrowed */
	const struct fields *fields; /* borrowed; of a table */
	bool no_header;		     /* its first row is a record */
	size_t max_article;	     /* bytes */
	bool fill; /* make chunks as long as if the input were a file */
};

enum piece_kind {
	PIECE_ARTICLE,
	PIECE_RECORD,
	PIECE_TOO_LONG, /* the start of a record that is longer than allowed,
			   or any part of a Markdown text that is */
	PIECE_HEADER,	/* the names of a table's columns */
};

struct piece {
	enum piece_kind kind;
	size_t at, len;	  /* bytes of the chunk */
	size_t lead;	  /* bytes before it that say how long it is */
	size_t line, col; /* where it begins in the input */
	size_t record;	  /* which article or record, from 1 */
	size_t base;	  /* bytes of the article in earlier pieces */
	size_t element;	  /* of a JSON array, from 0; or RECORD_ALONE */
};

/* Where in a JSON document the reader is. */
struct json_cutter {
	enum {
		JSON_BEFORE,
		JSON_IN_ARRAY,
		JSON_IN_OBJECT,
		JSON_AFTER,
		JSON_IN_REST, /* of what is no document */
	} place;
	size_t depth; /* open within the element */
	bool in_string;
	size_t element;
};

/* Where a reader is, between two chunks. */
struct reader_mark {
	uint64_t in; /* bytes handed out: decompressed and decoded */
	size_t line, col, record, base;
	bool skipping;
	uint64_t passing;
	enum csv_state csv;
	struct json_cutter json;
	struct columns columns;
};

struct chunk {
	struct buffer text;
	struct piece *pieces; /* owned */
	size_t count, cap;
	enum format format;
	enum separator separator; /* of its articles */
	const char *charset;	  /* decoded from this; NULL: UTF-8 */
	bool first;		  /* of its input */
	bool lossy;		/* the charset's decoder met bad bytes in it */
	bool decoded;		/* the input's first byte that is another one */
	size_t decoded_at;	/* is here; not of `text`: at its end */
	size_t line, col;	/* where its text begins in the input */
	struct columns columns; /* of a table */
	struct reader_mark after; /* where the next one begins */
};

void chunk_init(struct chunk *chunk);
void chunk_release(struct chunk *chunk);

/* Where its text has the first U+FFFD; its length: nowhere. */
size_t chunk_lost(const struct chunk *chunk);

struct reader {
	struct input *input;		      /* borrowed */
	const struct reader_options *options; /* borrowed */
	struct buffer carry;		      /* read, and not yet cut */
	size_t scanned;	  /* bytes of carry known to hold no end */
	size_t line, col; /* of the next byte to hand out */
	size_t record;	  /* records or articles begun so far */
	size_t base;	  /* bytes of the current article handed out */
	uint64_t in;	  /* bytes handed out */
	bool started, ended;
	bool skipping;	    /* in the rest of a too long record */
	bool lossy_told;    /* what the decoder could not read */
	bool decoded_told;  /* that it reads other bytes */
	const char *broken; /* why the input ends here, before its end */
	const char *error;  /* static, or `why`'s */
	enum csv_state csv;
	struct json_cutter json;
	uint64_t passing; /* bytes of a WARC's block that are no article */
	struct columns columns;
	struct buffer why;
};

#endif
