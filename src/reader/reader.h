/*
 * The reader cuts an input into chunks, and each chunk into pieces: articles
 * of text, or records of JSON Lines. What stands between the pieces is passed
 * on as it is. Memory is bounded by --max-article, whatever the input's length.
 *
 * Where a chunk ends depends on how the bytes arrive; where a piece ends does
 * not.
 */
#ifndef COPYDESK_READER_READER_H
#define COPYDESK_READER_READER_H

#include "base/buffer.h"
#include "reader/input.h"

enum format { FORMAT_AUTO, FORMAT_TEXT, FORMAT_JSONL };

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
	const char *line;   /* borrowed */
	size_t max_article; /* bytes */
	bool fill; /* make chunks as long as if the input were a file */
};

enum piece_kind {
	PIECE_ARTICLE,
	PIECE_RECORD,
	PIECE_TOO_LONG, /* the front of a record that is longer than allowed */
};

struct piece {
	enum piece_kind kind;
	size_t at, len;	  /* bytes of the chunk */
	size_t line, col; /* where it begins in the input */
	size_t record;	  /* which article or record, from 1 */
	size_t base;	  /* bytes of the article in earlier pieces */
};

struct chunk {
	struct buffer text;
	struct piece *pieces; /* owned */
	size_t count, cap;
	enum format format;
	const char *charset; /* decoded from this; NULL: UTF-8 */
	bool first;	     /* of its input */
	bool lossy;	     /* the charset's decoder met bad bytes in it */
	size_t line, col;    /* where its text begins in the input */
};

void chunk_init(struct chunk *chunk);
void chunk_release(struct chunk *chunk);

struct reader {
	struct input *input;		      /* borrowed */
	const struct reader_options *options; /* borrowed */
	struct buffer carry;		      /* read, and not yet cut */
	size_t scanned;	  /* bytes of carry known to hold no end */
	size_t line, col; /* of the next byte to hand out */
	size_t record;	  /* records or articles begun so far */
	size_t base;	  /* bytes of the current article handed out */
	bool started, ended;
	bool skipping; /* in the rest of a too long record */
	bool lossy;
	const char *error; /* static */
};

void reader_start(struct reader *reader, struct input *input,
		  const struct reader_options *options);
void reader_stop(struct reader *reader);

enum reader_status { READER_CHUNK, READER_END, READER_FAILED };

/* The next chunk; its memory is reused. READER_FAILED: see reader->error. */
enum reader_status reader_next(struct reader *reader, struct chunk *chunk);

/* Where an article ends, and where the next begins. */
struct split {
	size_t end, next;
};

/*
 * The end of an article that begins at `at` of text[0..len), found in the
 * separators; false: it goes on behind `len`. `from`: nothing before it needs
 * to be looked at; it is moved on.
 */
bool split_at_separator(const struct reader_options *options, const char *text,
			size_t len, size_t at, size_t *from,
			struct split *split);

/* Blank lines and separators that stand at `at`, before an article: their end.
 */
size_t split_lead(const struct reader_options *options, const char *text,
		  size_t len, size_t at);

/*
 * The best place to part an article at or before `limit` bytes from `at`: the
 * last paragraph, else line, sentence, space, code point. at + limit <= len.
 */
struct split split_at_limit(const char *text, size_t len, size_t at,
			    size_t limit);

#endif
