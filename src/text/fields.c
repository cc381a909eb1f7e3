#include "text/fields.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

#define WORD_MOST 40 /* bytes of a field that is a word */

bool fields_have_bars(const char *text, size_t len)
{
	size_t at = 0;

	while ((at = bytes_find(text, len, at, '|')) < len) {
		if (at && bytes_begin(text, len, at - 1, " ||| "))
			return true;
		at++;
	}
	return false;
}

static bool is_line_end(const char *text, size_t len, size_t at)
{
	return at == len || text[at] == '\n';
}

bool field_is_word(const char *text, size_t len, size_t at, size_t end)
{
	const size_t first = bytes_behind(at, WORD_MOST);
	const size_t last = bytes_ahead(len, end, WORD_MOST);
	bool begins, ends;

	while (at > first && !ascii_is_space((unsigned char)text[at - 1]))
		at--;
	while (end < last && !ascii_is_space((unsigned char)text[end]))
		end++;
	begins = at && (text[at - 1] == '\t' ||
			(at > 3 && bytes_begin(text, at, at - 4, "||| ")));
	ends = bytes_at(text, len, end) == '\t' ||
	       bytes_begin(text, len, end, " |||");
	return (begins || ends) && (begins || !at || text[at - 1] == '\n') &&
	       (ends || is_line_end(text, len, end));
}

bool field_ends_line(const char *text, size_t len, size_t at)
{
	static const char *const labels[] = { "@negative", "@neutral",
					      "@positive" };

	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		const size_t end = at + strlen(labels[i]);

		if (bytes_begin(text, len, at, labels[i]) &&
		    is_line_end(text, len,
				end + (bytes_at(text, len, end) == '\r')))
			return true;
	}
	return false;
}
