/*
 * Notes: what a worker writes down about an article, and the collection reads.
 * They live in one buffer from worker to sink, within one process.
 */
#ifndef COPYDESK_REPORT_NOTE_H
#define COPYDESK_REPORT_NOTE_H

#include "batch/worker.h"
#include "support/json_path.h"

/* An article is of the first class that holds. */
enum article_class {
	CLASS_RESTORED, /* the model put letters' case or marks back */
	CLASS_STRIPPED, /* boilerplate was taken out */
	CLASS_FIXED,	/* form only */
	CLASS_NOTED,	/* reported, not changed */
	CLASS_CLEAN,	/* no findings */
	CLASS_COUNT
};

struct note {
	uint64_t draw; /* hash of the text: the article's number in a lottery */
	size_t record, line;
	uint32_t words, stripped_words;
	uint32_t findings;
	uint32_t edits;	     /* and findings without any */
	uint32_t conditions; /* of cd_condition() */
	uint32_t rules[TALLY_RULES];
	enum article_class class;
	bool goes_on; /* a later part of a long article */
	/* Borrowed from the buffer: */
	struct cd_span group;	/* the member of the record; empty: none */
	struct cd_span opening; /* of the text */
	struct cd_span parts;	/* JSON: see excerpt.h; empty: unchanged */
	struct cd_span spans;	/* stripped: see note_line() */
	struct cd_span text;	/* the clean one */
};

/* Writes notes; `group` is the member of records that they are grouped by. */
struct note_taker {
	struct inspector inspector; /* first */
	struct json_path group;
};

/* False: *why is a static message. note_taker_release() is due either way. */
bool note_taker_init(struct note_taker *taker, const char *group,
		     const char **why);
void note_taker_release(struct note_taker *taker);

/* The note at *at, which moves on; false at the end. */
bool note_next(const struct buffer *notes, size_t *at, struct note *note);

/* A line that was stripped, and its rule; false at the end. */
struct note_line {
	size_t rule; /* place in the table */
	struct cd_span text;
};
bool note_line(const struct note *note, size_t *at, struct note_line *line);

#endif
