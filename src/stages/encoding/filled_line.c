#include "stages/encoding/filled_line.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "edit/shape.h"
#include "edit/shape_line.h"

#define WIDEST 100 /* columns of a line that was wrapped */
#define NARROWEST 50

size_t filled_width(const char *text, size_t len)
{
	struct shape_line line;
	size_t width = 0;

	for (size_t at = 0; at < len; at = line.next) {
		shape_line_read(&line, text, len, at);
		shape_line_measure(&line, text, false);
		if (line.columns > WIDEST)
			return 0;
		if (line.columns > width)
			width = line.columns;
	}
	return width < NARROWEST ? 0 : width;
}

size_t filled_end(const char *text, size_t len, size_t at, size_t width)
{
	struct shape_line line, next;

	at = bytes_line_start(text, at);
	shape_line_read(&line, text, len, at);
	shape_line_measure(&line, text, false);
	if (!width || line.next >= len ||
	    shape_end(text, line.end) != SHAPE_END_SENTENCE)
		return SIZE_MAX;
	shape_line_read(&next, text, len, line.next);
	shape_line_measure(&next, text, false);
	/* An item of a list has a sign, and a space after it. */
	if (next.at == next.end || next.indent != line.indent ||
	    !ascii_is_alnum((unsigned char)text[next.at]) ||
	    line.columns + 1 + next.word <= width)
		return SIZE_MAX;
	return line.next - 1;
}
