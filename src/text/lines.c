/* Lines of a text. */
#include "text/lines.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

bool text_is_blank_line(const char *line, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (!ascii_is_blank((unsigned char)line[i]))
			return false;
	}
	return true;
}

void text_trim(const char *text, size_t *at, size_t *end)
{
	while (*at < *end && ascii_is_space((unsigned char)text[*at]))
		(*at)++;
	while (*end > *at && ascii_is_space((unsigned char)text[*end - 1]))
		(*end)--;
}

bool text_next_line(const char *text, size_t len, size_t *next, size_t *at,
		    size_t *end)
{
	while (*next < len) {
		*at = *next;
		*end = bytes_line_end(text, len, *next);
		*next = *end + 1;
		text_trim(text, at, end);
		if (*at < *end)
			return true;
	}
	return false;
}
