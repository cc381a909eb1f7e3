/* Marks of mojibake whose last character was spelled. */
#include "stages/encoding/mojibake_spelled.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define EURO "EUR"
#define EN_DASH 0x2013
#define EM_DASH 0x2014
#define CLOSE 0x201D

/*
 * As the libraries write it that make ASCII of a text, or NFKC; longer ones
 * first. A straight mark was “ or ”, of an en dash or an em dash.
 */
static const struct {
	const char *text;
	uint32_t point;
	bool sure;
} endings[] = {
	{ "(tm)", 0x2019, true }, { "(TM)", 0x2019, true },
	{ "TM", 0x2019, true },	  { "™", 0x2019, true },
	{ "oe", 0x201C, true },	  { "œ", 0x201C, true },
	{ "c/", 0x2022, true },	  { "C/", 0x2022, true },
	{ "¢", 0x2022, true },	  { " \u0303", 0x2018, true },
	{ "~", 0x2018, false },	  { "˜", 0x2018, true },
	{ "|", 0x2026, false },	  { "¦", 0x2026, true },
	{ "“", EN_DASH, false },  { "”", EM_DASH, false },
	{ "\"", EM_DASH, false },
};

struct mojibake_spelled mojibake_read_spelled(const char *text, size_t len,
					      size_t at)
{
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (bytes_begin(text, len, at, endings[i].text))
			return (struct mojibake_spelled){
				strlen(endings[i].text), endings[i].point,
				endings[i].sure
			};
	return (struct mojibake_spelled){ .len = 0 };
}

/* "said.aEUR ": the last character of ” was a control, and dropped. */
static bool is_lost_close(uint32_t before, uint32_t after)
{
	return before && !unicode_is_edge(before) && !unicode_is_word(after);
}

struct mojibake_mark mojibake_spelled_mark(const char *text, size_t len,
					   size_t at)
{
	const size_t end = at + strlen(EURO);
	const bool accent = bytes_end(text, at, "â");
	struct mojibake_mark mark = { .at = at, .point = 0 };
	struct mojibake_spelled last;
	uint32_t before, after;

	if (!bytes_begin(text, len, at, EURO) ||
	    (!accent && bytes_before(text, at) != 'a'))
		return mark;
	mark.at -= accent ? strlen("â") : 1;
	last = mojibake_read_spelled(text, len, end);
	mark.end = end + last.len;
	mark.point = last.point;
	mark.sure = last.sure || (accent && last.len);
	before = utf8_before(text, mark.at);
	after = utf8_at(text, len, mark.end);
	if (!last.len && is_lost_close(before, after))
		mark.point = CLOSE;
	if (mark.point == EM_DASH && ascii_is_digit(before) &&
	    ascii_is_digit(after))
		mark.point = EN_DASH;
	return mark;
}
