/* Lines in columns. */
#include "edit/shape_line.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"

#define BLOCK 64 /* bytes that the compiler compares side by side */

size_t shape_columns(const char *text, size_t at, size_t end, bool ascii)
{
	return ascii ? end - at : utf8_count(text + at, end - at);
}

void shape_line_read(struct shape_line *line, const char *text, size_t len,
		     size_t at)
{
	const size_t stop = bytes_line_end(text, len, at);

	line->next = stop < len ? stop + 1 : len;
	line->end = stop;
	line->indent = 0;
	for (; at < stop && ascii_is_blank((unsigned char)text[at]); at++)
		line->indent += text[at] == '\t' ? 4 : 1;
	while (line->end > at &&
	       ascii_is_blank((unsigned char)text[line->end - 1]))
		line->end--;
	line->at = at;
}

void shape_line_measure(struct shape_line *line, const char *text, bool ascii)
{
	size_t word = line->at;

	while (word < line->end && !ascii_is_blank((unsigned char)text[word]))
		word++;
	line->word = shape_columns(text, line->at, word, ascii);
	line->columns =
		line->indent + shape_columns(text, line->at, line->end, ascii);
}

void shape_line_squeeze(struct shape_line *line, const char *text)
{
	size_t at = line->at + 1;

	for (; at + BLOCK <= line->end; at += BLOCK) {
		unsigned char pairs = 0;

		for (size_t i = 0; i < BLOCK; i++)
			pairs += (text[at + i] == ' ') &
				 (text[at + i - 1] == ' ');
		line->columns -= pairs;
	}
	for (; at < line->end; at++)
		line->columns -= text[at] == ' ' && text[at - 1] == ' ';
}

bool shape_lines_are_parallel(const char *text, const struct shape_line *line,
			      const struct shape_line *next)
{
	size_t len = 0;

	while (line->at + len < line->end && next->at + len < next->end &&
	       text[line->at + len] == text[next->at + len] &&
	       !ascii_is_blank((unsigned char)text[line->at + len]))
		len++;
	return len && line->at + len < line->end &&
	       next->at + len < next->end &&
	       ascii_is_blank((unsigned char)text[line->at + len]) &&
	       ascii_is_blank((unsigned char)text[next->at + len]);
}
