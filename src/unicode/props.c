/* Code point properties above ASCII, by ICU. */
#include "unicode/props.h"

#include <string.h>

#include <unicode/uchar.h>

static bool in_mask(uint32_t point, uint32_t mask)
{
	return (U_MASK(u_charType((UChar32)point)) & mask) != 0;
}

bool unicode_high_is_letter(uint32_t point)
{
	return in_mask(point, U_GC_L_MASK);
}

bool unicode_high_is_upper(uint32_t point)
{
	return in_mask(point, U_GC_LU_MASK | U_GC_LT_MASK);
}

bool unicode_high_is_lower(uint32_t point)
{
	return in_mask(point, U_GC_LL_MASK);
}

bool unicode_high_is_word(uint32_t point)
{
	return in_mask(point, U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK);
}

bool unicode_high_is_digit(uint32_t point)
{
	return in_mask(point, U_GC_ND_MASK);
}

bool unicode_high_is_space(uint32_t point)
{
	return u_isUWhiteSpace((UChar32)point);
}

bool unicode_high_ends_sentence(uint32_t point)
{
	return u_hasBinaryProperty((UChar32)point, UCHAR_S_TERM);
}

#define NAME_ROOM 96 /* the longest name has 88 letters */

uint32_t unicode_named(const char *name, size_t len)
{
	char copy[NAME_ROOM];
	UErrorCode status = U_ZERO_ERROR;
	UChar32 point;

	if (!len || len >= sizeof(copy))
		return 0;
	memcpy(copy, name, len);
	copy[len] = '\0';
	point = u_charFromName(U_UNICODE_CHAR_NAME, copy, &status);
	return U_SUCCESS(status) ? (uint32_t)point : 0;
}
