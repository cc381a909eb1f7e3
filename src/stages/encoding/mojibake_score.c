/*
 * How likely a unit is to be mojibake.
 *
 * The weights are in steps of about one bit, set by hand: what news in twenty
 * languages holds when it is right against what it holds when it is wrong.
 */
#include "stages/encoding/mojibake.h"

#include "unicode/props.h"

/* Marks that stand beside letters in clean text. */
static bool is_ordinary_mark(uint32_t point)
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

static bool is_letter(uint32_t point)
{
	return unicode_is_letter(point) && !is_letter_sign(point);
}

static bool is_sign(uint32_t point)
{
	return point >= 0x80 && !is_letter(point) && !is_ordinary_mark(point);
}

/* Latin beside Greek or Cyrillic. */
static bool mixes_scripts(uint32_t a, uint32_t b)
{
	return is_letter(a) && is_letter(b) && (a >= 0x370) != (b >= 0x370);
}

static bool turns_upper(uint32_t before, uint32_t point)
{
	return unicode_is_lower(before) && unicode_is_upper(point);
}

/* Lines of tables and diagrams. */
static bool is_box(uint32_t point)
{
	return point >= 0x2500 && point < 0x2600;
}

/* How odd it is that `point` goes on after `before`. */
static int weigh_tail(uint32_t before, uint32_t point)
{
	if (point >= 0x80 && point < 0xA0)
		return 7;
	if (point == 0x201A || point == 0x201E) /* they open a quotation */
		return 4;
	if (is_ordinary_mark(point) || point == ' ')
		return is_letter(before) ? -4 : -1;
	if (is_box(before) && is_box(point))
		return -6;
	if (!is_letter(point))
		return 4;
	if (mixes_scripts(before, point) || turns_upper(before, point))
		return 4;
	if (!is_letter(before))
		return 0;
	if (before >= 0x370)
		return -6;
	return before == 0xC2 || before == 0xC3 ? 3 : -2;
}

/* How odd it is that the unit's first character stands where it does. */
static int weigh_lead(const struct unit *unit, uint32_t before)
{
	const uint32_t lead = unit->literal[0];
	int weight = 0;

	if (turns_upper(before, lead) || mixes_scripts(before, lead))
		weight += 4;
	if (unicode_is_digit(before) && is_letter(lead))
		weight += 2;
	if (is_sign(lead))
		weight += 3;
	if (is_ordinary_mark(lead) && unicode_is_word(before))
		weight += 4;
	/* Lone Â and Ã are words of no language. */
	if ((lead == 0xC2 || lead == 0xC3) && !unicode_is_word(before) &&
	    !is_letter(unit->literal[1]))
		weight += 4;
	return weight;
}

/* A mark inside a word: "CÃ”TE". */
static int weigh_end(const struct unit *unit)
{
	const uint32_t last = unit->literal[unit->count - 1];

	if (!unicode_is_letter(unit->after))
		return 0;
	if (unit->lost)
		return unit->after < 0x80 ? -4 : -8;
	if (turns_upper(last, unit->after))
		return 4;
	switch (last) {
	case 0x201C:
	case 0x201D:
	case 0x201E:
		return 6;
	case 0x00AB:
	case 0x00BB:
	case 0x2013:
	case 0x2014:
	case 0x2018:
	case 0x201A:
	case 0x2026:
	case 0x2039:
	case 0x203A:
		return 3;
	default:
		return 0;
	}
}

enum script {
	SCRIPT_NONE,
	SCRIPT_LATIN,
	SCRIPT_COMMON, /* known, and found alone only by chance */
	SCRIPT_RARE,
};

/* Code points by how they are met in news: first of each range. */
static const struct range {
	uint32_t first;
	uint8_t script;
	uint8_t family; /* neighbours of one family belong together */
	int8_t weight;	/* of a code point without such neighbours */
} ranges[] = {
	{ 0x0080, SCRIPT_NONE, 0, 0 }, /* C1: mojibake twice over */
	{ 0x00A1, SCRIPT_NONE, 0, 1 }, /* signs of Latin-1 */
	{ 0x00C0, SCRIPT_LATIN, 0, 3 },
	{ 0x00D7, SCRIPT_NONE, 0, 1 },
	{ 0x00D8, SCRIPT_LATIN, 0, 3 },
	{ 0x00F7, SCRIPT_NONE, 0, 1 },
	{ 0x00F8, SCRIPT_LATIN, 0, 3 },
	{ 0x0180, SCRIPT_LATIN, 0, -2 },
	{ 0x01A0, SCRIPT_LATIN, 0, 2 }, /* Ơ ơ */
	{ 0x01A2, SCRIPT_LATIN, 0, -2 },
	{ 0x01AF, SCRIPT_LATIN, 0, 2 }, /* Ư ư */
	{ 0x01B1, SCRIPT_LATIN, 0, -2 },
	{ 0x01CD, SCRIPT_LATIN, 0, 1 }, /* Pinyin */
	{ 0x01DD, SCRIPT_LATIN, 0, -2 },
	{ 0x0218, SCRIPT_LATIN, 0, 2 }, /* Ș ș Ț ț */
	{ 0x021C, SCRIPT_LATIN, 0, -3 },
	{ 0x0250, SCRIPT_RARE, 1, -6 },	  /* phonetic */
	{ 0x0300, SCRIPT_NONE, 0, 0 },	  /* combining */
	{ 0x0370, SCRIPT_COMMON, 2, -2 }, /* Greek */
	{ 0x0400, SCRIPT_COMMON, 3, -2 }, /* Cyrillic */
	{ 0x0460, SCRIPT_RARE, 3, -6 },
	{ 0x048A, SCRIPT_COMMON, 3, -3 },
	{ 0x0500, SCRIPT_RARE, 3, -6 },
	{ 0x0531, SCRIPT_RARE, 4, -6 },	  /* Armenian */
	{ 0x0591, SCRIPT_COMMON, 5, -2 }, /* Hebrew */
	{ 0x0600, SCRIPT_COMMON, 6, -2 }, /* Arabic */
	{ 0x0700, SCRIPT_RARE, 7, -6 },
	{ 0x0900, SCRIPT_COMMON, 8, -2 }, /* Devanagari */
	{ 0x0980, SCRIPT_COMMON, 9, -2 },
	{ 0x0E00, SCRIPT_COMMON, 10, -2 }, /* Thai */
	{ 0x0E80, SCRIPT_RARE, 11, -5 },
	{ 0x1000, SCRIPT_RARE, 12, -4 },
	{ 0x1E00, SCRIPT_LATIN, 0, 3 }, /* Vietnamese */
	{ 0x1F00, SCRIPT_COMMON, 2, -2 },
	{ 0x2000, SCRIPT_NONE, 0, 1 },
	{ 0x2010, SCRIPT_NONE, 0, 3 },
	{ 0x2028, SCRIPT_NONE, 0, 1 },
	{ 0x2030, SCRIPT_NONE, 0, 3 },
	{ 0x203F, SCRIPT_NONE, 0, 1 },
	{ 0x20A0, SCRIPT_NONE, 0, 3 }, /* currency */
	{ 0x20D0, SCRIPT_NONE, 0, 0 },
	{ 0x2100, SCRIPT_NONE, 0, 2 }, /* letterlike, arrows, symbols */
	{ 0x2C00, SCRIPT_RARE, 12, -6 },
	{ 0x2E80, SCRIPT_COMMON, 13, -3 }, /* CJK */
	{ 0xA000, SCRIPT_RARE, 12, -6 },
	{ 0xAC00, SCRIPT_COMMON, 14, -3 }, /* Hangul */
	{ 0xD7A4, SCRIPT_RARE, 12, -8 },
	{ 0xF900, SCRIPT_COMMON, 13, -4 },
	{ 0xFB00, SCRIPT_LATIN, 0, 1 },
	{ 0xFB07, SCRIPT_RARE, 6, -4 },
	{ 0xFE00, SCRIPT_NONE, 0, 2 }, /* variation selectors */
	{ 0xFE10, SCRIPT_RARE, 12, -4 },
	{ 0xFEFF, SCRIPT_NONE, 0, 8 },
	{ 0xFF00, SCRIPT_COMMON, 13, -3 }, /* full width */
	{ 0xFFF0, SCRIPT_NONE, 0, -4 },
	{ 0xFFFC, SCRIPT_NONE, 0, 4 },
	{ 0xFFFE, SCRIPT_RARE, 12, -8 },
	{ 0x1F000, SCRIPT_NONE, 0, 4 }, /* emoji */
	{ 0x1FB00, SCRIPT_RARE, 12, -8 },
	{ 0x20000, SCRIPT_COMMON, 13, -4 },
	{ 0x323B0, SCRIPT_RARE, 12, -8 },
};

static const struct range *range_of(uint32_t point)
{
	size_t low = 0, high = sizeof(ranges) / sizeof(*ranges);

	while (high - low > 1) {
		const size_t middle = low + (high - low) / 2;

		if (ranges[middle].first <= point)
			low = middle;
		else
			high = middle;
	}
	return &ranges[low];
}

/* What the second of two turns of mojibake begins with: Ã and then Â, â, Å. */
static bool begins_another(uint32_t point)
{
	return point == 0xC2 || point == 0xC5 || point == 0xCB || point == 0xE2;
}

/* Latin letters: does their case fit their neighbours'? */
static int weigh_case(const struct unit *unit, uint32_t before)
{
	const uint32_t point = unit->point;
	const bool upper_before = unicode_is_upper(before);

	if (begins_another(unit->after))
		return 0;
	if (unicode_is_upper(point))
		return unicode_is_lower(before) ? -8 : -1;
	if (unicode_is_lower(point))
		return upper_before && unicode_is_upper(unit->after) &&
				       unit->after < 0x80
			       ? -6
			       : 0;
	return 0;
}

static int weigh_point(const struct unit *unit, uint32_t before,
		       uint32_t decoded)
{
	const struct range *range = range_of(unit->point);
	int weight = range->weight;

	if (range->script == SCRIPT_LATIN)
		return weight + weigh_case(unit, decoded ? decoded : before);
	if (range->family && decoded >= 0x80 &&
	    range_of(decoded)->family == range->family)
		weight += range->script == SCRIPT_COMMON ? 7 : 6;
	return weight;
}

/* "Â" and a no-break space, or what was one. */
static int weigh_no_break(const struct unit *unit, uint32_t before)
{
	if (unicode_is_upper(before))
		return -4;
	return unit->literal[1] == ' ' ? 2 : 4;
}

unsigned mojibake_family(uint32_t point)
{
	return range_of(point)->family;
}

int mojibake_score(const struct unit *unit, uint32_t before, uint32_t decoded)
{
	int score;

	if (unit->literal[0] == 0xC2 && unit->point == 0xA0)
		return weigh_no_break(unit, before);
	if (unit->literal[1] == ' ' && unicode_is_upper(before))
		return -8;
	score = weigh_lead(unit, before) + weigh_end(unit) +
		weigh_point(unit, before, decoded);
	for (size_t i = 1; i < unit->count; i++)
		score += weigh_tail(unit->literal[i - 1], unit->literal[i]);
	return score;
}
