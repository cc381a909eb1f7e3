/* The table of marks, and the end of a sentence. */
#include "text/marks.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define QUERY (MARK_TERMINAL | MARK_QUERY)
#define CURRENCY (MARK_SIGN | MARK_CURRENCY)
#define INVERTED (MARK_SIGN | MARK_INVERTED)
#define OPEN_SINGLE (MARK_APOSTROPHE | MARK_OPEN_QUOTE)
#define CLOSE_SINGLE (MARK_APOSTROPHE | MARK_CLOSE_QUOTE)
#define OPEN_DOUBLE (MARK_QUOTE | MARK_OPEN_QUOTE)
#define CLOSE_DOUBLE (MARK_QUOTE | MARK_CLOSE_QUOTE)

/* clang-format off */
const uint32_t mark_ascii[128] = {
	['\t'] = MARK_SPACE, ['\n'] = MARK_SPACE, [' '] = MARK_SPACE,
	['!'] = QUERY, ['?'] = QUERY, ['.'] = MARK_TERMINAL,
	[','] = MARK_COMMA, [':'] = MARK_COLON,
	[';'] = MARK_SIGN | MARK_SEMICOLON,
	['('] = MARK_OPEN_BRACKET, [')'] = MARK_CLOSE_BRACKET,
	['['] = MARK_OPEN_BRACKET, [']'] = MARK_CLOSE_BRACKET,
	['{'] = MARK_OPEN_BRACKET, ['}'] = MARK_CLOSE_BRACKET,
	['"'] = MARK_QUOTE, ['\''] = MARK_APOSTROPHE, ['`'] = MARK_APOSTROPHE,
	['-'] = MARK_HYPHEN, ['|'] = MARK_BAR, ['*'] = MARK_BULLET,
	['/'] = MARK_SLASH, ['\\'] = MARK_SLASH, ['$'] = CURRENCY,
	['#'] = MARK_SIGN, ['%'] = MARK_SIGN, ['&'] = MARK_SIGN,
	['+'] = MARK_SIGN, ['<'] = MARK_SIGN, ['='] = MARK_SIGN,
	['>'] = MARK_SIGN, ['@'] = MARK_SIGN, ['^'] = MARK_SIGN,
	['_'] = MARK_SIGN, ['~'] = MARK_SIGN,
};

#define LATIN_FIRST 0xA0
static const uint32_t latin[] = {
	[0xA0 - LATIN_FIRST] = MARK_SPACE,
	[0xA1 - LATIN_FIRST] = INVERTED,
	[0xA3 - LATIN_FIRST] = CURRENCY, /* £ */
	[0xA5 - LATIN_FIRST] = CURRENCY, /* ¥ */
	[0xAB - LATIN_FIRST] = OPEN_DOUBLE, /* « */
	[0xB7 - LATIN_FIRST] = MARK_BULLET,
	[0xBB - LATIN_FIRST] = CLOSE_DOUBLE, /* » */
	[0xBF - LATIN_FIRST] = INVERTED,
};

#define GENERAL_FIRST 0x2010
static const uint32_t general[] = {
	[0x2010 - GENERAL_FIRST] = MARK_HYPHEN,
	[0x2011 - GENERAL_FIRST] = MARK_HYPHEN,
	[0x2012 - GENERAL_FIRST] = MARK_DASH,
	[0x2013 - GENERAL_FIRST] = MARK_DASH,
	[0x2014 - GENERAL_FIRST] = MARK_DASH,
	[0x2015 - GENERAL_FIRST] = MARK_DASH,
	[0x2018 - GENERAL_FIRST] = OPEN_SINGLE,
	[0x2019 - GENERAL_FIRST] = CLOSE_SINGLE,
	[0x201A - GENERAL_FIRST] = OPEN_SINGLE, /* ‚ */
	[0x201B - GENERAL_FIRST] = OPEN_SINGLE, /* ‛ */
	[0x201C - GENERAL_FIRST] = OPEN_DOUBLE,
	[0x201D - GENERAL_FIRST] = CLOSE_DOUBLE,
	[0x201E - GENERAL_FIRST] = OPEN_DOUBLE, /* „ */
	[0x201F - GENERAL_FIRST] = OPEN_DOUBLE, /* ‟ */
	[0x2022 - GENERAL_FIRST] = MARK_BULLET,
	[0x2023 - GENERAL_FIRST] = MARK_BULLET,
	[0x2026 - GENERAL_FIRST] = MARK_TERMINAL | MARK_ELLIPSIS,
	[0x2039 - GENERAL_FIRST] = OPEN_SINGLE, /* ‹ */
	[0x203A - GENERAL_FIRST] = CLOSE_SINGLE, /* › */
	[0x2043 - GENERAL_FIRST] = MARK_BULLET,
};

static const struct {
	uint32_t point, mark;
} others[] = {
	{ 0x20AC, CURRENCY }, /* € */
	{ 0x25A0, MARK_BULLET }, { 0x25A1, MARK_BULLET },
	{ 0x25AA, MARK_BULLET }, { 0x25AB, MARK_BULLET },
	{ 0x25BA, MARK_BULLET }, { 0x25CB, MARK_BULLET },
	{ 0x25CF, MARK_BULLET }, { 0x25E6, MARK_BULLET },
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

uint32_t mark_of_high(uint32_t point)
{
	if (point - GENERAL_FIRST < COUNT(general))
		return general[point - GENERAL_FIRST];
	if (point - LATIN_FIRST < COUNT(latin))
		return latin[point - LATIN_FIRST];
	for (size_t i = 0; i < COUNT(others) && point >= others[i].point; i++) {
		if (point == others[i].point)
			return others[i].mark;
	}
	return 0;
}

/* The code point that text[at, *end) ends in; *end moves to its start. */
static uint32_t last_point(const char *text, size_t at, size_t *end)
{
	size_t start = *end, next, bad;

	do {
		start--;
	} while (start > at && *end - start < UTF8_MAX &&
		 utf8_is_trail(text[start]));
	if (utf8_length(text + start, *end - start, &bad) != *end - start)
		return 0;
	*end = next = start;
	return utf8_next(text, &next);
}

bool text_closes_elsewhere(const char *text, size_t at)
{
	const unsigned char last = at ? (unsigned char)text[at - 1] : 0;
	uint32_t mark;

	if (last < 0x80)
		return false;
	mark = utf8_previous(text, &at);
	return (mark == 0x201C || mark == 0x2018 || mark == 0xAB ||
		mark == 0x2039) &&
	       !unicode_is_edge(utf8_before(text, at));
}

size_t text_before_closing(const char *text, size_t at, size_t end)
{
	while (end > at) {
		size_t before = end;

		if (!mark_may_close(last_point(text, at, &before)))
			break;
		end = before;
	}
	return end;
}

bool text_ends_sentence(const char *text, size_t at, size_t end)
{
	end = text_before_closing(text, at, end);
	return end > at && mark_is(last_point(text, at, &end), MARK_TERMINAL);
}

/* Bytes within a quotation that a comma opens. */
#define COMMA_MOST 80

static bool is_single(uint32_t point)
{
	return point == '\'' || (point >= 0x2018 && point <= 0x201B);
}

/* A space, a bracket or a quotation mark is before a mark that opens. */
static bool may_open(const char *text, size_t at)
{
	const uint32_t before = at ? utf8_before(text, at) : ' ';

	return mark_is(before, MARK_SPACE | MARK_OPEN_BRACKET | MARK_QUOTE |
				       MARK_OPEN_QUOTE);
}

/* The first single mark of a line from `at` on; `len`: none is near. */
static size_t find_single(const char *text, size_t len, size_t at)
{
	const size_t most = bytes_ahead(len, at, COMMA_MOST);

	while (at < most) {
		const size_t from = at;
		const uint32_t point = utf8_next(text, &at);

		if (is_single(point))
			return from;
		if (point == '\n')
			return len;
	}
	return len;
}

bool text_comma_opens(const char *text, size_t len, size_t at, size_t *end)
{
	size_t next;

	if (text[at] != ',' || !may_open(text, at) ||
	    !unicode_is_letter(utf8_at(text, len, at + 1)))
		return false;
	*end = next = find_single(text, len, at + 1);
	if (next == len || unicode_is_space(utf8_before(text, next)))
		return false;
	utf8_next(text, &next);
	return !unicode_is_word(utf8_at(text, len, next));
}
