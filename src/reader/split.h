/* Where articles of a text stream end, and where a long one is cut. */
#ifndef COPYDESK_READER_SPLIT_H
#define COPYDESK_READER_SPLIT_H

#include <copydesk.h>

#include "reader/chunk.h"

/* Where blank lines part articles, none may come into one. */
static inline enum cd_lines separator_lines(enum separator separator)
{
	return separator == SEPARATOR_BLANK ? CD_LINES_CLOSED : CD_LINES_FREE;
}

struct split {
	size_t at;   /* an article begins here */
	size_t from; /* nothing before it needs to be looked at */
	size_t end;  /* the article ends, */
	size_t next; /* and the next one begins */
};

/*
 * Whether a line, without its end, separates articles: the separator's own, or
 * a blank one where blank lines separate them.
 */
bool split_is_separator(const struct reader_options *options, const char *line,
			size_t len);

/*
 * Find the end of the article at split->at by its separator, and move `from`
 * on; false: it goes on after the text.
 */
bool split_at_separator(const struct reader_options *options,
			struct cd_span text, struct split *split);

/* Blank lines and separators that are at `at`, before an article: their end.
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
