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

static uint64_t bits(__m128i mask, unsigned shift)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(mask) << shift;
}

static void scan_16(struct scan *scan, __m128i x, unsigned shift)
{
	const __m128i dot = is(x, '.');
	const __m128i stop = either(dot, either(is(x, '?'), is(x, '!')));
	const __m128i pause = either(is(x, ','), within(x, ':', ';'));
	/* As signed bytes, 0xC0 to 0xFF are -64 to -1. */
	const __m128i lead = _mm_and_si128(
		_mm_cmpgt_epi8(x, _mm_set1_epi8((char)0xBF)),
		_mm_cmplt_epi8(x, _mm_setzero_si128()));

	scan->space |= bits(is(x, ' '), shift);
	scan->newline |= bits(is(x, '\n'), shift);
	scan->lower |= bits(within(x, 'a', 'z'), shift);
	scan->upper |= bits(within(x, 'A', 'Z'), shift);
	scan->digit |= bits(within(x, '0', '9'), shift);
	scan->stop |= bits(stop, shift);
	scan->dot |= bits(dot, shift);
	scan->pause |= bits(pause, shift);
	scan->dash |= bits(is(x, '-'), shift);
	scan->odd |= bits(is_odd(x), shift);
	scan->lead |= bits(lead, shift);
}

static void classify(struct scan *scan, const char *bytes)
{
	memset(scan, 0, sizeof(*scan));
	for (unsigned i = 0; i < SCAN_BLOCK; i += 16) {
		const __m128i x =
			_mm_loadu_si128((const __m128i *)(bytes + i));

		scan_16(scan, x, i);
	}
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
