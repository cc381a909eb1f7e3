/*
 * Byte classes of a block with AVX2, to be inlined: into the functions of
 * base/scan.h, and into loops that are compiled for such machines.
 *
 * The punctuation of the rows 0x20 and 0x30 by two look-ups of the low
 * half byte, with a bit for each class; letters by one range and bit 5.
 */
#ifndef COPYDESK_BASE_SCAN_AVX2_H
#define COPYDESK_BASE_SCAN_AVX2_H

#include "base/cpu.h"
#include "base/scan.h"

#ifdef __x86_64__
#include <immintrin.h>
#include <string.h>

#define AVX2 static inline __attribute__((target("avx2"), always_inline))

enum {
	SCAN_SPACE = 1,
	SCAN_DOT = 2,
	SCAN_STOP = 4,
	SCAN_PAUSE = 8,
	SCAN_DASH = 16,
	SCAN_ODD = 32,
	SCAN_DIGIT = 64,
	SCAN_CODE = -128, /* the highest bit of a char */
};

static const char scan_row_2[16] = {
	SCAN_SPACE, SCAN_STOP, SCAN_ODD,   SCAN_ODD,  0,
	SCAN_CODE,  SCAN_ODD,  SCAN_ODD,   0,	      0,
	SCAN_CODE,  SCAN_CODE, SCAN_PAUSE, SCAN_DASH, SCAN_DOT | SCAN_STOP,
	0,
};
static const char scan_row_3[16] = {
	SCAN_DIGIT, SCAN_DIGIT, SCAN_DIGIT, SCAN_DIGIT, SCAN_DIGIT, SCAN_DIGIT,
	SCAN_DIGIT, SCAN_DIGIT, SCAN_DIGIT, SCAN_DIGIT, SCAN_PAUSE, SCAN_PAUSE,
	SCAN_ODD,   SCAN_CODE,	0,	    SCAN_STOP,
};

/*
 * Each byte, four times, read from memory by one instruction: constants that it
 * knows, a compiler makes anew in each turn of a loop with many, by three.
 */
extern const uint32_t scan_bytes[256];

AVX2 __m256i all_32(char c)
{
	return _mm256_set1_epi32((int)scan_bytes[(unsigned char)c]);
}

AVX2 __m256i load_row(const char *row)
{
	return _mm256_broadcastsi128_si256(
		_mm_loadu_si128((const __m128i *)row));
}

AVX2 __m256i is_32(__m256i x, char c)
{
	return _mm256_cmpeq_epi8(x, all_32(c));
}

AVX2 __m256i either_32(__m256i a, __m256i b)
{
	return _mm256_or_si256(a, b);
}

/* The class bits of 32 bytes. */
AVX2 __m256i classes_32(__m256i x)
{
	const __m256i half = all_32(0x0F);
	const __m256i low = _mm256_and_si256(x, half);
	const __m256i high = _mm256_andnot_si256(half, x);
	const __m256i two = _mm256_shuffle_epi8(load_row(scan_row_2), low);
	const __m256i three = _mm256_shuffle_epi8(load_row(scan_row_3), low);
	const __m256i odd = all_32(SCAN_ODD);
	const __m256i code = all_32(SCAN_CODE);
	const __m256i signs = either_32(
		is_32(x, '@'), either_32(is_32(x, '^'), is_32(x, '_')));
	/* 0x00 to 0x1F, as unsigned bytes. */
	__m256i others = _mm256_cmpeq_epi8(_mm256_min_epu8(x, all_32(0x1F)), x);

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
	const __m256i folded = either_32(x, all_32(0x20));
	const __m256i above = _mm256_cmpgt_epi8(folded, all_32('a' - 1));
	const __m256i beyond = _mm256_cmpgt_epi8(folded, all_32('z'));

	return _mm256_andnot_si256(beyond, above);
}

/* Colons and semicolons, which differ in the lowest bit. */
AVX2 __m256i colons_32(__m256i x)
{
	return is_32(either_32(x, all_32(1)), ';');
}

AVX2 void scan_avx2_inline(struct scan *scan, const char *bytes)
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
	scan->colon = plane(colons_32(a), colons_32(b), 7);
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

/* Bytes in [first, first + more]. */
AVX2 __m256i within_32(__m256i x, char first, char more)
{
	const __m256i above = _mm256_sub_epi8(x, all_32(first));

	return _mm256_cmpeq_epi8(_mm256_min_epu8(above, all_32(more)), above);
}

/* ASCII letters and digits. */
AVX2 __m256i alnum_32(__m256i x)
{
	const __m256i folded = either_32(x, all_32(0x20));

	return either_32(within_32(folded, 'a', 25), within_32(x, '0', 9));
}

AVX2 __m256i marks_32(__m256i x)
{
	const __m256i folded = either_32(x, all_32(0x20));
	const __m256i one = either_32(is_32(x, '/'),
				      either_32(is_32(x, ':'), is_32(x, '@')));

	return either_32(one, either_32(within_32(x, '(', 1),
					within_32(folded, '{', 2)));
}

AVX2 void scan_words_avx2_inline(struct scan_words *words, const char *bytes)
{
	const __m256i a = _mm256_loadu_si256((const __m256i *)bytes);
	const __m256i b = _mm256_loadu_si256((const __m256i *)(bytes + 32));

	words->plain = bytes_set(alnum_32(a), alnum_32(b));
	words->space = bytes_set(is_32(a, ' '), is_32(b, ' '));
	words->mark = bytes_set(marks_32(a), marks_32(b));
	words->high = bytes_set(a, b);
	words->two = words->three = 0;
	if (!words->high)
		return;
	words->two = bytes_set(is_32(a, '\xC2'), is_32(b, '\xC2'));
	words->three = bytes_set(is_32(a, '\xE2'), is_32(b, '\xE2'));
}

/*
 * scan_block(), inlined; after the text's end are bytes of no class. Without a
 * call for the last block, a loop finds no classes but those that it asks for.
 */
AVX2 void scan_block_avx2(struct scan *scan, const char *bytes, size_t len)
{
	char last[SCAN_BLOCK];

	if (len < SCAN_BLOCK) {
		memset(last, '/', sizeof(last));
		memcpy(last, bytes, len);
		bytes = last;
	}
	scan_avx2_inline(scan, bytes);
}
#endif

#endif
