#include "text/masked_number.h"

#include <string.h>

#include "base/bytes.h"

/* "##", "#.#", "#:#": from the sign at text[at] on. */
static bool goes_on(const char *text, size_t len, size_t at)
{
	const unsigned char after = bytes_at(text, len, at + 1);

	return after == '#' || (after && strchr(".,:-", after) &&
				bytes_at(text, len, at + 2) == '#');
}

/* After a space within the line: "###" on a line of its own ends a release. */
bool masked_numbers_in(const char *text, size_t len)
{
	size_t at = 0;

	while ((at = bytes_find(text, len, at, '#')) < len) {
		if (at && strchr(" $(", text[at - 1]) && goes_on(text, len, at))
			return true;
		at++;
	}
	return false;
}
