/*
 * Characters that look like quotation marks and are others: primes, which
 * measure. A text uses them for apostrophes, "it′s", where it has one that can
 * be nothing else; then those beside words are marks, too, and those after
 * numbers still measure.
 */
#include "stages/quotes/quotes.h"

#include "stages/encoding/contraction.h"
#include "unicode/props.h"

static const struct {
	uint32_t point;
	enum quote_family family;
} lookalikes[] = {
	{ 0x2032, FAMILY_SINGLE },
	{ 0x2033, FAMILY_DOUBLE },
};

/* The family of the lookalike `point`; FAMILY_BREAK: it is none. */
static enum quote_family family_of(uint32_t point)
{
	const size_t count = sizeof(lookalikes) / sizeof(*lookalikes);

	for (size_t i = 0; i < count; i++)
		if (lookalikes[i].point == point)
			return lookalikes[i].family;
	return FAMILY_BREAK;
}

bool quotes_have_lookalikes(const struct pass *pass)
{
	size_t at = 0;

	if (!pass->survey->quotes_other)
		return false;
	while (at < pass->len) {
		const size_t from = at;
		const uint32_t point = utf8_next(pass->text, &at);

		if (point >= 0x80 && family_of(point) == FAMILY_SINGLE &&
		    contraction_holds(pass, from, at))
			return true;
	}
	return false;
}

enum quote_family quotes_lookalike_at(const struct pass *pass, size_t at,
				      size_t *end)
{
	const uint32_t before = utf8_before(pass->text, at);

	*end = at;
	if (unicode_is_digit(before) || family_of(before) != FAMILY_BREAK)
		return FAMILY_BREAK;
	return family_of(utf8_next(pass->text, end));
}
