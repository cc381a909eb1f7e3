/* Scripts, by ICU. */
#include "unicode/script.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

static UScriptCode script_of(uint32_t point)
{
	UErrorCode error = U_ZERO_ERROR;

	return uscript_getScript((UChar32)point, &error);
}

static bool is_mark(uint32_t point)
{
	return (U_MASK(u_charType((UChar32)point)) & U_GC_M_MASK) != 0;
}

bool script_uses_joiners(uint32_t point)
{
	if (point < 0x600)
		return false;
	switch (script_of(point)) {
	case USCRIPT_ARABIC:
	case USCRIPT_BENGALI:
	case USCRIPT_DEVANAGARI:
	case USCRIPT_GUJARATI:
	case USCRIPT_GURMUKHI:
	case USCRIPT_KANNADA:
	case USCRIPT_KHMER:
	case USCRIPT_MALAYALAM:
	case USCRIPT_MONGOLIAN:
	case USCRIPT_MYANMAR:
	case USCRIPT_ORIYA:
	case USCRIPT_SINHALA:
	case USCRIPT_SYRIAC:
	case USCRIPT_TAMIL:
	case USCRIPT_TELUGU:
	case USCRIPT_TIBETAN:
		return true;
	case USCRIPT_INHERITED:
		return is_mark(point);
	default:
		return false;
	}
}

bool script_breaks_unseen(uint32_t point)
{
	if (point < 0xE00)
		return false;
	switch (script_of(point)) {
	case USCRIPT_KHMER:
	case USCRIPT_LAO:
	case USCRIPT_MYANMAR:
	case USCRIPT_THAI:
	case USCRIPT_TIBETAN:
		return true;
	default:
		return false;
	}
}

bool script_sets_no_spaces(uint32_t point)
{
	/* their own marks, as that of a long vowel, and those in full width */
	if ((point >= 0x3001 && point <= 0x30FF) ||
	    (point >= 0xFF01 && point <= 0xFF9F))
		return true;
	return script_breaks_unseen(point) ||
	       (script_is_east_asian(point) &&
		script_of(point) != USCRIPT_HANGUL);
}

bool script_is_not_latin(uint32_t point)
{
	return point >= 0x370 && u_isalpha((UChar32)point) &&
	       script_of(point) != USCRIPT_LATIN;
}

bool script_is_east_asian(uint32_t point)
{
	if (point < 0x1100)
		return false;
	switch (script_of(point)) {
	case USCRIPT_BOPOMOFO:
	case USCRIPT_HAN:
	case USCRIPT_HANGUL:
	case USCRIPT_HIRAGANA:
	case USCRIPT_KATAKANA:
		return true;
	default:
		return false;
	}
}

bool script_is_right_to_left(uint32_t point)
{
	const UCharDirection direction = u_charDirection((UChar32)point);

	return direction == U_RIGHT_TO_LEFT ||
	       direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool script_is_emoji(uint32_t point)
{
	return point >= 0x2000 &&
	       u_hasBinaryProperty((UChar32)point, UCHAR_EXTENDED_PICTOGRAPHIC);
}

bool script_is_emoji_part(uint32_t point)
{
	return point == 0xFE0F || script_is_emoji(point) ||
	       (point >= 0x1F3FB && point <= 0x1F3FF);
}
