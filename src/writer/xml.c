/* Text in XML 1.0. */
#include "writer/xml.h"

#include <string.h>

#include "base/utf8.h"

#define REPLACEMENT "\xEF\xBF\xBD"

/* Char of XML 1.0, but for controls; `at` is a code point of `size` bytes. */
static bool is_char(const char *at, size_t size)
{
	const unsigned char c = (unsigned char)*at;

	if (size == 1)
		return c >= 0x20 || c == '\t' || c == '\n' || c == '\r';
	/* U+FFFE and U+FFFF */
	return !(size == 3 && c == 0xEF && (unsigned char)at[1] == 0xBF &&
		 (unsigned char)at[2] >= 0xBE);
}

static void add_point(struct buffer *out, const char *at, size_t size)
{
	/* White space of an attribute would become spaces. */
	static const char special[] = "&<>\"'\t\n\r";

	if (size == 1 && *at && strchr(special, *at))
		buffer_printf(out, "&#%d;", *at);
	else
		buffer_add(out, at, size);
}

void xml_escape(struct buffer *out, const char *text, size_t len)
{
	size_t size;
	bool valid;

	for (size_t at = 0; at < len; at += size) {
		size = utf8_step(text + at, len - at, &valid);
		if (valid && is_char(text + at, size))
			add_point(out, text + at, size);
		else
			buffer_add_text(out, REPLACEMENT);
	}
}

void xml_attribute(struct buffer *out, const char *name, const char *text)
{
	buffer_printf(out, " %s=\"", name);
	xml_escape(out, text, strlen(text));
	buffer_add_byte(out, '"');
}
