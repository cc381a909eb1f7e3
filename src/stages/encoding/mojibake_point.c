/*
 * What code points are to mojibake: marks, signs and letters as clean text has
 * them, and the scripts that mojibake is met for in news.
 */
#include "stages/encoding/mojibake_point.h"

#include <stddef.h>

#include "base/search.h"
#include "unicode/props.h"

/* Marks that are beside letters in clean text. */
bool mojibake_is_ordinary_mark(uint32_t point)
{
	switch (point) {
	case 0x00A0:
	case 0x00AB: /* « */
	case 0x00BB: /* » */
	case 0x2013:
	case 0x2014:
	case 0x2018:
	case 0x2019:
	case 0x201A:
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x2026: /* … */
	case 0x2039:
	case 0x203A:
		return true;
	default:
		return false;
	}
}

/* Letters by category that are signs in text. */
static bool is_letter_sign(uint32_t point)
{
	return point == 0x00AA || point == 0x00B5 || point == 0x00BA ||
	       point == 0x0192 || point == 0x02C6;
}

bool mojibake_is_letter(uint32_t point)
{
	return unicode_is_letter(point) && !is_letter_sign(point);
}

bool mojibake_is_sign(uint32_t point)
{
	return point >= 0x80 && !mojibake_is_letter(point) &&
	       !mojibake_is_ordinary_mark(point);
}

static bool is_latin(uint32_t point)
{
	return point < 0x370 || (point >= 0x1E00 && point < 0x1F00) ||
	       (point >= 0xFB00 && point <= 0xFB06);
}

/* Latin beside Greek, Cyrillic or another. */
bool mojibake_mixes_scripts(uint32_t a, uint32_t b)
{
	return mojibake_is_letter(a) && mojibake_is_letter(b) &&
	       is_latin(a) != is_latin(b);
}

/* Signs that follow a word with nothing wrong: a trade mark, a note, a unit. */
bool mojibake_is_trailing_sign(uint32_t point)
{
	switch (point) {
	case 0x00A2: /* cent */
	case 0x00A3: /* pound */
	case 0x00A7:
	case 0x00A9:
	case 0x00AA:
	case 0x00AE:
	case 0x00B0:
	case 0x00B2:
	case 0x00B3:
	case 0x00B5:
	case 0x00B6:
	case 0x00B7:
	case 0x00B9:
	case 0x00BA:
	case 0x00BC:
	case 0x00BD:
	case 0x00BE:
	case 0x2020: /* dagger */
	case 0x2021:
	case 0x2022: /* bullet */
	case 0x2030: /* per mille */
	case 0x20AC:
	case 0x2122:
		return true;
	default:
		return false;
	}
}

/* Lines of tables and diagrams. */
bool mojibake_is_box(uint32_t point)
{
	return point >= 0x2500 && point < 0x2600;
}

/*
 * Carons and œ after the letters that the bytes C2 to E2 are in Windows-1252:
 * "ÄŒ", "Åž", "âœ". Languages that have both do not write them so.
 */
bool mojibake_is_odd_pair(uint32_t before, uint32_t point)
{
	switch (point) {
	case 0x0152: /* Œ œ */
	case 0x0153:
	case 0x0160: /* Š š */
	case 0x0161:
	case 0x0178: /* Ÿ */
	case 0x017D: /* Ž ž */
	case 0x017E:
		return before == 0xC2 || before == 0xC3 || before == 0xC4 ||
		       before == 0xC5 || before == 0xD0 || before == 0xD1 ||
		       before == 0xD8 || before == 0xD9 || before == 0xE2;
	default:
		return false;
	}
}

static const struct mojibake_range ranges[] = {
	{ 0x0080, MOJIBAKE_NONE, 0, 0 }, /* C1: mojibake twice over */
	{ 0x00A1, MOJIBAKE_NONE, 0, 1 }, /* signs of Latin-1 */
	{ 0x00A3, MOJIBAKE_NONE, 0, 3 }, /* pound */
	{ 0x00A4, MOJIBAKE_NONE, 0, 1 },
	{ 0x00C0, MOJIBAKE_LATIN, 0, 3 },
	{ 0x00D7, MOJIBAKE_NONE, 0, 1 },
	{ 0x00D8, MOJIBAKE_LATIN, 0, 3 },
	{ 0x00F7, MOJIBAKE_NONE, 0, 1 },
	{ 0x00F8, MOJIBAKE_LATIN, 0, 3 },
	{ 0x017F, MOJIBAKE_LATIN, 0, -6 }, /* the long s of old prints */
	{ 0x0180, MOJIBAKE_LATIN, 0, -2 },
	{ 0x01A0, MOJIBAKE_LATIN, 0, 2 }, /* Ơ ơ */
	{ 0x01A2, MOJIBAKE_LATIN, 0, -2 },
	{ 0x01AF, MOJIBAKE_LATIN, 0, 2 }, /* Ư ư */
	{ 0x01B1, MOJIBAKE_LATIN, 0, -2 },
	{ 0x01CD, MOJIBAKE_LATIN, 0, 1 }, /* Pinyin */
	{ 0x01DD, MOJIBAKE_LATIN, 0, -2 },
	{ 0x0218, MOJIBAKE_LATIN, 0, 2 }, /* Ș ș Ț ț */
	{ 0x021C, MOJIBAKE_LATIN, 0, -3 },
	{ 0x0250, MOJIBAKE_RARE, 1, -6 }, /* phonetic */
	{ 0x02BB, MOJIBAKE_LATIN, 0, 1 }, /* ʻ ʼ of Hawaiian and Uzbek */
	{ 0x02BD, MOJIBAKE_RARE, 1, -6 },
	{ 0x02BE, MOJIBAKE_LATIN, 0, 1 }, /* ʾ ʿ of Arabic in Latin letters */
	{ 0x02C0, MOJIBAKE_RARE, 1, -6 },
	{ 0x02C6, MOJIBAKE_NONE, 0, 0 }, /* accents alone: mojibake once more */
	{ 0x02DE, MOJIBAKE_RARE, 1, -6 },
	{ 0x0300, MOJIBAKE_NONE, 0, 0 },    /* combining */
	{ 0x0370, MOJIBAKE_COMMON, 2, -2 }, /* Greek */
	{ 0x0400, MOJIBAKE_COMMON, 3, -2 }, /* Cyrillic */
	{ 0x0460, MOJIBAKE_RARE, 3, -6 },
	{ 0x048A, MOJIBAKE_COMMON, 3, -3 },
	{ 0x0490, MOJIBAKE_COMMON, 3, -2 }, /* Ґ ґ */
	{ 0x0492, MOJIBAKE_COMMON, 3, -3 },
	{ 0x0500, MOJIBAKE_RARE, 3, -6 },
	{ 0x0531, MOJIBAKE_COMMON, 4, -3 }, /* Armenian */
	{ 0x0591, MOJIBAKE_RARE, 5, -6 },   /* marks of Hebrew, */
	{ 0x05BE, MOJIBAKE_COMMON, 5, -2 }, /* its hyphen */
	{ 0x05BF, MOJIBAKE_RARE, 5, -6 },
	{ 0x05D0, MOJIBAKE_COMMON, 5, -2 },
	{ 0x0600, MOJIBAKE_RARE, 6, -6 },   /* signs of Arabic, */
	{ 0x060C, MOJIBAKE_COMMON, 6, -2 }, /* its comma, */
	{ 0x060D, MOJIBAKE_RARE, 6, -6 },
	{ 0x061B, MOJIBAKE_COMMON, 6, -2 }, /* semicolon, */
	{ 0x061C, MOJIBAKE_RARE, 6, -6 },
	{ 0x061F, MOJIBAKE_COMMON, 6, -2 }, /* question mark, and letters */
	{ 0x063B, MOJIBAKE_RARE, 6, -6 },
	{ 0x0640, MOJIBAKE_COMMON, 6, -2 },
	{ 0x06D6, MOJIBAKE_RARE, 6, -6 }, /* marks of the Quran */
	{ 0x06F0, MOJIBAKE_COMMON, 6, -2 },
	{ 0x0700, MOJIBAKE_RARE, 7, -6 },
	{ 0x0900, MOJIBAKE_COMMON, 8, -2 }, /* Devanagari */
	{ 0x0980, MOJIBAKE_COMMON, 9, -2 },
	{ 0x0E00, MOJIBAKE_COMMON, 10, -2 }, /* Thai */
	{ 0x0E80, MOJIBAKE_RARE, 11, -5 },
	{ 0x1000, MOJIBAKE_RARE, 12, -4 },
	{ 0x10D0, MOJIBAKE_COMMON, 12, -3 }, /* Georgian */
	{ 0x1100, MOJIBAKE_RARE, 12, -4 },
	{ 0x1400, MOJIBAKE_RARE, 12, -10 }, /* Canadian syllables, runes */
	{ 0x1780, MOJIBAKE_RARE, 12, -4 },
	{ 0x1E00, MOJIBAKE_LATIN, 0, -2 },
	{ 0x1EA0, MOJIBAKE_LATIN, 0, 3 }, /* Vietnamese */
	{ 0x1F00, MOJIBAKE_COMMON, 2, -2 },
	{ 0x2000, MOJIBAKE_NONE, 0, 1 },
	{ 0x2010, MOJIBAKE_NONE, 0, 3 },
	{ 0x2013, MOJIBAKE_NONE, 0, 7 }, /* dashes, */
	{ 0x2015, MOJIBAKE_NONE, 0, 3 },
	{ 0x2018, MOJIBAKE_NONE, 0, 7 }, /* quotation marks: the commonest */
	{ 0x201B, MOJIBAKE_NONE, 0, 3 },
	{ 0x201C, MOJIBAKE_NONE, 0, 7 },
	{ 0x201F, MOJIBAKE_NONE, 0, 3 },
	{ 0x2026, MOJIBAKE_NONE, 0, 7 },
	{ 0x2027, MOJIBAKE_NONE, 0, 3 },
	{ 0x2028, MOJIBAKE_NONE, 0, 1 },
	{ 0x2030, MOJIBAKE_NONE, 0, 3 },
	{ 0x203F, MOJIBAKE_NONE, 0, 1 },
	{ 0x20A0, MOJIBAKE_NONE, 0, 3 }, /* currency */
	{ 0x20AC, MOJIBAKE_NONE, 0, 6 }, /* euro */
	{ 0x20AD, MOJIBAKE_NONE, 0, 3 },
	{ 0x20D0, MOJIBAKE_NONE, 0, 0 },
	{ 0x2100, MOJIBAKE_NONE, 0, 2 }, /* letterlike, arrows, symbols */
	{ 0x2C00, MOJIBAKE_RARE, 12, -6 },
	{ 0x2E80, MOJIBAKE_COMMON, 13, -3 }, /* CJK */
	{ 0x3400, MOJIBAKE_RARE, 13, -8 },   /* ideographs that are rare */
	{ 0x4E00, MOJIBAKE_COMMON, 13, -3 },
	{ 0xA000, MOJIBAKE_RARE, 12, -6 },
	{ 0xAC00, MOJIBAKE_COMMON, 14, -3 }, /* Hangul */
	{ 0xD7A4, MOJIBAKE_RARE, 12, -8 },
	{ 0xF020, MOJIBAKE_NONE, 0, 2 }, /* symbol fonts of word processors */
	{ 0xF100, MOJIBAKE_RARE, 12, -8 },
	{ 0xF900, MOJIBAKE_COMMON, 13, -4 },
	{ 0xFB00, MOJIBAKE_LATIN, 0, 1 },
	{ 0xFB07, MOJIBAKE_RARE, 6, -4 },
	{ 0xFE00, MOJIBAKE_NONE, 0, 2 }, /* variation selectors */
	{ 0xFE10, MOJIBAKE_RARE, 12, -4 },
	{ 0xFEFF, MOJIBAKE_NONE, 0, 8 },
	{ 0xFF00, MOJIBAKE_COMMON, 13, 3 },  /* full width: marks, */
	{ 0xFF10, MOJIBAKE_COMMON, 13, -3 }, /* digits and letters */
	{ 0xFF1A, MOJIBAKE_COMMON, 13, 3 },
	{ 0xFF21, MOJIBAKE_COMMON, 13, -3 },
	{ 0xFFF0, MOJIBAKE_NONE, 0, -4 },
	{ 0xFFFC, MOJIBAKE_NONE, 0, 4 },
	{ 0xFFFE, MOJIBAKE_RARE, 12, -8 },
	{ 0x1F000, MOJIBAKE_NONE, 0, 4 }, /* emoji */
	{ 0x1FB00, MOJIBAKE_RARE, 12, -8 },
	{ 0x20000, MOJIBAKE_COMMON, 13, -4 },
	{ 0x323B0, MOJIBAKE_RARE, 12, -8 },
};

static bool range_begins(const void *rows, size_t i, size_t point)
{
	return ((const struct mojibake_range *)rows)[i].first <= point;
}

const struct mojibake_range *mojibake_range_of(uint32_t point)
{
	const size_t count = sizeof(ranges) / sizeof(*ranges);

	return &ranges[search_last(ranges, count, point, range_begins)];
}

unsigned mojibake_family(uint32_t point)
{
	return mojibake_range_of(point)->family;
}
