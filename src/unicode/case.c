/* Case above ASCII, by ICU's simple mappings. */
#include "unicode/case.h"

#include <unicode/uchar.h>

/* `to` where it folds as `from` does; else `from`. */
static uint32_t if_equal(UChar32 from, UChar32 to)
{
	const UChar32 a = u_foldCase(from, U_FOLD_CASE_DEFAULT);
	const UChar32 b = u_foldCase(to, U_FOLD_CASE_DEFAULT);

	return (uint32_t)(a == b ? to : from);
}

uint32_t unicode_high_lower(uint32_t point)
{
	return if_equal((UChar32)point, u_tolower((UChar32)point));
}

uint32_t unicode_high_upper(uint32_t point)
{
	const UChar32 upper = u_toupper((UChar32)point);

	/* the micro sign's is a Greek letter's, too, and no sign any more */
	if (u_tolower(upper) != (UChar32)point)
		return point;
	return if_equal((UChar32)point, upper);
}
