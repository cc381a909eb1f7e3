#include "stages/encoding/link_names.h"

#include <string.h>

#include "base/ascii.h"
#include "base/skip.h"
#include "text/address.h"
#include "text/lines.h"

/* "https://...", or "<https://...". */
static bool begins_address(const char *line, size_t len)
{
	const size_t at = len && *line == '<';
	const size_t scheme = address_scheme(line, len, at);

	return scheme && at + scheme < len;
}

/* The length of the name in "[name]:"; 0: the line does not begin so. */
static size_t name_length(const char *line, size_t len)
{
	const char *close = len && *line == '[' ? memchr(line, ']', len) : NULL;
	size_t length;

	if (!close)
		return 0;
	length = (size_t)(close - line) - 1;
	return length <= LINK_NAME_MAX && length + 2 < len && close[1] == ':'
		       ? length
		       : 0;
}

/* The next line that holds text; its address may be in the one after it. */
static bool has_address(const char *text, size_t len, size_t at, size_t end,
			size_t next)
{
	at = skip_white(text, end, at);
	return at < end ? begins_address(text + at, end - at)
			: text_next_line(text, len, &next, &at, &end) &&
				  begins_address(text + at, end - at);
}

void link_names_find(struct link_names *names, const char *text, size_t len)
{
	size_t next = 0, at, end;

	names->text = text;
	names->count = 0;
	while (names->count < LINK_NAMES &&
	       text_next_line(text, len, &next, &at, &end)) {
		const size_t length = name_length(text + at, end - at);

		if (!length ||
		    !has_address(text, len, at + length + 3, end, next))
			continue;
		names->names[names->count].at = at + 1;
		names->names[names->count++].len = length;
	}
}

/* The letter at *at, small; white space counts as one space. */
static unsigned char next_letter(const char *name, size_t len, size_t *at)
{
	const unsigned char c = (unsigned char)name[*at];

	++*at;
	if (!ascii_is_space(c))
		return (unsigned char)ascii_lower(c);
	while (*at < len && ascii_is_space((unsigned char)name[*at]))
		++*at;
	return ' ';
}

static bool is_same(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t i = 0, k = 0;

	while (i < a_len && k < b_len)
		if (next_letter(a, a_len, &i) != next_letter(b, b_len, &k))
			return false;
	return i == a_len && k == b_len;
}

bool link_names_has(const struct link_names *names, const char *name,
		    size_t len)
{
	for (size_t i = 0; i < names->count; i++)
		if (is_same(names->text + names->names[i].at,
			    names->names[i].len, name, len))
			return true;
	return false;
}
