/* Letters of Russian, Greek, Hebrew and Arabic by how rare they are. */
#include "stages/encoding/recode_letters.h"

/* Costs are in quarters of a bit. Russian has about 18 a letter, the others
   about 17. */
#define LATIN_COST 28  /* accented letters in a row: any language */
#define COMMON_COST 18 /* і of Ukrainian, ј of Serbian */
#define OTHER_COST 28  /* letters of the script that the language lacks */

/* а to я */
static const uint8_t russian[32] = {
	15, 24, 18, 24, 20, 14, 27, 24, 15, 27, 19, 18, 20, 16, 13, 21,
	18, 17, 16, 21, 35, 27, 30, 25, 29, 32, 45, 23, 24, 34, 30, 23,
};

/* ά έ ή ί, ΰ, α to ω, ϊ ϋ ό ύ ώ */
static const uint8_t greek[35] = {
	23, 23, 24, 22, 53, 14, 28, 23, 23, 17, 32, 20, 26, 16, 18, 21, 19, 16,
	31, 15, 18, 18, 19, 17, 14, 19, 27, 25, 36, 23, 36, 40, 23, 28, 28,
};

/* alef to tav */
static const uint8_t hebrew[27] = {
	16, 18, 25, 21, 13, 13, 25, 22, 25, 13, 29, 22, 15, 21,
	18, 25, 20, 24, 20, 33, 23, 36, 26, 22, 17, 18, 17,
};

/* hamza to ghain; from the tatweel to ya */
static const uint8_t arabic[26] = {
	31, 34, 21, 36, 26, 31, 12, 19, 20, 18, 29, 24, 23,
	27, 20, 28, 18, 28, 21, 25, 25, 28, 26, 34, 19, 31,
};
static const uint8_t arabic_last[11] = {
	28, 21, 22, 22, 13, 16, 17, 20, 17, 27, 16,
};

/* The small letter of Cyrillic's and Greek's main rows. */
static uint32_t fold(uint32_t point)
{
	if (point >= 0x410 && point < 0x430)
		return point + 0x20;
	if (point >= 0x391 && point <= 0x3A9)
		return point + 0x20;
	switch (point) {
	case 0x386: /* Ά */
		return 0x3AC;
	case 0x388: /* Έ Ή Ί */
	case 0x389:
	case 0x38A:
		return point + 0x25;
	case 0x38C: /* Ό */
		return 0x3CC;
	case 0x38E: /* Ύ Ώ */
	case 0x38F:
		return point + 0x3F;
	default:
		return point;
	}
}

enum recode_script recode_script_of(uint32_t point)
{
	if (point >= 0x370 && point < 0x400)
		return RECODE_GREEK;
	if (point >= 0x400 && point < 0x500)
		return RECODE_CYRILLIC;
	if (point >= 0x5D0 && point <= 0x5EA)
		return RECODE_HEBREW;
	if (point >= 0x621 && point <= 0x6D3)
		return RECODE_ARABIC;
	return RECODE_OTHER;
}

static unsigned cyrillic_cost(uint32_t point)
{
	if (point >= 0x430 && point < 0x450)
		return russian[point - 0x430];
	return point == 0x456 || point == 0x406 || point == 0x458 ||
			       point == 0x408 /* with their capitals */
		       ? COMMON_COST
		       : OTHER_COST;
}

static unsigned arabic_cost(uint32_t point)
{
	if (point <= 0x63A)
		return arabic[point - 0x621];
	return point >= 0x640 && point <= 0x64A ? arabic_last[point - 0x640]
						: OTHER_COST;
}

unsigned recode_cost(uint32_t point)
{
	const uint32_t lower = fold(point);

	switch (recode_script_of(point)) {
	case RECODE_CYRILLIC:
		return cyrillic_cost(lower);
	case RECODE_GREEK:
		return lower >= 0x3AC && lower <= 0x3CE ? greek[lower - 0x3AC]
							: OTHER_COST;
	case RECODE_HEBREW:
		return hebrew[lower - 0x5D0];
	case RECODE_ARABIC:
		return arabic_cost(lower);
	default:
		return LATIN_COST;
	}
}
