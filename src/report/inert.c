/* Strings for a page. */
#include "report/inert.h"

#include <string.h>

#include "base/utf8.h"

/* Ranges that are written as escapes; ascending. */
static const struct {
	uint32_t first, last;
} escaped[] = {
	{ 0x00, 0x1F },	    { '"', '"' },	{ '&', '&' },
	{ '<', '<' },	    { '>', '>' },	{ '\\', '\\' },
	{ 0x7F, 0x9F },	    { 0xAD, 0xAD },	{ 0x061C, 0x061C },
	{ 0x200B, 0x200F }, { 0x2028, 0x202E }, { 0x2060, 0x206F },
	{ 0xFEFF, 0xFEFF },
};

static bool is_escaped(uint32_t point)
{
	for (size_t i = 0; i < sizeof(escaped) / sizeof(escaped[0]); i++)
		if (point <= escaped[i].last)
			return point >= escaped[i].first;
	return false;
}

/* Bytes that stand for themselves. */
static size_t plain_bytes(const char *text, size_t len)
{
	size_t at = 0;

	while (at < len && (unsigned char)text[at] < 0x7F &&
	       !is_escaped((unsigned char)text[at]))
		at++;
	return at;
}

void inert_string(struct buffer *out, const char *text, size_t len)
{
	size_t at = 0;

	buffer_add_byte(out, '"');
	while (at < len) {
		const size_t plain = plain_bytes(text + at, len - at);
		size_t size = plain;
		bool valid = true;

		if (!plain)
			size = utf8_step(text + at, len - at, &valid);
		if (!valid) {
			buffer_add_text(out, "\xEF\xBF\xBD");
		} else if (plain) {
			buffer_add(out, text + at, plain);
		} else {
			size_t end = at;
			const uint32_t point = utf8_next(text, &end);

			if (is_escaped(point))
				buffer_printf(out, "\\u%04x", (unsigned)point);
			else
				buffer_add(out, text + at, size);
		}
		at += size;
	}
	buffer_add_byte(out, '"');
}

void inert_text(struct buffer *out, const char *text)
{
	inert_string(out, text, strlen(text));
}
