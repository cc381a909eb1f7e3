/* Where the parts of an input's first bytes begin and end. */
#ifndef COPYDESK_READER_SNIFF_PARTS_H
#define COPYDESK_READER_SNIFF_PARTS_H

#include <copydesk.h>

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

static inline struct cd_span sniff_skip(struct cd_span text, size_t len)
{
	return (struct cd_span){ text.bytes + len, text.len - len };
}

static inline struct cd_span sniff_skip_space(struct cd_span text)
{
	size_t at = utf8_mark(text.bytes, text.len);

	while (at < text.len && text.bytes[at] &&
	       strchr(" \t\r\n", text.bytes[at]))
		at++;
	return sniff_skip(text, at);
}

/* The first line without its end; *whole: its end was seen. */
static inline struct cd_span sniff_first_line(struct cd_span text, bool *whole)
{
	const char *end = text.len ? memchr(text.bytes, '\n', text.len) : NULL;

	*whole = end != NULL;
	if (end)
		text.len = (size_t)(end - text.bytes);
	while (text.len && text.bytes[text.len - 1] == '\r')
		text.len--;
	return text;
}

/* The same, and go past its end. */
static inline struct cd_span sniff_take_line(struct cd_span *text, bool *whole)
{
	const struct cd_span line = sniff_first_line(*text, whole);
	size_t len = line.len;

	/* What was cut off before the end are CRs. */
	while (*whole && text->bytes[len] != '\n')
		len++;
	*text = sniff_skip(*text, *whole ? len + 1 : text->len);
	return line;
}

#endif
