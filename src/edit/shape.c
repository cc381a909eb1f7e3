/* The shape of a text: how its lines and sentences begin and end. */
#include "edit/shape.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "text/address.h"
#include "text/marks.h"
#include "unicode/props.h"

/* A quotation mark that closes in one language opens in another. */
static bool is_opening(uint32_t point)
{
	return point == '@' ||
	       mark_is(point, MARK_OPEN_BRACKET | MARK_QUOTATION |
				      MARK_CURRENCY | MARK_INVERTED);
}

/* What ends a sentence in Urdu, Armenian, Hindi, Chinese and others. */
static bool ends_sentence(uint32_t point)
{
	static const uint32_t ends[] = {
		0x0589, 0x061F, 0x06D4, 0x0964, 0x104B,
		0x1362, 0x17D4, 0x3002, 0xFF01, 0xFF1F
	};

	if (point < ends[0])
		return mark_is(point, MARK_TERMINAL);
	if (mark_is(point, MARK_TERMINAL))
		return true;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (point == ends[i])
			return true;
	return false;
}

/* A dash, a bullet or an ellipsis at the start of a paragraph. */
static bool is_bullet(uint32_t point)
{
	return point == '_' || mark_is(point, MARK_BULLET | MARK_ELLIPSIS);
}

enum shape_end shape_end(const char *text, size_t at)
{
	uint32_t point = utf8_before(text, at);
	bool closed = false;

	while (at &&
	       (mark_may_close(point) || text_closes_elsewhere(text, at))) {
		utf8_previous(text, &at);
		point = utf8_before(text, at);
		closed = true;
	}
	if (ends_sentence(point))
		return SHAPE_END_SENTENCE;
	if (closed || unicode_is_word(point) || point == ':' || point == '%')
		return SHAPE_END_WORD;
	return SHAPE_END_OTHER;
}

/* "’s Ochtends", "'t Is": in Dutch a sentence begins so. */
static bool begins_elided(const char *text, size_t len, size_t at)
{
	const uint32_t mark = at ? utf8_before(text, at) : 0;

	return (mark == 0x2019 || mark == '\'') &&
	       bytes_at(text, len, at + 1) == ' ' &&
	       unicode_is_upper(utf8_at(text, len, at + 2));
}

enum shape_start shape_start(const char *text, size_t len, size_t at)
{
	uint32_t point = utf8_at(text, len, at);

	for (int i = 0; i < 3 && is_opening(point); i++) {
		const bool apart = point == 0xAB;

		utf8_next(text, &at);
		point = utf8_at(text, len, at);
		if (!apart || point == '\n' || !unicode_is_space(point))
			continue;
		/* "« Nous": French sets it apart. */
		utf8_next(text, &at);
		point = utf8_at(text, len, at);
	}
	if (unicode_is_lower(point))
		return begins_elided(text, len, at) ? SHAPE_START_UPPER
						    : SHAPE_START_LOWER;
	if (unicode_is_letter(point) || is_bullet(point))
		return SHAPE_START_UPPER;
	return unicode_is_digit(point) ? SHAPE_START_DIGIT : SHAPE_START_OTHER;
}

/* "eBay", "iPhones": a name may begin a sentence so. */
static bool is_name(const char *text, size_t len, size_t at)
{
	while (at < len && ascii_is_lower((unsigned char)text[at]))
		at++;
	return at < len && ascii_is_upper((unsigned char)text[at]);
}

/* "www.lowell.example", "ida@lowell.example": it may begin a line of its own.
   So does "c/o Ida Moss". */
static bool is_address(const char *text, size_t len, size_t at)
{
	struct address_run run = { 0 };
	unsigned kind;

	if (bytes_begin(text, len, at, "c/o "))
		return true;
	return address_at(text, at, len, &run, &kind) &&
	       kind & (ADDRESS_URL | ADDRESS_MAIL);
}

#define BYLINE_MOST 60 /* bytes */

/* "by Ida Moss and Eoin Higgs": who wrote it, on a line of its own. A sentence
   that goes on so has small words, or its stop. */
static bool is_byline(const char *text, size_t len, size_t at)
{
	size_t end;

	if (!bytes_begin(text, len, at, "by "))
		return false;
	end = bytes_line_end(text, len, at);
	if (end - at > BYLINE_MOST || shape_end(text, end) != SHAPE_END_WORD)
		return false;
	for (; at < end; at++)
		if (text[at] == ' ' &&
		    ascii_is_lower(bytes_at(text, end, at + 1)) &&
		    !bytes_begin(text, end, at, " and "))
			return false;
	return true;
}

bool shape_goes_on(const char *text, size_t len, size_t at)
{
	const uint32_t mark = utf8_at(text, len, at);

	if (mark < 0x80 && (mark_is(mark, MARK_STOP_OR_PAUSE) || mark == ')'))
		return at + 1 == len ||
		       ascii_is_space((unsigned char)text[at + 1]);
	return shape_start(text, len, at) == SHAPE_START_LOWER &&
	       !is_name(text, len, at) && !is_address(text, len, at) &&
	       !is_byline(text, len, at);
}

bool shape_lists(const char *text, size_t at, size_t end, bool listed)
{
	return utf8_before(text, end) == ':' ||
	       (listed && !mark_is(utf8_at(text, end, at), MARK_BULLET) &&
		shape_end(text, end) != SHAPE_END_SENTENCE);
}

size_t shape_count_runs(const struct survey *survey)
{
	size_t runs = 0;

	for (size_t i = 2; i <= SURVEY_RUNS; i++)
		runs += survey->runs[i];
	return runs;
}
