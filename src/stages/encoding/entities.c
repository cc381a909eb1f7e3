/* Reading character references. */
#include "stages/encoding/entities.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf16.h"
#include "base/utf8.h"
#include "stages/encoding/entity_name.h"
#include "stages/encoding/space.h"
#include "stages/encoding/windows.h"

#define POINT_NONE UINT32_MAX

/* Bytes still to be read. */
struct input {
	const char *text;
	size_t at, len;
};

static unsigned peek(const struct input *in)
{
	return in->at < in->len ? (unsigned char)in->text[in->at] : 0;
}

static bool take(struct input *in, char c)
{
	if (peek(in) != (unsigned char)c)
		return false;
	in->at++;
	return true;
}

static int digit_value(unsigned c, unsigned base)
{
	return base == 16 || ascii_is_digit(c) ? ascii_hex(c) : -1;
}

/* The number after "#" or "#x"; POINT_NONE when it is none, or too large. */
static uint32_t read_number(struct input *in)
{
	const unsigned base = peek(in) == 'x' || peek(in) == 'X' ? 16 : 10;
	uint32_t value = 0;
	size_t digits = 0;

	in->at += base == 16;
	for (; digit_value(peek(in), base) >= 0; in->at++, digits++)
		if (value <= 0x10FFFF)
			value = value * base +
				(uint32_t)digit_value(peek(in), base);
	return digits && value <= 0x10FFFF ? value : POINT_NONE;
}

/* "&#55357;&#56832;": the second half of a pair; the point, or POINT_NONE. */
static uint32_t read_low_surrogate(struct input *in, uint32_t high)
{
	uint32_t low;

	if (!take(in, '&') || !take(in, '#'))
		return POINT_NONE;
	low = read_number(in);
	if (!utf16_is_low(low) || !take(in, ';'))
		return POINT_NONE;
	return utf16_join(high, low);
}

static bool put_point(struct entity *entity, uint32_t point)
{
	if (point == 0 || point == POINT_NONE || utf16_is_half(point))
		return false;
	if (point >= 0x80 && point < 0xA0) /* HTML says so */
		point = windows_point((unsigned char)point);
	entity->text_len = 0;
	if (point >= 0x20 || point == '\t' || point == '\n' || point == '\r')
		entity->text_len = utf8_encode(point, entity->text);
	return true;
}

static void skip_space(struct input *in, bool spaced)
{
	if (spaced)
		in->at = after_space(in->text, in->len, in->at);
}

/* Letters and signs of Latin scripts, and what marks news has. */
static bool is_western(uint32_t point)
{
	return point == '"' || point == '\'' ||
	       (point >= 0x82 && point < 0x250) ||
	       (point >= 0x2010 && point < 0x2027) || point == 0x20AC ||
	       point == 0x2122;
}

static bool is_letter_number(uint32_t point)
{
	return point >= 0xC0 && point < 0x250;
}

/*
 * "&#8217s", "&#1634,000", "&#821790s": a number whose semicolon is lost, with
 * a word or a number after it. As many digits as are a character that news has
 * are its number; no letter is glued to a number.
 */
static bool read_unclosed(struct input *in, size_t start, uint32_t *point)
{
	const bool decimal = ascii_is_digit((unsigned char)in->text[start]);
	const size_t first = start + !decimal; /* after "x" */

	for (size_t digits = 4; digits >= (decimal ? 2 : 4); digits--) {
		struct input part = { in->text, start, first + digits };
		uint32_t value;

		if (part.len > in->at)
			continue;
		value = read_number(&part);
		if (part.at < part.len || !is_western(value) ||
		    (part.at < in->at && is_letter_number(value)))
			continue;
		*point = value;
		in->at = part.at;
		return true;
	}
	return false;
}

/*
 * What is no character without its semicolon, but the start of a number that a
 * teaser was cut in: "&#82" and "&#821" of "&#8217;", "&#x20" and "&#x201" of
 * "&#x2019;", "&#14" of "&#147;". It would be a letter that nobody wrote.
 */
static bool may_be_cut(uint32_t point)
{
	const bool line = point == '\t' || point == '\n' || point == '\r';

	return ascii_is_alnum(point) || (point <= ' ' && !line) ||
	       (point >= 0x200 && point < 0x220) ||
	       (point >= 0x300 && point < 0x370);
}

/* After the "#". The semicolon may be lost where a name cannot go on. */
static bool read_numeric(struct input *in, bool spaced, struct entity *entity)
{
	const size_t start = in->at;
	uint32_t point = read_number(in);
	const size_t digits = in->at - start;
	const struct input after = *in;

	/* "can&#8217 ; t": a program parted its marks from words */
	skip_space(in, spaced || digits > 2);
	if (!take(in, ';')) {
		*in = after;
		if (digits < 2)
			return false;
		if (!read_unclosed(in, start, &point) &&
		    (ascii_is_alnum(peek(in)) || may_be_cut(point)))
			return false;
	} else if (utf16_is_high(point)) {
		point = read_low_surrogate(in, point);
	}
	return put_point(entity, point);
}

static size_t name_length(const struct input *in)
{
	size_t n = 0;

	while (n < ENTITY_NAME_MAX && in->at + n < in->len &&
	       ascii_is_alnum((unsigned char)in->text[in->at + n]))
		n++;
	return n;
}

/*
 * Whether the name stands for its character without its semicolon. HTML says
 * so of more names, but of names that are words or tickers, too ("BTC&ETH").
 */
static bool ends_bare(const struct input *in, const struct entity_name *name)
{
	const size_t len = strlen(name->name);
	const unsigned next = peek(in);

	if (entity_name_is_raised(in->text + in->at - len, len) ||
	    ascii_is_alnum(next) || next == '=' || next == '/')
		return false;
	return entity_name_is_odd(name->name, len) ||
	       entity_name_is_letter(name) ||
	       (name->bare && entity_name_is_common(name->name, len));
}

static void take_text(const struct entity_name *found, struct entity *entity)
{
	entity->text_len = strlen(found->text);
	memcpy(entity->text, found->text, entity->text_len);
}

static bool read_named(struct input *in, bool spaced, struct entity *entity)
{
	const char *name = in->text + in->at;
	const size_t len = name_length(in);
	const struct entity_name *found = entity_find(name, len);
	struct input after;

	if (!found)
		found = entity_find_raised(name, len);
	if (!found && !spaced) {
		/* "?a=1&ndashboard=2": a field of an address */
		if (bytes_at(name, in->len - in->at, len) != '=')
			found = entity_find_begun(name, len);
		if (!found)
			return false;
		in->at += strlen(found->name);
		take_text(found, entity);
		return true;
	}
	if (!found)
		return false;
	in->at += len;
	after = *in;
	skip_space(in, spaced || entity_name_is_common(name, len));
	if (!take(in, ';')) {
		*in = after;
		if (spaced || !ends_bare(in, found))
			return false;
	}
	take_text(found, entity);
	return true;
}

/* "& quot ;", "& eacute ;": names that are no words. */
static bool may_be_spaced(const struct input *in)
{
	const char *name = in->text + in->at;
	const size_t len = name_length(in);
	const struct entity_name *found;

	if (entity_name_is_common(name, len))
		return true;
	found = entity_find(name, len);
	return found && entity_name_is_letter(found);
}

/* After the ampersand: one reference, which may be to "&" again. */
static bool read_one(struct input *in, bool spaced, struct entity *entity)
{
	const struct input start = *in;

	skip_space(in, spaced);
	if (take(in, '#')) {
		skip_space(in, spaced);
		if (read_numeric(in, spaced, entity))
			return true;
	} else if ((!spaced || may_be_spaced(in)) &&
		   read_named(in, spaced, entity)) {
		return true;
	}
	*in = start;
	return false;
}

static bool is_ampersand(const struct entity *entity)
{
	return entity->text_len == 1 && entity->text[0] == '&';
}

/* After "&amp ;" and not after "&amp;". */
static bool is_spaced(const struct input *in)
{
	return !ascii_is_alnum((unsigned char)in->text[in->at - 2]);
}

/* "&amp;quot;": what comes after an ampersand that was escaped. */
static void read_nested(struct input *in, struct entity *entity)
{
	struct entity inner = *entity;
	size_t outer = 0;

	while (is_ampersand(entity) && in->text[in->at - 1] == ';' &&
	       !(outer && is_spaced(in))) {
		const size_t apart = is_spaced(in) ? in->at : outer;

		if (!read_one(in, false, &inner) &&
		    !(is_spaced(in) && read_one(in, true, &inner)))
			break;
		outer = apart;
		*entity = inner;
	}
	entity->outer = outer;
}

bool entity_read(const char *text, size_t len, struct entity *entity)
{
	struct input in = { text, 1, len };

	if (!read_one(&in, false, entity) && !read_one(&in, true, entity))
		return false;
	read_nested(&in, entity);
	entity->len = in.at;
	return true;
}

static bool is_picture(uint32_t point)
{
	return point >= 0x1F000 && point <= 0x1FAFF;
}

/*
 * Numbers that news text has as numbers: "ranked #12; ..." is no entity. Nor is
 * what no news script or picture has, as the colour of a style: "#909090;".
 */
static bool is_likely_number(uint32_t point)
{
	switch (point) {
	case '"':
	case '#':
	case '$':
	case '&':
	case '\'':
	case '<':
	case '>':
		return true;
	default:
		return point >= 0x10000 ? is_picture(point) : point >= 130;
	}
}

static bool read_broken_number(struct input *in, struct entity *entity)
{
	uint32_t point;
	size_t start;

	skip_space(in, true);
	start = in->at;
	point = read_number(in);
	if (in->at - start < 2 || !is_likely_number(point))
		return false;
	skip_space(in, true);
	return take(in, ';') && put_point(entity, point);
}

bool entity_read_broken(const char *text, size_t len, struct entity *entity)
{
	struct input in = { text, 0, len };

	if (take(&in, '#')) {
		if (!read_broken_number(&in, entity))
			return false;
	} else {
		if (!entity_name_is_common(text, name_length(&in)) ||
		    !read_named(&in, true, entity))
			return false;
	}
	read_nested(&in, entity);
	entity->len = in.at;
	return true;
}
