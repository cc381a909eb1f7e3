/* Cutting texts into lines and words. */
#include "writer/units.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"

static uint64_t hash_unit(const char *text, size_t len)
{
	uint64_t hash = 0xCBF29CE484222325u; /* FNV-1a */

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)text[i]) * 0x100000001B3u;
	return hash;
}

static size_t line_length(const char *text, size_t len)
{
	const char *end = memchr(text, '\n', len);

	return end ? (size_t)(end - text) + 1 : len;
}

enum kind { KIND_WORD, KIND_SPACE, KIND_MARK };

/* What begins at `text`; *size: its first character's bytes. */
static enum kind kind_at(const char *text, size_t len, size_t *size)
{
	const unsigned char c = (unsigned char)*text;
	bool valid;

	*size = utf8_step(text, len, &valid);
	if (ascii_is_blank(c))
		return KIND_SPACE;
	if (c < 0x80)
		return ascii_is_alnum(c) ? KIND_WORD : KIND_MARK;
	/* U+2000 to U+206F: quotation marks, dashes, spaces */
	if (c == 0xE2 && *size == 3 && (unsigned char)text[1] <= 0x81)
		return KIND_MARK;
	return KIND_WORD;
}

static size_t word_length(const char *text, size_t len)
{
	size_t at, size;
	const enum kind kind = kind_at(text, len, &at);

	while (kind != KIND_MARK && at < len &&
	       kind_at(text + at, len - at, &size) == kind)
		at += size;
	return at;
}

bool units_split(struct lines *lines, enum match_unit unit, struct cd_span text)
{
	size_t at = 0, cap = 0;

	lines->count = 0;
	lines->at = NULL;
	while (at < text.len) {
		const char *from = text.bytes + at;
		const size_t len = unit == MATCH_LINES
					   ? line_length(from, text.len - at)
					   : word_length(from, text.len - at);

		if (!array_grow(&lines->at, &cap, lines->count,
				sizeof(*lines->at)))
			return false;
		lines->at[lines->count++] =
			(struct line){ from, len, hash_unit(from, len) };
		at += len;
	}
	return true;
}
