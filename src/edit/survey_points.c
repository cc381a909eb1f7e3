/* The survey of code points above ASCII. */
#include "edit/surveyor.h"

#include "base/utf8.h"
#include "edit/survey.h"
#include "unicode/props.h"

/* Code points from U+0080 that mean something: ranges in ascending order. */
static const struct {
	uint32_t first, last;
	uint32_t seen;
	size_t counter;
} high_ranges[] = {
	{ 0x0080, 0x009F, SEEN_CONTROL | SEEN_LATIN_LEAD | SEEN_MOJIBAKE, 0 },
	{ 0x00A0, 0x00A0, SEEN_SPACE_EXOTIC, 0 },
	{ 0x00A1, 0x00A1, SEEN_LATIN_LEAD, 0 },
	{ 0x00AB, 0x00AB, SEEN_LATIN_LEAD | SEEN_MOJIBAKE,
	  offsetof(struct survey, quotes_other) },
	{ 0x00AC, 0x00AC, SEEN_LATIN_LEAD | SEEN_MOJIBAKE | SEEN_INVISIBLE, 0 },
	{ 0x00AD, 0x00AD, SEEN_INVISIBLE, 0 },
	{ 0x00B2, 0x00B3, SEEN_LATIN_LEAD, 0 },
	{ 0x00B4, 0x00B4, SEEN_LATIN_LEAD | SEEN_MOJIBAKE,
	  offsetof(struct survey, quotes_other) },
	{ 0x00B9, 0x00B9, SEEN_LATIN_LEAD, 0 },
	{ 0x00BB, 0x00BB, SEEN_LATIN_LEAD | SEEN_MOJIBAKE,
	  offsetof(struct survey, quotes_other) },
	{ 0x00BC, 0x00FF, SEEN_LATIN_LEAD | SEEN_MOJIBAKE, 0 },
	{ 0x0100, 0x011F, SEEN_MOJIBAKE, 0 },
	{ 0x0120, 0x0120, SEEN_MOJIBAKE | SEEN_SUBWORD, 0 },
	{ 0x0121, 0x017F, SEEN_MOJIBAKE, 0 },
	{ 0x0192, 0x0192, SEEN_MOJIBAKE, 0 },
	{ 0x02BC, 0x02BC, SEEN_STYLED, 0 },
	{ 0x0370, 0x0491, SEEN_MOJIBAKE, 0 },
	{ 0x05B0, 0x05F4, SEEN_MOJIBAKE, 0 },
	{ 0x061C, 0x061C, SEEN_INVISIBLE, 0 },
	{ 0x0621, 0x06D2, SEEN_MOJIBAKE, 0 },
	{ 0x0E22, 0x0E42, SEEN_MOJIBAKE, 0 },
	{ 0x1680, 0x1680, SEEN_SPACE_EXOTIC, 0 },
	{ 0x180E, 0x180E, SEEN_INVISIBLE, 0 },
	{ 0x2000, 0x200A, SEEN_SPACE_EXOTIC, 0 },
	{ 0x200B, 0x200F, SEEN_INVISIBLE, 0 },
	{ 0x2010, 0x2010, SEEN_INVISIBLE, 0 },
	{ 0x2028, 0x2029, SEEN_SPACE_EXOTIC, 0 },
	{ 0x202A, 0x202E, SEEN_INVISIBLE, 0 },
	{ 0x202F, 0x202F, SEEN_SPACE_EXOTIC, 0 },
	{ 0x2032, 0x2036, 0, offsetof(struct survey, quotes_other) },
	{ 0x2039, 0x203A, 0, offsetof(struct survey, quotes_other) },
	{ 0x205F, 0x205F, SEEN_SPACE_EXOTIC, 0 },
	{ 0x2060, 0x206F, SEEN_INVISIBLE, 0 },
	{ 0x2200, 0x24B5, SEEN_MOJIBAKE, 0 },
	{ 0x24B6, 0x24E9, SEEN_MOJIBAKE | SEEN_STYLED, 0 },
	{ 0x24EA, 0x2580, SEEN_MOJIBAKE, 0 },
	{ 0x2581, 0x2581, SEEN_MOJIBAKE | SEEN_SUBWORD, 0 },
	{ 0x2582, 0x25FF, SEEN_MOJIBAKE, 0 },
	{ 0x275B, 0x275E, SEEN_STYLED, 0 },
	{ 0x3000, 0x3000, SEEN_SPACE_EXOTIC, 0 },
	{ 0x3001, 0x3002, SEEN_LIGATURE, 0 },
	{ 0x3010, 0x3010, SEEN_CITATION, 0 },
	{ 0xE200, 0xE200, SEEN_CITATION, 0 },
	{ 0xF020, 0xF0FF, SEEN_SYMBOL, 0 },
	{ 0xFB00, 0xFB06, SEEN_LIGATURE, 0 },
	{ 0xFEFF, 0xFEFF, SEEN_INVISIBLE, 0 },
	{ 0xFF01, 0xFF5E, SEEN_LIGATURE, 0 },
	{ 0xFFED, 0xFFED, SEEN_SUBWORD, 0 },
	{ 0xFFF9, 0xFFFC, SEEN_INVISIBLE, 0 },
	{ 0xFFFD, 0xFFFD, SEEN_REPLACEMENT, 0 },
	{ 0x1D400, 0x1D7FF, SEEN_STYLED, 0 },
};

/* No code point of these blocks needs a look: kana, CJK, Hangul. */
static bool is_plain_high(uint32_t point)
{
	return (point >= 0x3041 && point <= 0x3098) ||
	       (point >= 0x30A0 && point < 0xA000) ||
	       (point >= 0xAC00 && point < 0xD7A4);
}

/* Ranges above U+0300 that NFC leaves as they are, whatever is beside them. */
static const struct {
	uint32_t first, last;
} composed[] = {
	{ 0x0388, 0x0482 }, { 0x048A, 0x0590 }, { 0x05D0, 0x060F },
	{ 0x0620, 0x064A }, { 0x1E00, 0x1EFF }, { 0x2002, 0x20CF },
	{ 0x2100, 0x2125 }, { 0x212C, 0x2328 }, { 0x232B, 0x2ADB },
	{ 0xFE0F, 0xFE0F }, { 0xFFFD, 0xFFFD }, { 0x1F000, 0x1FAFF },
};

static bool may_compose(uint32_t point)
{
	const size_t count = sizeof(composed) / sizeof(*composed);

	if (point < 0x300)
		return false;
	for (size_t i = 0; i < count && point >= composed[i].first; i++)
		if (point <= composed[i].last)
			return false;
	return true;
}

/*
 * Mojibake has another character from U+0080 after its first one; or a space,
 * where that was a no-break space.
 */
static bool goes_on(const struct surveyor *s, uint32_t point, size_t next)
{
	if (next >= s->len)
		return false;
	if ((unsigned char)s->text[next] >= 0x80)
		return true;
	return ascii_is_space((unsigned char)s->text[next]) &&
	       (point == 0xC2 || point == 0xC3);
}

/* U+2018 to U+201F, the commonest of all in news. */
static void see_quote(struct surveyor *s, size_t at, uint32_t point)
{
	static const size_t counters[8] = {
		[0] = offsetof(struct survey, open_single),
		[1] = offsetof(struct survey, close_single),
		[4] = offsetof(struct survey, open_double),
		[5] = offsetof(struct survey, close_double),
	};
	const size_t counter = counters[point - 0x2018];

	if (!counter) {
		s->survey->quotes_other++;
		if (point == 0x201A)
			s->survey->seen |= SEEN_STYLED;
		if (goes_on(s, point, at + 3))
			s->survey->seen |= SEEN_MOJIBAKE;
		return;
	}
	surveyor_bump(s->survey, counter);
	quote_watch_curly(&s->curly, s->text, s->len, at);
}

void surveyor_see_point(struct surveyor *s, size_t at)
{
	const size_t from = at;
	const size_t count = sizeof(high_ranges) / sizeof(*high_ranges);
	struct survey *survey = s->survey;
	const uint32_t point = utf8_next(s->text, &at);
	const uint32_t lead = survey->seen & SEEN_MOJIBAKE;

	survey->high++;
	if (is_plain_high(point)) {
		survey->high_wide++;
		return;
	}
	if (point - 0x2018 < 8) {
		see_quote(s, from, point);
		return;
	}
	if (may_compose(point))
		survey->seen |= SEEN_COMPOSE;
	if (point < 0x2000 || point > 0x206F) {
		const bool lower = unicode_is_lower(point);
		const bool upper = !lower && unicode_is_upper(point);

		survey->lower += lower;
		survey->upper += upper;
		survey->high_cased += lower || upper;
	}
	for (size_t i = 0; i < count && point >= high_ranges[i].first; i++) {
		if (point > high_ranges[i].last)
			continue;
		survey->seen |= high_ranges[i].seen;
		if (!goes_on(s, point, at))
			survey->seen &= ~(uint32_t)SEEN_MOJIBAKE | lead;
		if (high_ranges[i].counter)
			surveyor_bump(survey, high_ranges[i].counter);
		return;
	}
}
