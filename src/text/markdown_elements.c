/* Elements of HTML in Markdown in which is no prose. */
#include "text/markdown_parts.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/bytes.h"

static const struct {
	const char *open, *close;
} elements[MARKDOWN_ELEMENTS] = {
	{ "<!--", "-->" },	  { "<pre", "</pre>" },
	{ "<code", "</code>" },	  { "<script", "</script>" },
	{ "<style", "</style>" }, { "<textarea", "</textarea>" },
	{ "<svg", "</svg>" },	  { "<math", "</math>" },
	{ "<kbd", "</kbd>" },	  { "<samp", "</samp>" },
};

/* "<pre" of "<present>" is none. */
static bool ends_name(const char *text, size_t len, size_t at)
{
	const unsigned char next = bytes_at(text, len, at);

	return text[at - 1] == '-' || next == '>' || ascii_is_space(next);
}

size_t markdown_element(const char *text, size_t len, size_t at)
{
	size_t i;

	for (i = 0; i < MARKDOWN_ELEMENTS; i++) {
		const size_t size = strlen(elements[i].open);

		if (len - at >= size &&
		    !strncasecmp(text + at, elements[i].open, size) &&
		    ends_name(text, len, at + size))
			break;
	}
	return i;
}

size_t markdown_element_end(const char *text, size_t at, size_t end,
			    size_t element)
{
	const char *close = elements[element].close;
	const size_t size = strlen(close);

	for (; end - at >= size; at++) {
		at = bytes_find(text, end, at, close[0]);
		if (end - at >= size && !strncasecmp(text + at, close, size))
			return at + size;
		if (at == end)
			break;
	}
	return 0;
}
