/* Byte classes of a block with SSE2, AVX2 and AVX-512. */
#include "base/scan.h"

#include "base/scan_avx2.h"
#include "base/scan_avx512.h"

#ifdef __x86_64__

#define ONE(n) (n) * 0x01010101u
#define FOUR(n) ONE(n), ONE((n) + 1), ONE((n) + 2), ONE((n) + 3)
#define ROW(n) FOUR(n), FOUR((n) + 4), FOUR((n) + 8), FOUR((n) + 12)

const uint32_t scan_bytes[256] = {
	ROW(0x00u), ROW(0x10u), ROW(0x20u), ROW(0x30u), ROW(0x40u), ROW(0x50u),
	ROW(0x60u), ROW(0x70u), ROW(0x80u), ROW(0x90u), ROW(0xA0u), ROW(0xB0u),
	ROW(0xC0u), ROW(0xD0u), ROW(0xE0u), ROW(0xF0u),
};

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

static __m128i is_colon(__m128i x)
{
	return within(x, ':', ';');
}

static __m128i is_dash(__m128i x)
{
	return is(x, '-');
}

static __m128i is_open(__m128i x)
{
	return either(is(x, '('), is(x, '['));
}

static __m128i is_close(__m128i x)
{
	return either(is(x, ')'), is(x, ']'));
}

static __m128i is_code(__m128i x)
{
	const __m128i a = either(is(x, '%'), within(x, '*', '+'));

	const __m128i b = either(is(x, '='), is(x, '@'));

	return either(a, either(b, within(x, '^', '_')));
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

void scan_sse2(struct scan *scan, const char *bytes)
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
	scan->colon = mask_of(is_colon, x);
	scan->dash = mask_of(is_dash, x);
	scan->open = mask_of(is_open, x);
	scan->close = mask_of(is_close, x);
	scan->odd = mask_of(is_odd, x);
	scan->code = mask_of(is_code, x);
	scan->lead = mask_of(is_lead, x);
}

static __m128i is_alnum(__m128i x)
{
	const __m128i folded = either(x, _mm_set1_epi8(0x20));

	return either(within(folded, 'a', 'z'), is_digit(x));
}

static __m128i is_mark(__m128i x)
{
	const __m128i a = either(is(x, '/'), either(is(x, ':'), is(x, '@')));
	const __m128i folded = either(x, _mm_set1_epi8(0x20));

	return either(a, either(within(x, '(', ')'), within(folded, '{', '}')));
}

static __m128i is_high(__m128i x)
{
	return x; /* mask_of() takes the highest bits */
}

static __m128i is_two(__m128i x)
{
	return is(x, '\xC2');
}

static __m128i is_three(__m128i x)
{
	return is(x, '\xE2');
}

void scan_words_sse2(struct scan_words *words, const char *bytes)
{
	__m128i x[SCAN_BLOCK / 16];

	for (size_t i = 0; i < SCAN_BLOCK / 16; i++)
		x[i] = _mm_loadu_si128((const __m128i *)(bytes + i * 16));
	words->plain = mask_of(is_alnum, x);
	words->space = mask_of(is_space, x);
	words->mark = mask_of(is_mark, x);
	words->high = mask_of(is_high, x);
	words->two = words->high ? mask_of(is_two, x) : 0;
	words->three = words->high ? mask_of(is_three, x) : 0;
}

CPU_AVX2 void scan_avx2(struct scan *scan, const char *bytes)
{
	scan_avx2_inline(scan, bytes);
}

CPU_AVX2 void scan_words_avx2(struct scan_words *words, const char *bytes)
{
	scan_words_avx2_inline(words, bytes);
}

CPU_AVX512 void scan_avx512(struct scan *scan, const char *bytes)
{
	scan_block_avx512(scan, bytes, SCAN_BLOCK);
}

CPU_AVX512 void scan_words_avx512(struct scan_words *words, const char *bytes)
{
	scan_words_avx512_inline(words, bytes);
}
#else
/* ISO C wants something in a file. */
typedef int scan_has_no_x86;
#endif
