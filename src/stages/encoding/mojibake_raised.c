/* Mojibake of marks that was put in capitals with the text around it. */
#include "stages/encoding/mojibake_raised.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"

#define EURO_SIGN 0x20AC

/* The last of "â€™" and its like in capitals, as Windows-1252 has them. */
static const struct {
	uint32_t last, point;
} raised[] = {
	{ 0x201C, 0x2013 },			/* “ */
	{ 0x201D, 0x2014 },			/* ” */
	{ 0x02DC, 0x2018 },			/* ˜ */
	{ 0x2122, 0x2019 },			/* ™ */
	{ 0x0152, 0x201C },			/* Œ */
	{ 0x0153, 0x201C },			/* œ */
	{ 0x009D, 0x201D }, { 0x00A2, 0x2022 }, /* ¢ */
	{ 0x00A6, 0x2026 },			/* ¦ */
};

/*
 * "GO.Â€, HE": the third of ” has no character. "Â€" is € as well, which is
 * before a number or after one.
 */
static bool is_raised_close(const char *text, size_t len, size_t at, size_t end)
{
	const unsigned before = at ? (unsigned char)text[at - 1] : 0;
	const uint32_t after = utf8_at(text, len, end);

	if (after == ' ' && ascii_is_digit(utf8_at(text, len, end + 1)))
		return false;
	return (ascii_is_upper(before) ||
		(before && strchr(".,?!", (int)before))) &&
	       after < 0x80 && !ascii_is_alnum(after);
}

/* "Â€™": "â€™" that was put in capitals with the text around it. */
bool mojibake_read_raised(const char *text, size_t len, size_t at,
			  struct unit *unit)
{
	const size_t start = at;
	const uint32_t first = utf8_next(text, &at);
	size_t end = at;
	uint32_t last;

	if (first != 0xC2 || utf8_at(text, len, at) != EURO_SIGN)
		return false;
	utf8_next(text, &end);
	last = utf8_at(text, len, end);
	for (size_t i = 0; i < sizeof(raised) / sizeof(*raised); i++) {
		if (last != raised[i].last)
			continue;
		unit->point = raised[i].point;
		unit_add(unit, first, at);
		unit_add(unit, EURO_SIGN, end);
		utf8_next(text, &end);
		unit_add(unit, last, end);
		unit->after = utf8_at(text, len, end);
		return true;
	}
	if (!is_raised_close(text, len, start, end))
		return false;
	unit->point = 0x201D;
	unit->lost = true;
	unit_add(unit, first, at);
	unit_add(unit, EURO_SIGN, end);
	unit->after = last;
	return true;
}
