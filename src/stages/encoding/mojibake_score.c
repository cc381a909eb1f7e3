/*
 * How likely a unit is to be mojibake.
 *
 * The weights are in steps of about one bit, set by hand: what news in twenty
 * languages holds when it is right against what it holds when it is wrong.
 */
#include "stages/encoding/mojibake.h"

#include "stages/encoding/alphabet.h"
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

static bool is_latin(uint32_t point)
{
	return point < 0x370 || (point >= 0x1E00 && point < 0x1F00);
}

/* Latin beside Greek, Cyrillic or another. */
static bool mixes_scripts(uint32_t a, uint32_t b)
{
	return is_letter(a) && is_letter(b) && is_latin(a) != is_latin(b);
}

static bool turns_upper(uint32_t before, uint32_t point)
{
	return unicode_is_lower(before) && unicode_is_upper(point);
}

/* Signs that follow a word with nothing wrong: a trade mark, a note, a unit. */
static bool is_trailing_sign(uint32_t point)
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
static bool is_box(uint32_t point)
{
	return point >= 0x2500 && point < 0x2600;
}

/*
 * Carons and œ after the letters that the bytes C2 to D9 are in Windows-1252:
 * "ÄŒ", "Åž". Languages that have both do not write them so.
 */
static bool is_odd_pair(uint32_t before, uint32_t point)
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
		       before == 0xD8 || before == 0xD9;
	default:
		return false;
	}
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
	if (mixes_scripts(before, point) || turns_upper(before, point) ||
	    !alphabet_has_both(before, point) || is_odd_pair(before, point))
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

	if (turns_upper(before, lead))
		weight += lead < 0x80 || before >= 0x370 ? 4 : 7;
	if (mixes_scripts(before, lead))
		weight += 4;
	if (is_box(lead) && is_letter(before))
		weight += 5;
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

	if (unit->lost && unicode_is_letter(unit->after))
		return unit->after < 0x80 ? -8 : -12;
	if (unit->lost)
		return -4;
	if (!unicode_is_letter(unit->after))
		return 0;
	if (turns_upper(last, unit->after) || mixes_scripts(last, unit->after))
		return 4;
	if (is_box(last))
		return 5;
	if (is_trailing_sign(last))
		return 3;
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
	{ 0x00A3, SCRIPT_NONE, 0, 3 }, /* pound */
	{ 0x00A4, SCRIPT_NONE, 0, 1 },
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
	{ 0x0250, SCRIPT_RARE, 1, -6 }, /* phonetic */
	{ 0x02C6, SCRIPT_NONE, 0, 0 },	/* accents alone: mojibake once more */
	{ 0x02DE, SCRIPT_RARE, 1, -6 },
	{ 0x0300, SCRIPT_NONE, 0, 0 },	  /* combining */
	{ 0x0370, SCRIPT_COMMON, 2, -2 }, /* Greek */
	{ 0x0400, SCRIPT_COMMON, 3, -2 }, /* Cyrillic */
	{ 0x0460, SCRIPT_RARE, 3, -6 },
	{ 0x048A, SCRIPT_COMMON, 3, -3 },
	{ 0x0490, SCRIPT_COMMON, 3, -2 }, /* Ґ ґ */
	{ 0x0492, SCRIPT_COMMON, 3, -3 },
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
	{ 0x1E00, SCRIPT_LATIN, 0, -2 },
	{ 0x1EA0, SCRIPT_LATIN, 0, 3 }, /* Vietnamese */
	{ 0x1F00, SCRIPT_COMMON, 2, -2 },
	{ 0x2000, SCRIPT_NONE, 0, 1 },
	{ 0x2010, SCRIPT_NONE, 0, 3 },
	{ 0x2013, SCRIPT_NONE, 0, 7 }, /* dashes, */
	{ 0x2015, SCRIPT_NONE, 0, 3 },
	{ 0x2018, SCRIPT_NONE, 0, 7 }, /* quotation marks: the commonest */
	{ 0x201B, SCRIPT_NONE, 0, 3 },
	{ 0x201C, SCRIPT_NONE, 0, 7 },
	{ 0x201F, SCRIPT_NONE, 0, 3 },
	{ 0x2026, SCRIPT_NONE, 0, 7 },
	{ 0x2027, SCRIPT_NONE, 0, 3 },
	{ 0x2028, SCRIPT_NONE, 0, 1 },
	{ 0x2030, SCRIPT_NONE, 0, 3 },
	{ 0x203F, SCRIPT_NONE, 0, 1 },
	{ 0x20A0, SCRIPT_NONE, 0, 3 }, /* currency */
	{ 0x20AC, SCRIPT_NONE, 0, 6 }, /* euro */
	{ 0x20AD, SCRIPT_NONE, 0, 3 },
	{ 0x20D0, SCRIPT_NONE, 0, 0 },
	{ 0x2100, SCRIPT_NONE, 0, 2 }, /* letterlike, arrows, symbols */
	{ 0x2C00, SCRIPT_RARE, 12, -6 },
	{ 0x2E80, SCRIPT_COMMON, 13, -3 }, /* CJK */
	{ 0xA000, SCRIPT_RARE, 12, -6 },
	{ 0xAC00, SCRIPT_COMMON, 14, -3 }, /* Hangul */
	{ 0xD7A4, SCRIPT_RARE, 12, -8 },
	{ 0xF020, SCRIPT_NONE, 0, 2 }, /* symbol fonts of word processors */
	{ 0xF100, SCRIPT_RARE, 12, -8 },
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
static int weigh_case(const struct unit *unit, uint32_t before, bool capitals)
{
	const uint32_t point = unit->point;

	if (begins_another(unit->after))
		return 0;
	if (unicode_is_upper(point))
		return unicode_is_lower(before) ? -8 : -1;
	if (unicode_is_lower(point) && unicode_is_upper(before) &&
	    (capitals || unicode_is_upper(unit->after)) &&
	    !unicode_is_lower(unit->after))
		return -6;
	return 0;
}

/* A Latin letter in a word of another script, or of another alphabet. */
static int weigh_company(const struct unit *unit, uint32_t before)
{
	if (mixes_scripts(before, unit->point))
		return -12;
	return alphabet_has_both(before, unit->point) ? 0 : -2;
}

static int weigh_point(const struct unit *unit,
		       const struct unit_context *context)
{
	const struct range *range = range_of(unit->point);
	const uint32_t before =
		context->decoded ? context->decoded : context->before;

	if (range->script == SCRIPT_LATIN)
		return range->weight +
		       weigh_case(unit, before, context->capitals) +
		       weigh_company(unit, before);
	if (range->family && context->decoded >= 0x80 &&
	    range_of(context->decoded)->family == range->family)
		return range->weight + (range->script == SCRIPT_COMMON ? 7 : 6);
	return range->weight;
}

/*
 * "ROMANIĘ®", "√π": a word and its sign, a formula. The bytes C2 and C3 are in
 * few charsets the last letter of a word.
 */
static int weigh_literal(const struct unit *unit, uint32_t before)
{
	const uint32_t lead = unit->literal[0];
	const uint32_t last = unit->literal[unit->count - 1];

	/* "ÔÇô": two capitals and a small letter. */
	if (unit->count == 3 && unicode_is_upper(lead) &&
	    unicode_is_upper(unit->literal[1]) && unicode_is_lower(last))
		return 4;
	/* "habráº»": a word, its sign, and a mark that closes. */
	if (unit->count == 3 && unicode_is_lower(lead) && is_letter(before) &&
	    is_trailing_sign(unit->literal[1]) && is_ordinary_mark(last) &&
	    !is_letter(unit->after))
		return -4;
	/* "AMANHÃ•": no word ends in Õ. */
	if (lead == 0xC3 && last == 0x2022 && is_letter(before) &&
	    !is_letter(unit->after))
		return -4;
	if (unit->count != 2 || unit->lost || is_letter(unit->after))
		return 0;
	if (lead == 0x221A && is_letter(last) && !is_letter(before))
		return -5;
	if (is_letter(lead) && lead != 0xC2 && lead != 0xC3 &&
	    is_trailing_sign(last) && !turns_upper(before, lead) &&
	    !mixes_scripts(before, lead))
		return -4;
	return 0;
}

/*
 * "Â" and a no-break space, or what was one. After a small letter or a digit
 * it is no letter.
 */
static int weigh_no_break(const struct unit *unit, uint32_t before)
{
	if (unicode_is_upper(before))
		return -4;
	if (unit->spaced)
		return 2;
	return unicode_is_lower(before) || unicode_is_digit(before) ? 8 : 4;
}

unsigned mojibake_family(uint32_t point)
{
	return range_of(point)->family;
}

/*
 * "Å" and a space, for Š, and the like: it may be a word, as in Norwegian. Only
 * where the article is full of the charset is this enough.
 */
static int weigh_spaced(const struct unit *unit, uint32_t before)
{
	return unicode_is_letter(unit->after) && !is_letter(before) ? -2 : -20;
}

int mojibake_score(const struct unit *unit, const struct unit_context *context)
{
	const uint32_t before = context->before;
	int score;

	if (unit->point == 0xA0 && unit->count == 2 && unit->literal[0] == 0xC2)
		return weigh_no_break(unit, before);
	if (unit->spaced && unit->literal[0] != 0xC3)
		return weigh_spaced(unit, before);
	if (unit->spaced && unicode_is_upper(before))
		return -8;
	score = weigh_lead(unit, before) + weigh_end(unit) +
		weigh_point(unit, context) + weigh_literal(unit, before);
	for (size_t i = 1; i < unit->count; i++)
		score += weigh_tail(unit->literal[i - 1], unit->literal[i]);
	return score;
}
