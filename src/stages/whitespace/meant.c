/* Spaces that other languages than English set beside marks and numbers. */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/other_language.h"
#include "text/marks.h"

/* "10 000", "2,5 %", "30 €": a space that does not break. */
static bool is_french_number(const struct scanner *scanner,
			     const struct gap *gap)
{
	return gap->exotic && scanner->text[gap->at] != '\t' &&
	       ascii_is_digit(byte_before(scanner, gap->at)) &&
	       (ascii_is_digit(byte_at(scanner, gap->end)) ||
		byte_at(scanner, gap->end) == '%' ||
		byte_at(scanner, gap->end) == '$' ||
		stands_at(scanner, gap->end, "\u20AC"));
}

#define SHORTENED_MOST 4 /* letters of "str." and "prof." */
#define DAY_DIGITS 2

/* "5. května", "5. Mai", "str. 12", "tj. bez", "J. Novák": it is no sentence's
   end, or hardly. */
static bool is_shortened(const struct scanner *scanner, const struct gap *gap)
{
	const enum shape_start next =
		shape_start(scanner->text, scanner->len, gap->end);
	size_t at = gap->at - 1, letters = 0;

	if (ascii_is_digit(byte_before(scanner, at)))
		return next == SHAPE_START_LOWER ||
		       digits_before(scanner, at) <= DAY_DIGITS;
	while (at && letters <= SHORTENED_MOST &&
	       unicode_is_letter(utf8_before(scanner->text, at))) {
		utf8_previous(scanner->text, &at);
		letters++;
	}
	if (letters == 1 && scanner_is_capital(scanner, at))
		return !unicode_is_word(utf8_before(scanner->text, at));
	return letters && letters <= SHORTENED_MOST &&
	       (next == SHAPE_START_LOWER || next == SHAPE_START_DIGIT);
}

/*
 * "280 000", "12 km", "v Praze", "k moři": after a number, one letter (but no
 * "’s") or what is shortened; "rok 2010", "moře –": before a number or a dash.
 */
static bool binds(const struct scanner *scanner, const struct gap *gap)
{
	const uint32_t next = utf8_at(scanner->text, scanner->len, gap->end);
	size_t at = gap->at;
	uint32_t before;

	if (!at)
		return false;
	if (ascii_is_digit(byte_before(scanner, at)) ||
	    mark_is(next, MARK_DASH) || stands_before(scanner, at, "\u00B0"))
		return true;
	if (byte_before(scanner, at) == '.')
		return is_shortened(scanner, gap);
	if (!unicode_is_letter(utf8_previous(scanner->text, &at)))
		return false;
	before = utf8_before(scanner->text, at);
	return !unicode_is_word(before) && !mark_is(before, MARK_APOSTROPHE);
}

/* Where other languages than English set a space that does not break. */
static bool is_bound(struct scanner *scanner, const struct gap *gap,
		     bool beside_mark)
{
	return gap->exotic && gap->width == 1 &&
	       (stands_at(scanner, gap->at, "\u00A0") ||
		stands_at(scanner, gap->at, "\u202F")) &&
	       (beside_mark || binds(scanner, gap)) &&
	       (language_is_other(scanner->pass) ||
		place_is_other_language(scanner->pass, gap->at));
}

/* "« mot »": in Danish » opens, and « closes. */
static bool is_in_guillemets(const struct scanner *scanner,
			     const struct gap *gap)
{
	const char *text = scanner->text;

	if (stands_at(scanner, gap->end, "\u00BB"))
		return !unicode_is_word(
			utf8_at(text, scanner->len, gap->end + 2));
	return stands_before(scanner, gap->at, "\u00AB") &&
	       unicode_is_edge(utf8_before(text, gap->at - 2));
}

/* "Quoi ?", "« mot »" with spaces that do not break: as French sets them. */
bool gap_is_meant(struct scanner *scanner, const struct gap *gap)
{
	const unsigned char mark = byte_at(scanner, gap->end);
	const bool pause =
		mark == '?' || mark == '!' || mark == ':' || mark == ';';

	if (is_bound(scanner, gap, pause || is_in_guillemets(scanner, gap)))
		return true;
	return scanner->french && gap->width == 1 &&
	       (pause || is_french_number(scanner, gap) ||
		stands_at(scanner, gap->end, "\u00BB") ||
		stands_before(scanner, gap->at, "\u00AB"));
}
