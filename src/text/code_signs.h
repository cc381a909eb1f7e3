/* Signs of code in a line. */
#ifndef COPYDESK_TEXT_CODE_SIGNS_H
#define COPYDESK_TEXT_CODE_SIGNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/bytes.h"

#define CODE_SIGNS 2 /* of a line of code, at least */

/* A line, [at, end) of text without the spaces around it; not empty. */
struct line_reader {
	const char *text;
	size_t at, end;
};

/* The byte at `at`, which is in the line; 0 after its end. */
static inline unsigned line_byte(const struct line_reader *reader, size_t at)
{
	return bytes_at(reader->text, reader->end, at);
}

/* Whether `word` is in the line at `at`. */
static inline bool line_begins(const struct line_reader *reader, size_t at,
			       const char *word)
{
	return bytes_begin(reader->text, reader->end, at, word);
}

/* How many signs of code the line has; some count twice. */
size_t code_signs_count(const struct line_reader *reader);

#endif
