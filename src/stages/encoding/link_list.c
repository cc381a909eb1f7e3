/* Lists of links. */
#include "stages/encoding/link_list.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "text/lines.h"

/* Whether the line is "N. address", or "N address". */
static bool is_link(const char *line, size_t len, size_t wanted)
{
	static const char *const schemes[] = { "http://", "https://",
					       "file:", "mailto:" };
	size_t at = 0, number = 0;

	for (; at < len && ascii_is_digit((unsigned char)line[at]); at++)
		if (number < 100000)
			number = number * 10 + (size_t)(line[at] - '0');
	if (!at || number != wanted)
		return false;
	if (at < len && line[at] == '.')
		at++;
	while (at < len && line[at] == ' ')
		at++;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++) {
		const size_t n = strlen(schemes[i]);

		if (len - at > n && !memcmp(line + at, schemes[i], n))
			return true;
	}
	return false;
}

size_t link_list_find(const char *text, size_t len, size_t *at)
{
	size_t next = 0, from, end, count = 0;

	while (text_next_line(text, len, &next, &from, &end)) {
		if (!is_link(text + from, end - from, count + 1))
			continue;
		if (!count)
			*at = from;
		count++;
	}
	return count;
}
