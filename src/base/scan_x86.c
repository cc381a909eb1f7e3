/* Byte classes of a block with SSE2 and AVX2. */
#include "base/scan.h"

#ifdef __x86_64__
#include <immintrin.h>

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

	return either(a, either(is(x, '='), within(x, '^', '_')));
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
	words->high = mask_of(is_high, x);
	words->two = words->high ? mask_of(is_two, x) : 0;
	words->three = words->high ? mask_of(is_three, x) : 0;
}

/*
 * AVX2: the punctuation of the rows 0x20 and 0x30 by two look-ups of the low
 * half byte, with a bit for each class; letters by one range and bit 5.
 */
enum {
	SPACE = 1,
	DOT = 2,
	STOP = 4,
	PAUSE = 8,
	DASH = 16,
	ODD = 32,
	DIGIT = 64,
	CODE = -128, /* the highest bit of a char */
};

static const char row_2[16] = {
	SPACE, STOP, ODD,  ODD,	 0,	CODE, ODD,	  ODD,
	0,     0,    CODE, CODE, PAUSE, DASH, DOT | STOP, 0,
};
static const char row_3[16] = {
	DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT,
	DIGIT, DIGIT, PAUSE, PAUSE, ODD,   CODE,  0,	 STOP,
};

#define AVX2 static inline __attribute__((target("avx2"), always_inline))

AVX2 __m256i load_row(const char *row)
{
	return _mm256_broadcastsi128_si256(
		_mm_loadu_si128((const __m128i *)row));
}

AVX2 __m256i is_32(__m256i x, char c)
{
	return _mm256_cmpeq_epi8(x, _mm256_set1_epi8(c));
}

AVX2 __m256i either_32(__m256i a, __m256i b)
{
	return _mm256_or_si256(a, b);
}

/* The class bits of 32 bytes. */
AVX2 __m256i classes_32(__m256i x)
{
	const __m256i half = _mm256_set1_epi8(0x0F);
	const __m256i low = _mm256_and_si256(x, half);
	const __m256i high = _mm256_andnot_si256(half, x);
	const __m256i two = _mm256_shuffle_epi8(load_row(row_2), low);
	const __m256i three = _mm256_shuffle_epi8(load_row(row_3), low);
	const __m256i odd = _mm256_set1_epi8(ODD);
	const __m256i code = _mm256_set1_epi8(CODE);
	const __m256i signs = either_32(is_32(x, '^'), is_32(x, '_'));
	/* 0x00 to 0x1F, as unsigned bytes. */
	__m256i others = _mm256_cmpeq_epi8(
		_mm256_min_epu8(x, _mm256_set1_epi8(0x1F)), x);

	others = _mm256_andnot_si256(is_32(x, '\n'), others);
	others = either_32(others, either_32(is_32(x, 0x7F), is_32(x, '`')));
	others = either_32(others, is_32(x, '\\'));
	others = either_32(_mm256_and_si256(others, odd),
			   _mm256_and_si256(signs, code));
	return either_32(others,
			 either_32(_mm256_and_si256(two, is_32(high, 0x20)),
				   _mm256_and_si256(three, is_32(high, 0x30))));
}

/* Bit `bit` of each of 64 bytes. */
AVX2 uint64_t plane(__m256i a, __m256i b, int bit)
{
	const __m128i count = _mm_cvtsi32_si128(7 - bit);
	const unsigned low =
		(unsigned)_mm256_movemask_epi8(_mm256_sll_epi16(a, count));
	const unsigned high =
		(unsigned)_mm256_movemask_epi8(_mm256_sll_epi16(b, count));

	return (uint64_t)high << 32 | low;
}

AVX2 __m256i letters_32(__m256i x)
{
	const __m256i folded = either_32(x, _mm256_set1_epi8(0x20));
	const __m256i above =
		_mm256_cmpgt_epi8(folded, _mm256_set1_epi8('a' - 1));
	const __m256i behind = _mm256_cmpgt_epi8(folded, _mm256_set1_epi8('z'));

	return _mm256_andnot_si256(behind, above);
}

__attribute__((target("avx2"))) void scan_avx2(struct scan *scan,
					       const char *bytes)
{
	const __m256i a = _mm256_loadu_si256((const __m256i *)bytes);
	const __m256i b = _mm256_loadu_si256((const __m256i *)(bytes + 32));
	const __m256i x = classes_32(a), y = classes_32(b);
	const uint64_t letter = plane(letters_32(a), letters_32(b), 7);
	const uint64_t bit_5 = plane(a, b, 5);

	scan->space = plane(x, y, 0);
	scan->dot = plane(x, y, 1);
	scan->stop = plane(x, y, 2);
	scan->pause = plane(x, y, 3);
	scan->dash = plane(x, y, 4);
	scan->odd = plane(x, y, 5);
	scan->digit = plane(x, y, 6);
	scan->code = plane(x, y, 7);
	scan->open = plane(either_32(is_32(a, '('), is_32(a, '[')),
			   either_32(is_32(b, '('), is_32(b, '[')), 7);
	scan->close = plane(either_32(is_32(a, ')'), is_32(a, ']')),
			    either_32(is_32(b, ')'), is_32(b, ']')), 7);
	scan->newline = plane(is_32(a, '\n'), is_32(b, '\n'), 7);
	scan->lower = letter & bit_5;
	scan->upper = letter & ~bit_5;
	scan->lead = plane(a, b, 7) & plane(a, b, 6);
}

/* Those of 64 bytes whose highest bit is set. */
AVX2 uint64_t bytes_set(__m256i a, __m256i b)
{
	return (uint64_t)(unsigned)_mm256_movemask_epi8(b) << 32 |
	       (unsigned)_mm256_movemask_epi8(a);
}

/* ASCII letters and digits, by what is left above the first of each. */
AVX2 __m256i alnum_32(__m256i x)
{
	const __m256i folded = either_32(x, _mm256_set1_epi8(0x20));
	const __m256i letter = _mm256_sub_epi8(folded, _mm256_set1_epi8('a'));
	const __m256i digit = _mm256_sub_epi8(x, _mm256_set1_epi8('0'));
	const __m256i letters = _mm256_cmpeq_epi8(
		_mm256_min_epu8(letter, _mm256_set1_epi8(25)), letter);
	const __m256i digits = _mm256_cmpeq_epi8(
		_mm256_min_epu8(digit, _mm256_set1_epi8(9)), digit);

	return either_32(letters, digits);
}

__attribute__((target("avx2"))) void scan_words_avx2(struct scan_words *words,
						     const char *bytes)
{
	const __m256i a = _mm256_loadu_si256((const __m256i *)bytes);
	const __m256i b = _mm256_loadu_si256((const __m256i *)(bytes + 32));

	words->plain = bytes_set(alnum_32(a), alnum_32(b));
	words->high = bytes_set(a, b);
	words->two = words->three = 0;
	if (!words->high)
		return;
	words->two = bytes_set(is_32(a, '\xC2'), is_32(b, '\xC2'));
	words->three = bytes_set(is_32(a, '\xE2'), is_32(b, '\xE2'));
}
#else
/* ISO C wants something in a file. */
typedef int scan_has_no_x86;
#endif
