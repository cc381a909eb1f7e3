/* Lines of a text with the spaces around them. */
#include "text/line.h"

#include "base/ascii.h"
#include "base/bytes.h"

void text_line_read(struct text_line *line, const char *text, size_t len,
		    size_t at)
{
	line->from = line->at = at;
	line->end = bytes_line_end(text, len, at);
	line->next = line->end < len ? line->end + 1 : len;
	while (line->at < line->end &&
	       ascii_is_blank((unsigned char)text[line->at]))
		line->at++;
	while (line->end > line->at &&
	       ascii_is_blank((unsigned char)text[line->end - 1]))
		line->end--;
}
