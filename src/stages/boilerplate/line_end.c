/* How a line ends. */
#include "stages/boilerplate/line_end.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/marks.h"

bool line_ends_sentence(const char *text, size_t at, size_t end)
{
	const uint32_t last =
		end > at ? mark_of(utf8_before(text, end)) : MARK_TERMINAL;

	return last & (MARK_TERMINAL | MARK_QUOTATION) &&
	       !(last & (MARK_ELLIPSIS | MARK_OPEN_QUOTE));
}

bool line_ends_open(const char *text, size_t at, size_t end)
{
	while (end > at && !ascii_is_alnum((unsigned char)text[end - 1])) {
		if (mark_is(utf8_previous(text, &end), MARK_TERMINAL))
			return false;
	}
	return true;
}
