/* Whether what bytes were read as makes sense where it stands. */
#include "unicode/oddness.h"

#include "base/utf8.h"
#include "unicode/props.h"

bool oddness_joins_words(uint32_t point)
{
	switch (point) {
	case 0x2018: /* quotes, apostrophe */
	case 0x2019:
	case 0x201C:
	case 0x201D:
	case 0x2013: /* dashes */
	case 0x2014:
	case 0x2026: /* ellipsis */
	case 0xAD:   /* soft hyphen */
	case 0xB4:   /* acute, typed for an apostrophe */
	case 0xB7:   /* middle dot of Catalan */
	case 0xA0:
		return true;
	default:
		return false;
	}
}

bool oddness_is_odd(uint32_t before, uint32_t point, uint32_t after)
{
	const bool inside = unicode_is_letter(before) &&
			    unicode_is_letter(after) && before < 0x2E80;

	if (point < 0xA0 || point == UTF8_REPLACEMENT)
		return true;
	if (unicode_is_upper(point))
		return unicode_is_lower(before);
	if (unicode_is_letter(point))
		return point == 0x192 ||
		       (unicode_is_digit(before) && unicode_is_letter(after));
	return inside && !oddness_joins_words(point);
}

struct oddness oddness_look(const char *text, size_t len)
{
	struct oddness found = { .high = 0 };
	uint32_t before = 0;
	size_t at = 0;

	while (at < len) {
		const uint32_t point = utf8_next(text, &at);

		if (point >= 0x80) {
			found.high++;
			found.letters += unicode_is_letter(point);
			found.signs += !unicode_is_letter(point) &&
				       !oddness_joins_words(point);
			found.box += point >= 0x2500 && point < 0x2600;
			found.odd += oddness_is_odd(before, point,
						    utf8_at(text, len, at));
			found.row += before >= 0x80 &&
				     unicode_is_letter(before) &&
				     unicode_is_letter(point);
		}
		before = point;
	}
	return found;
}
