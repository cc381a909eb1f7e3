/*
 * How likely a unit is to be mojibake.
 *
 * The weights are in steps of about one bit, set by hand: what news in twenty
 * languages holds when it is right against what it holds when it is wrong.
 */
#include "stages/encoding/mojibake.h"

#include "base/ascii.h"
#include "stages/encoding/alphabet.h"
#include "stages/encoding/mojibake_point.h"
#include "text/marks.h"
#include "unicode/props.h"

#define SOFT_HYPHEN 0xAD
#define EURO 0x20AC
#define SURE 12 /* a weight that settles it, but for several others */

static bool turns_upper(uint32_t before, uint32_t point)
{
	return unicode_is_lower(before) && unicode_is_upper(point);
}

/* Raised digits, which follow a letter in a formula. */
static bool is_power(uint32_t point)
{
	return point == 0xB2 || point == 0xB3 || point == 0xB9;
}

/* How odd it is that `point` goes on after `before`. */
static int weigh_tail(uint32_t before, uint32_t point)
{
	if (point >= 0x80 && point < 0xA0)
		return 7;
	if (point == 0x201A || point == 0x201E) /* they open a quotation */
		return 4;
	if (mojibake_is_ordinary_mark(point) || point == ' ')
		return mojibake_is_letter(before) ? -4 : -1;
	if (mojibake_is_box(before) && mojibake_is_box(point))
		return -6;
	if (!mojibake_is_letter(point))
		return 4;
	if (mojibake_mixes_scripts(before, point) ||
	    turns_upper(before, point) || !alphabet_has_both(before, point) ||
	    mojibake_is_odd_pair(before, point))
		return 4;
	if (!mojibake_is_letter(before))
		return 0;
	if (before >= 0x370)
		return -6;
	return before == 0xC2 || before == 0xC3 ? 3 : -2;
}

/*
 * Lone Â and Ã are words of no language, whatever mark is after them; â is one
 * of Welsh, before an apostrophe. "âœ" begins none.
 */
static int weigh_lone(const struct unit *unit)
{
	const uint32_t lead = unit->literal[0], next = unit->literal[1];

	if (lead == 0xE2 && unit->count == 3) {
		if (mojibake_is_odd_pair(lead, next))
			return 4;
		return mojibake_is_letter(next) ? 0 : 2;
	}
	if ((lead != 0xC2 && lead != 0xC3) || mojibake_is_letter(next))
		return 0;
	return mojibake_is_ordinary_mark(next) ? 7 : 4;
}

/* "8Ã—10": a letter after a digit, which Å of a unit may be. */
static int weigh_after_digit(const struct unit *unit)
{
	const uint32_t lead = unit->literal[0];

	if (lead != 0xC2 && lead != 0xC3)
		return 2;
	return mojibake_is_ordinary_mark(unit->literal[1]) ? 9 : 6;
}

/* How odd it is that the unit's first character stands where it does. */
static int weigh_lead(const struct unit *unit, uint32_t before)
{
	const uint32_t lead = unit->literal[0];
	int weight = 0;

	if (turns_upper(before, lead))
		weight += lead < 0x80 || before >= 0x370 ? 4 : 7;
	if (mojibake_mixes_scripts(before, lead))
		weight += 4;
	if (mojibake_is_box(lead) && mojibake_is_letter(before))
		weight += 5;
	if (unicode_is_digit(before) && mojibake_is_letter(lead))
		weight += weigh_after_digit(unit);
	if (mojibake_is_sign(lead))
		weight += 3;
	if (mojibake_is_ordinary_mark(lead) && unicode_is_word(before))
		weight += 4;
	if (!unicode_is_word(before))
		weight += weigh_lone(unit);
	return weight;
}

/*
 * "AÃ‘OS", "HÃ”TEL", "RÄ«ga", "GÃ idheal": no language has such a letter before
 * a mark in the midst of a word.
 */
static int weigh_inner(const struct unit *unit, uint32_t before)
{
	const uint32_t lead = unit->literal[0], last = unit->literal[1];

	if (unit->count != 2 || !unicode_is_upper(before))
		return 0;
	if (lead == 0xC3 && unicode_is_upper(unit->after)) {
		if (last == 0x2018)
			return 5;
		return last == 0x201C || last == 0x201D ? 2 : 0;
	}
	if (!unicode_is_lower(unit->after))
		return 0;
	return (lead == 0xC3 && last == 0xA0) || (lead == 0xC4 && last == 0xAB)
		       ? 4
		       : 0;
}

/* A mark inside a word: "CÃ”TE". */
static int weigh_end(const struct unit *unit)
{
	const uint32_t last = unit->literal[unit->count - 1];

	if (unit->lost && unicode_is_letter(unit->after))
		return unit->after < 0x80 ? -8 : -SURE;
	if (unit->lost)
		return -4;
	if (!unicode_is_letter(unit->after))
		return 0;
	if (turns_upper(last, unit->after) ||
	    mojibake_mixes_scripts(last, unit->after))
		return 4;
	if (mojibake_is_box(last))
		return 5;
	if (mojibake_is_trailing_sign(last))
		return is_power(last) ? 4 : 3;
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

/* A letter of no row that news has, or a mark, alone: "∆°" is a formula. */
static int weigh_alone(const struct unit *unit,
		       const struct unit_context *context)
{
	const bool beside = mojibake_is_letter(context->before) ||
			    mojibake_is_letter(unit->after);

	return unit->point >= 0x180 && !context->decoded && !beside ? -5 : 0;
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
	if (mojibake_mixes_scripts(before, unit->point))
		return -SURE;
	return alphabet_has_both(before, unit->point) ? 0 : -2;
}

#define SMALL_TILDE 0x2DC
#define NON_JOINER 0x200C

/* "â€˜" and "È˜" in their second turn: in no text a tilde of its own follows
 * the euro, nor a letter that may be a first byte. */
static bool ends_another(const struct unit *unit,
			 const struct unit_context *context)
{
	const uint32_t before = context->decoded;

	return unit->point == SMALL_TILDE &&
	       (before == EURO || (before >= 0xC2 && before < 0xF5));
}

/* "فوق‌العاده": within a word of Persian. */
static bool joins_no_letters(const struct unit *unit,
			     const struct unit_context *context)
{
	return unit->point == NON_JOINER && context->decoded >= 0x80 &&
	       mojibake_family(context->decoded) == mojibake_family(0x627);
}

static int weigh_point(const struct unit *unit,
		       const struct unit_context *context)
{
	const struct mojibake_range *range = mojibake_range_of(unit->point);
	const uint32_t before =
		context->decoded ? context->decoded : context->before;

	if (ends_another(unit, context) || joins_no_letters(unit, context))
		return 8;
	if (range->script == MOJIBAKE_LATIN)
		return range->weight +
		       weigh_case(unit, before, context->capitals) +
		       weigh_company(unit, before) + weigh_alone(unit, context);
	if (range->family && context->decoded >= 0x80 &&
	    mojibake_range_of(context->decoded)->family == range->family)
		return range->weight +
		       (range->script == MOJIBAKE_COMMON ? 7 : 6);
	return range->weight;
}

/* Rows of three that text has as they are, or never; 0: neither. */
static int weigh_three(const struct unit *unit, uint32_t before)
{
	const uint32_t lead = unit->literal[0];
	const uint32_t second = unit->literal[1], last = unit->literal[2];

	/* Two soft hyphens after a letter are a typesetter's. */
	if (second == SOFT_HYPHEN && last == SOFT_HYPHEN)
		return -SURE;
	/* "Farrâ€" and a no-break space before another: a dagger; once one is
	   left, it would be the mark that closes */
	if (lead == 0xE2 && second == EURO && last == 0xA0)
		return SURE;
	/* Thai is "เธ" and a third: few of its own words begin so. */
	if (lead == 0xE40 && second == 0xE18 && mojibake_is_letter(last))
		return SURE;
	/* " ‚Äď ", of a Macintosh: no word of German has such a letter then. */
	if (lead == 0x201A && second == 0xC4)
		return 4;
	/* "ÔÇô": two capitals and a small letter. */
	if (unicode_is_upper(lead) && unicode_is_upper(second) &&
	    unicode_is_lower(last))
		return 4;
	/* "habráº»": a word, its sign, and a mark that closes. */
	if (unicode_is_lower(lead) && mojibake_is_letter(before) &&
	    mojibake_is_trailing_sign(second) &&
	    mojibake_is_ordinary_mark(last) && !mojibake_is_letter(unit->after))
		return last == 0xAB && second == 0x2122 ? 1 : -4;
	return 0;
}

/*
 * "רח׳”", "الشارع”": a word of Hebrew or Arabic, and a mark. No letter of
 * theirs but the first bytes' own is in mojibake, nor the last of a unit.
 */
static bool ends_word(uint32_t before, uint32_t lead)
{
	if (lead == 0x5F3)
		return before >= 0x5D0 && before <= 0x5EA;
	return lead >= 0x621 && lead <= 0x64A && before >= 0x621 &&
	       before <= 0x64A;
}

/* The same of pairs that are told by what is beside them. */
static int weigh_pair(const struct unit *unit, uint32_t before)
{
	const uint32_t lead = unit->literal[0], last = unit->literal[1];

	if (ends_word(before, lead))
		return -SURE;
	/* "Δ²x", "Ω²": a formula; lines of tables are in none. */
	if (lead >= 0x370 && !mojibake_is_box(lead) &&
	    !mojibake_is_letter(before) &&
	    (is_power(last) || (mojibake_is_trailing_sign(last) &&
				!mojibake_is_letter(unit->after))))
		return -SURE;
	/* "5×“wide”": a sign and a mark, before a letter that is not Hebrew. */
	if (lead == 0xD7 && mojibake_is_ordinary_mark(last) &&
	    ascii_is_letter(unit->after))
		return -SURE;
	/* "`¬´": no guillemet is beside such a mark. */
	if ((unit->point == 0xAB || unit->point == 0xBB) && before < 0x80 &&
	    !unicode_is_word(before) && !unicode_is_edge(before) &&
	    !mark_is(before, MARK_STOP_OR_PAUSE | MARK_OPEN_BRACKET |
				     MARK_CLOSE_BRACKET))
		return -4;
	/* "┬┐que": tables have two of them at a line's end only. */
	if (lead == 0x252C && !mojibake_is_box(before) &&
	    unicode_is_letter(unit->after))
		return 3;
	return 0;
}

/*
 * "ROMANIĘ®", "√π": a word and its sign, a formula. The bytes C2 and C3 are in
 * few charsets the last letter of a word.
 */
static int weigh_literal(const struct unit *unit, uint32_t before)
{
	const uint32_t lead = unit->literal[0];
	const uint32_t last = unit->literal[unit->count - 1];
	int weight = 0;

	if (unit->count == 3)
		weight = weigh_three(unit, before);
	else if (unit->count == 2)
		weight = weigh_pair(unit, before);
	if (weight)
		return weight;
	/* "AMANHÃ•": no word ends in Õ. */
	if (lead == 0xC3 && last == 0x2022 && mojibake_is_letter(before) &&
	    !mojibake_is_letter(unit->after))
		return -4;
	if (unit->count != 2 || unit->lost || mojibake_is_letter(unit->after))
		return 0;
	if (lead == 0x221A && mojibake_is_letter(last) &&
	    !mojibake_is_letter(before))
		return -5;
	if (mojibake_is_letter(lead) && lead != 0xC2 && lead != 0xC3 &&
	    mojibake_is_trailing_sign(last) && !turns_upper(before, lead) &&
	    !mojibake_mixes_scripts(before, lead))
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

/*
 * "Å" and a space, for Š, and the like: it may be a word, as in Norwegian. Only
 * where the article is full of the charset is this enough.
 */
static int weigh_spaced(const struct unit *unit, uint32_t before)
{
	if (unit->count > 2)
		return 0;
	return unicode_is_letter(unit->after) && !mojibake_is_letter(before)
		       ? -2
		       : -20;
}

/*
 * A letter that is known to have been one, and no more: it counts where it is
 * in the midst of its script, or where it is odd what stands there.
 */
static int weigh_gone(const struct unit *unit,
		      const struct unit_context *context)
{
	const unsigned family = mojibake_family(unit->near);
	int score = weigh_lead(unit, context->before) - 1;

	for (size_t i = 1; i + 1 < unit->count; i++)
		score += weigh_tail(unit->literal[i - 1], unit->literal[i]);
	if (family && context->decoded >= 0x80 &&
	    mojibake_family(context->decoded) == family)
		score += 6;
	return score;
}

/*
 * "пере\u00ADвірили": a soft hyphen between letters of a word, of which three
 * would be an arrow in Windows-1251. Of mojibake such a letter begins a word,
 * or follows another.
 */
static bool is_hyphenated(const struct unit *unit,
			  const struct unit_context *context)
{
	const uint32_t lead = unit->literal[0];

	return unit->literal[1] == SOFT_HYPHEN && !context->decoded &&
	       lead >= 0x370 && mojibake_is_letter(lead) &&
	       mojibake_is_letter(context->before) &&
	       !mojibake_mixes_scripts(context->before, lead);
}

/* "Å" or "Ð" and a no-break space: Š, or the Р of Cyrillic. */
static bool ends_no_break(const struct unit *unit)
{
	return unit->count == 2 && unit->literal[1] == 0xA0 &&
	       (unit->point == 0x160 || unit->point == 0x420);
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
	if (unit->gone)
		return weigh_gone(unit, context);
	if (is_hyphenated(unit, context))
		return -20;
	score = weigh_lead(unit, before) + weigh_end(unit) +
		weigh_point(unit, context) + weigh_literal(unit, before) +
		weigh_inner(unit, before);
	for (size_t i = 1; i < unit->count; i++)
		score += weigh_tail(unit->literal[i - 1], unit->literal[i]);
	/* no less than once its no-break space is an ordinary one */
	if (ends_no_break(unit) && score < weigh_spaced(unit, before))
		return weigh_spaced(unit, before);
	return score;
}
