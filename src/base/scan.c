/* Byte classes of a block, as bit masks. */
#include "base/scan.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>

static __m128i is(__m128i x, char c)
{
	return _mm_cmpeq_epi8(x, _mm_set1_epi8(c));
}

static __m128i either(__m128i a, __m128i b)
{
	return _mm_or_si128(a, b);
}

/* Bytes in [low, high], both ASCII. */
static __m128i within(__m128i x, char low, char high)
{
	const __m128i above = _mm_cmpgt_epi8(x, _mm_set1_epi8((char)(low - 1)));
	const __m128i below =
		_mm_cmplt_epi8(x, _mm_set1_epi8((char)(high + 1)));

	return _mm_and_si128(above, below);
}

static __m128i is_odd(__m128i x)
{
	const __m128i low = within(x, 0x01, 0x1F);
	__m128i odd = _mm_andnot_si128(is(x, '\n'), low);

	odd = either(odd, either(is(x, 0), is(x, 0x7F)));
	odd = either(odd, either(is(x, '"'), is(x, '#')));
	odd = either(odd, either(is(x, '&'), is(x, '\'')));
	odd = either(odd, either(is(x, '<'), is(x, '\\')));
	return either(odd, is(x, '`'));
}

typedef __m128i (*classifier)(__m128i x);

static __m128i is_space(__m128i x)
{
	return is(x, ' ');
}

static __m128i is_newline(__m128i x)
{
	return is(x, '\n');
}

static __m128i is_lower(__m128i x)
{
	return within(x, 'a', 'z');
}

static __m128i is_upper(__m128i x)
{
	return within(x, 'A', 'Z');
}

static __m128i is_digit(__m128i x)
{
	return within(x, '0', '9');
}

static __m128i is_dot(__m128i x)
{
	return is(x, '.');
}

static __m128i is_stop(__m128i x)
{
	return either(is(x, '.'), either(is(x, '?'), is(x, '!')));
}

static __m128i is_pause(__m128i x)
{
	return either(is(x, ','), within(x, ':', ';'));
}

static __m128i is_dash(__m128i x)
{
	return is(x, '-');
}

/* As signed bytes, 0xC0 to 0xFF are -64 to -1. */
static __m128i is_lead(__m128i x)
{
	return _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8((char)0xBF)),
			     _mm_cmplt_epi8(x, _mm_setzero_si128()));
}

static inline __attribute__((always_inline)) uint64_t
mask_of(classifier classify_16, const __m128i *x)
{
	const unsigned a = (unsigned)_mm_movemask_epi8(classify_16(x[0]));
	const unsigned b = (unsigned)_mm_movemask_epi8(classify_16(x[1]));
	const unsigned c = (unsigned)_mm_movemask_epi8(classify_16(x[2]));
	const unsigned d = (unsigned)_mm_movemask_epi8(classify_16(x[3]));

	return (uint64_t)(c | d << 16) << 32 | (a | b << 16);
}

static void classify(struct scan *scan, const char *bytes)
{
	__m128i x[SCAN_BLOCK / 16];

	for (size_t i = 0; i < SCAN_BLOCK / 16; i++)
		x[i] = _mm_loadu_si128((const __m128i *)(bytes + i * 16));
	scan->space = mask_of(is_space, x);
	scan->newline = mask_of(is_newline, x);
	scan->lower = mask_of(is_lower, x);
	scan->upper = mask_of(is_upper, x);
	scan->digit = mask_of(is_digit, x);
	scan->stop = mask_of(is_stop, x);
	scan->dot = mask_of(is_dot, x);
	scan->pause = mask_of(is_pause, x);
	scan->dash = mask_of(is_dash, x);
	scan->odd = mask_of(is_odd, x);
	scan->lead = mask_of(is_lead, x);
}

#else

enum { SPACE, NEWLINE, LOWER, UPPER, DIGIT, STOP, DOT, PAUSE, DASH, ODD, LEAD };

static unsigned class_of(unsigned char c)
{
	if (c >= 0xC0)
		return 1u << LEAD;
	if (c >= 0x80)
		return 0;
	if (c - 'a' < 26u)
		return 1u << LOWER;
	if (c - 'A' < 26u)
		return 1u << UPPER;
	if (c - '0' < 10u)
		return 1u << DIGIT;
	switch (c) {
	case ' ':
		return 1u << SPACE;
	case '\n':
		return 1u << NEWLINE;
	case '.':
		return 1u << STOP | 1u << DOT;
	case '?':
	case '!':
		return 1u << STOP;
	case ',':
	case ';':
	case ':':
		return 1u << PAUSE;
	case '-':
		return 1u << DASH;
	default:
		return c < 0x20 || strchr("\"#&'<\\`\x7F", c) ? 1u << ODD : 0;
	}
}

static void classify(struct scan *scan, const char *bytes)
{
	uint64_t *masks[] = { &scan->space, &scan->newline, &scan->lower,
			      &scan->upper, &scan->digit,   &scan->stop,
			      &scan->dot,   &scan->pause,   &scan->dash,
			      &scan->odd,   &scan->lead };

	memset(scan, 0, sizeof(*scan));
	for (unsigned i = 0; i < SCAN_BLOCK; i++) {
		const unsigned classes = class_of((unsigned char)bytes[i]);

		for (unsigned k = 0; k <= LEAD; k++)
			*masks[k] |= (uint64_t)(classes >> k & 1) << i;
	}
}

#endif

void scan_block(struct scan *scan, const char *bytes, size_t len)
{
	char padded[SCAN_BLOCK];

	if (len >= SCAN_BLOCK) {
		classify(scan, bytes);
		return;
	}
	/* A byte of no class. */
	memset(padded, '/', sizeof(padded));
	memcpy(padded, bytes, len);
	classify(scan, padded);
}
