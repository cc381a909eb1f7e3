/* Texts on one line. */
#include "writer/shown.h"

#include <string.h>

#include "base/utf8.h"

struct range {
	uint32_t first, last;
};

static bool is_in(const struct range *ranges, size_t count, uint32_t point)
{
	for (size_t i = 0; i < count; i++) {
		if (point >= ranges[i].first && point <= ranges[i].last)
			return true;
	}
	return false;
}

/* Controls, spaces but U+0020, and marks without a width (Unicode 15: Cc, Cf,
 * Zs, Zl, Zp, variation selectors, tags); combining marks, which would sit on
 * the mark before them. */
static bool is_unseen(uint32_t point)
{
	static const struct range ranges[] = {
		{ 0x00, 0x1F },	       { 0x7F, 0xA0 },	   { 0xAD, 0xAD },
		{ 0x300, 0x36F },      { 0x600, 0x605 },   { 0x61C, 0x61C },
		{ 0x6DD, 0x6DD },      { 0x1680, 0x1680 }, { 0x180B, 0x180F },
		{ 0x2000, 0x200F },    { 0x2028, 0x202F }, { 0x205F, 0x206F },
		{ 0x20D0, 0x20FF },    { 0x3000, 0x3000 }, { 0xD800, 0xF8FF },
		{ 0xFE00, 0xFE0F },    { 0xFEFF, 0xFEFF }, { 0xFFF9, 0xFFFC },
		{ 0xE0000, 0x10FFFF },
	};

	/* Most text is ASCII. */
	if (point >= 0x20 && point < 0x7F)
		return false;
	return is_in(ranges, sizeof(ranges) / sizeof(ranges[0]), point);
}

/* East Asian Wide and Fullwidth, and emoji: two columns. */
static bool is_wide(uint32_t point)
{
	static const struct range ranges[] = {
		{ 0x1100, 0x115F },   { 0x2E80, 0x303E },
		{ 0x3041, 0xA4CF },   { 0xA960, 0xA97F },
		{ 0xAC00, 0xD7A3 },   { 0xF900, 0xFAFF },
		{ 0xFE30, 0xFE6F },   { 0xFF00, 0xFF60 },
		{ 0xFFE0, 0xFFE6 },   { 0x1F300, 0x1F64F },
		{ 0x1F680, 0x1F6FF }, { 0x1F900, 0x1F9FF },
		{ 0x20000, 0x3FFFD },
	};

	return point >= 0x1100 &&
	       is_in(ranges, sizeof(ranges) / sizeof(ranges[0]), point);
}

/* The escape of what is not shown as it is; its length, 0: it is shown. */
static size_t escape_of(uint32_t point, char escape[16])
{
	static const char from[] = "\t\n\r\\", to[] = "tnr\\";
	const char *known =
		point && point < 0x80 ? strchr(from, (int)point) : NULL;
	struct buffer out;
	size_t len;

	if (!known && !is_unseen(point))
		return 0;
	buffer_init(&out);
	if (known)
		buffer_printf(&out, "\\%c", to[known - from]);
	else
		buffer_printf(&out, "\\u{%X}", (unsigned)point);
	len = out.len < 16 ? out.len : 16;
	memcpy(escape, out.len ? out.bytes : "", len);
	buffer_release(&out);
	return len;
}

/* The code point at `text`; U+FFFD for a byte that is none. */
static uint32_t point_at(const char *text, size_t len, size_t *size)
{
	size_t at = 0;
	bool valid;

	*size = utf8_step(text, len, &valid);
	return valid ? utf8_next(text, &at) : UTF8_REPLACEMENT;
}

size_t shown_step(const char *text, size_t len, size_t *columns)
{
	char escape[16];
	size_t size;
	const uint32_t point = point_at(text, len, &size);

	*columns = escape_of(point, escape);
	if (!*columns)
		*columns = is_wide(point) ? 2 : 1;
	return size;
}

void shown_text(struct buffer *out, const char *text, size_t len)
{
	char escape[16];
	size_t size;

	for (size_t at = 0; at < len; at += size) {
		const uint32_t point = point_at(text + at, len - at, &size);
		const size_t escaped = escape_of(point, escape);

		if (escaped)
			buffer_add(out, escape, escaped);
		else if (point == UTF8_REPLACEMENT)
			buffer_add_text(out, "\xEF\xBF\xBD");
		else
			buffer_add(out, text + at, size);
	}
}

/* How much of the start fits into `columns`. */
static size_t front_within(struct cd_span text, size_t columns)
{
	size_t at = 0, more;

	while (at < text.len) {
		const size_t size =
			shown_step(text.bytes + at, text.len - at, &more);

		if (more > columns)
			break;
		columns -= more;
		at += size;
	}
	return at;
}

/* Where the end that fits into `columns` begins; valid UTF-8. */
static size_t back_within(struct cd_span text, size_t columns)
{
	size_t at = text.len, more;

	while (at) {
		size_t before = at;

		utf8_previous(text.bytes, &before);
		shown_step(text.bytes + before, at - before, &more);
		if (more > columns)
			break;
		columns -= more;
		at = before;
	}
	return at;
}

void shown_short(struct buffer *out, struct cd_span text, size_t columns)
{
	const size_t rest = columns > 3 ? columns - 3 : 0;
	size_t start, back;

	if (front_within(text, columns) == text.len) {
		shown_text(out, text.bytes, text.len);
		return;
	}
	start = front_within(text, rest - rest / 3);
	back = back_within(text, rest / 3);
	shown_text(out, text.bytes, start);
	buffer_add_text(out, "...");
	shown_text(out, text.bytes + back, text.len - back);
}
