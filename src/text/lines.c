/* Lines of a text. */
#include "text/lines.h"

#include "base/bytes.h"
#include "base/skip.h"

void text_line_read(struct text_line *line, const char *text, size_t len,
		    size_t at)
{
	line->from = line->at = at;
	line->end = bytes_line_end(text, len, at);
	line->next = line->end < len ? line->end + 1 : len;
	line->at = skip_blanks(text, line->end, line->at);
	line->end = skip_blanks_back(text, line->at, line->end);
}

bool text_is_blank_line(const char *line, size_t len)
{
	return skip_blanks(line, len, 0) == len;
}

void text_trim(const char *text, size_t *at, size_t *end)
{
	*at = skip_white(text, *end, *at);
	*end = skip_white_back(text, *at, *end);
}

bool text_next_line(const char *text, size_t len, size_t *next, size_t *at,
		    size_t *end)
{
	while (*next < len) {
		if (text[*next] == '\n') {
			++*next;
			continue;
		}
		*at = *next;
		*end = bytes_line_end(text, len, *next);
		*next = *end + 1;
		text_trim(text, at, end);
		if (*at < *end)
			return true;
	}
	return false;
}
