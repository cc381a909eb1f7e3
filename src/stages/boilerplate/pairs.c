/* Pairs of marks around what would go. */
#include "stages/boilerplate/pairs.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/marks.h"

#define NEAR_BYTES 120 /* from what is quoted to the marks around it */

/* What is open at a place of the text. */
struct depths {
	int brackets, quotations;
	size_t straight; /* marks */
	bool broken;	 /* one closed that did not open */
};

/* Straight: after white space and before a word. */
static bool opens(const char *text, size_t start, size_t at, uint32_t point,
		  size_t next)
{
	if (mark_is(point, MARK_OPEN_QUOTE | MARK_OPEN_BRACKET))
		return true;
	return (point == '"' || point == '\'') &&
	       (at == start || ascii_is_space((unsigned char)text[at - 1]) ||
		text[at - 1] == '(') &&
	       !ascii_is_space((unsigned char)text[next]);
}

static void see(struct depths *depths, uint32_t point)
{
	depths->brackets += mark_is(point, MARK_OPEN_BRACKET);
	depths->brackets -= mark_is(point, MARK_CLOSE_BRACKET);
	/* single ones may be apostrophes */
	depths->quotations += point == 0x201C || point == 0xAB;
	depths->quotations -= point == 0x201D || point == 0xBB;
	depths->straight += point == '"';
	depths->broken |= depths->brackets < 0 || depths->quotations < 0;
}

static bool ends_bracket(uint32_t point)
{
	return mark_is(point, MARK_CLOSE_BRACKET | MARK_STOP_OR_PAUSE |
				      MARK_CLOSE_QUOTE) ||
	       point == ' ' || point == '"';
}

/* From `at` on, after a bracket closed. */
static bool is_over(const char *text, size_t at, size_t stop)
{
	while (at < stop)
		if (!ends_bracket(utf8_next(text, &at)))
			return false;
	return true;
}

bool pairs_open_before(const char *text, size_t start, size_t at)
{
	size_t before = at;
	uint32_t point;

	if (at <= start)
		return false;
	point = utf8_previous(text, &before);
	return opens(text, start, before, point, at);
}

static bool closes(const char *text, size_t at, uint32_t point, size_t next,
		   size_t end)
{
	if (mark_is(point, MARK_CLOSE_QUOTE))
		return point != 0x2019 || next == end ||
		       !ascii_is_alnum((unsigned char)text[next]);
	return point == '"' && !ascii_is_space((unsigned char)text[at - 1]);
}

/* Whether the last quotation mark of text[start, at) opens. */
static bool is_open(const char *text, size_t start, size_t at)
{
	const size_t floor = at - start > NEAR_BYTES ? at - NEAR_BYTES : start;

	for (size_t next = at; at > floor; next = at) {
		const unsigned char last = (unsigned char)text[at - 1];
		uint32_t point;

		/* of ASCII no other mark speaks for either */
		if (last < 0x80 && last != '"') {
			at--;
			continue;
		}
		point = utf8_previous(text, &at);
		if (mark_is(point, MARK_OPEN_BRACKET))
			continue;
		if (opens(text, start, at, point, next))
			return true;
		if (at > start && closes(text, at, point, next, next))
			return false;
	}
	return false;
}

bool pairs_quote(const char *text, size_t start, size_t at, size_t stop,
		 size_t end)
{
	const size_t limit = end - stop > NEAR_BYTES ? stop + NEAR_BYTES : end;

	if (!is_open(text, start, at))
		return false;
	for (size_t next = stop; stop < limit; stop = next) {
		const uint32_t point = utf8_next(text, &next);

		if (next < end && opens(text, start, stop, point, next))
			return false;
		if (closes(text, stop, point, next, end))
			return true;
	}
	return false;
}

bool pairs_are_whole(const char *text, size_t start, size_t at, size_t stop)
{
	const bool bracket = text[at] == '(' || text[at] == '[';
	struct depths depths = { 0 };

	if (pairs_open_before(text, start, at))
		return false;
	while (at < stop && !depths.broken) {
		see(&depths, utf8_next(text, &at));
		if (bracket && !depths.brackets && !depths.broken)
			return is_over(text, at, stop);
	}
	return !depths.broken && !depths.brackets && !depths.quotations &&
	       depths.straight % 2 == 0;
}
