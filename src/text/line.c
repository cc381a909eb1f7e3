/* Lines of a text with the spaces around them. */
#include "text/line.h"

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
