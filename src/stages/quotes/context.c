/* What a code point is to the quotation mark beside it. */
#include "stages/quotes/quotes.h"

#include "unicode/props.h"

static const uint8_t ascii_contexts[128] = {
	['.'] = CONTEXT_STOP,	       ['!'] = CONTEXT_STOP,
	['?'] = CONTEXT_STOP,	       [','] = CONTEXT_PAUSE,
	[';'] = CONTEXT_PAUSE,	       [':'] = CONTEXT_PAUSE,
	['('] = CONTEXT_OPEN_BRACKET,  ['['] = CONTEXT_OPEN_BRACKET,
	['{'] = CONTEXT_OPEN_BRACKET,  [')'] = CONTEXT_CLOSE_BRACKET,
	[']'] = CONTEXT_CLOSE_BRACKET, ['}'] = CONTEXT_CLOSE_BRACKET,
	['-'] = CONTEXT_DASH,	       ['_'] = CONTEXT_DASH,
	['/'] = CONTEXT_DASH,	       ['$'] = CONTEXT_SYMBOL,
	['#'] = CONTEXT_SYMBOL,	       ['@'] = CONTEXT_SYMBOL,
	['&'] = CONTEXT_SYMBOL,	       ['*'] = CONTEXT_SYMBOL,
	['%'] = CONTEXT_SYMBOL,
};

/* Ascending. Of letters only those of scripts that are written without spaces.
 */
static const struct {
	uint32_t first, last;
	uint8_t context;
} high_contexts[] = {
	{ 0x00A3, 0x00A5, CONTEXT_SYMBOL },
	{ 0x00AB, 0x00AB, CONTEXT_OPEN_BRACKET },
	{ 0x00BB, 0x00BB, CONTEXT_CLOSE_BRACKET },
	{ 0x00BC, 0x00BE, CONTEXT_DIGIT }, /* fractions */
	{ 0x060C, 0x060C, CONTEXT_PAUSE }, /* Arabic comma */
	{ 0x061B, 0x061B, CONTEXT_PAUSE },
	{ 0x061F, 0x061F, CONTEXT_STOP },
	{ 0x06D4, 0x06D4, CONTEXT_STOP },  /* Urdu full stop */
	{ 0x0964, 0x0965, CONTEXT_STOP },  /* danda */
	{ 0x0E00, 0x0EFF, CONTEXT_DENSE }, /* Thai, Lao */
	{ 0x1000, 0x109F, CONTEXT_DENSE }, /* Burmese */
	{ 0x1100, 0x11FF, CONTEXT_DENSE }, /* Hangul */
	{ 0x1780, 0x17FF, CONTEXT_DENSE }, /* Khmer */
	{ 0x2010, 0x2015, CONTEXT_DASH },
	{ 0x2026, 0x2026, CONTEXT_STOP },
	{ 0x20A0, 0x20BF, CONTEXT_SYMBOL },
	{ 0x2150, 0x215E, CONTEXT_DIGIT },
	{ 0x3001, 0x9FFF, CONTEXT_DENSE }, /* kana, ideographs */
	{ 0xA960, 0xA97F, CONTEXT_DENSE },
	{ 0xAC00, 0xD7FF, CONTEXT_DENSE }, /* Hangul */
	{ 0xF900, 0xFAFF, CONTEXT_DENSE },
	{ 0xFF01, 0xFFDC, CONTEXT_DENSE }, /* full-width forms */
	{ 0x20000, 0x3FFFF, CONTEXT_DENSE },
};

/* What full-width marks are to a mark after, or before, them. */
static const struct {
	uint32_t point;
	uint8_t left, right;
} dense_marks[] = {
	{ 0x3001, CONTEXT_DENSE, CONTEXT_PAUSE },
	{ 0x3002, CONTEXT_DENSE, CONTEXT_STOP },
	{ 0xFF01, CONTEXT_DENSE, CONTEXT_STOP },
	{ 0xFF09, CONTEXT_DENSE, CONTEXT_CLOSE_BRACKET },
	{ 0xFF08, CONTEXT_OPEN_BRACKET, CONTEXT_DENSE },
	{ 0xFF0C, CONTEXT_DENSE, CONTEXT_PAUSE },
	{ 0xFF1A, CONTEXT_OPEN_BRACKET, CONTEXT_PAUSE },
	{ 0xFF1B, CONTEXT_DENSE, CONTEXT_PAUSE },
	{ 0xFF1F, CONTEXT_DENSE, CONTEXT_STOP },
};

static uint8_t context_of_high(uint32_t point)
{
	const size_t count = sizeof(high_contexts) / sizeof(*high_contexts);

	for (size_t i = 0; i < count && point >= high_contexts[i].first; i++) {
		if (point <= high_contexts[i].last)
			return high_contexts[i].context;
	}
	if (unicode_is_upper(point))
		return CONTEXT_UPPER;
	if (unicode_is_digit(point))
		return CONTEXT_DIGIT;
	/* Letters, and the vowel signs that words may end in. */
	if (unicode_is_word(point))
		return CONTEXT_LOWER;
	return unicode_is_space(point) ? CONTEXT_SPACE : CONTEXT_OTHER;
}

static uint8_t context_of(uint32_t point)
{
	if (point >= 0x80)
		return context_of_high(point);
	if (ascii_is_upper(point))
		return CONTEXT_UPPER;
	if (ascii_is_letter(point))
		return CONTEXT_LOWER;
	if (ascii_is_digit(point))
		return CONTEXT_DIGIT;
	if (ascii_is_space(point))
		return CONTEXT_SPACE;
	return ascii_contexts[point] ? ascii_contexts[point] : CONTEXT_OTHER;
}

/* "¿" and "¡" begin a sentence: what is before one opens, as before a capital.
 */
static bool is_inverted(uint32_t point)
{
	return point == 0xA1 || point == 0xBF;
}

/* The same; a full-width mark counts as its ASCII counterpart would. */
static uint8_t context_beside(uint32_t point, bool is_left)
{
	const size_t count = sizeof(dense_marks) / sizeof(*dense_marks);
	const uint8_t context = context_of(point);

	if (is_inverted(point))
		return is_left ? CONTEXT_OPEN_BRACKET : CONTEXT_UPPER;
	for (size_t i = 0; context == CONTEXT_DENSE && i < count; i++) {
		if (point == dense_marks[i].point)
			return is_left ? dense_marks[i].left
				       : dense_marks[i].right;
	}
	return context;
}

uint8_t quote_context_left(uint32_t point)
{
	return context_beside(point, true);
}

uint8_t quote_context_right(uint32_t point)
{
	return context_beside(point, false);
}

bool quote_is_unseen(uint32_t point)
{
	return (point >= 0x200B && point <= 0x200F) ||
	       (point >= 0x202A && point <= 0x202E) ||
	       (point >= 0x2060 && point <= 0x2069) || point == 0x061C ||
	       point == 0xFEFF;
}
