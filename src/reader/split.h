/* Where articles of a text stream end, and where a long one is cut. */
#ifndef COPYDESK_READER_SPLIT_H
#define COPYDESK_READER_SPLIT_H

#include "reader/chunk.h"

/* Where an article ends, and where the next begins. */
struct split {
	size_t end, next;
};

/*
 * Whether a line, without its end, separates articles: the separator's own, or
 * a blank one where blank lines separate them.
 */
bool split_is_separator(const struct reader_options *options, const char *line,
			size_t len);

/*
 * The end of an article that begins at `at` of text[0..len), found in the
 * separators; false: it goes on after `len`. `from`: nothing before it needs
 * to be looked at; it is moved on.
 */
bool split_at_separator(const struct reader_options *options, const char *text,
			size_t len, size_t at, size_t *from,
			struct split *split);

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
