/*
 * Byte classes of a block with AVX-512, as base/scan_avx2.h: all bytes of a
 * block are looked up at once, in tables with a bit for each class.
 */
#ifndef COPYDESK_BASE_SCAN_AVX512_H
#define COPYDESK_BASE_SCAN_AVX512_H

#include "base/cpu.h"
#include "base/scan.h"
#include "base/scan_avx2.h"

#ifdef __x86_64__
#include <immintrin.h>

#define AVX512 CPU_LOOP CPU_AVX512

/* Classes of the second table; those of the first are in scan_avx2.h. */
enum {
	SCAN_NEWLINE = 1,
	SCAN_LOWER = 2,
	SCAN_UPPER = 4,
	SCAN_OPEN = 8,
	SCAN_CLOSE = 16,
	SCAN_COLON = 32,
};

#define SCAN_8(class) class, class, class, class, class, class, class, class

/* clang-format off */
static const char scan_signs[128] = {
	SCAN_8(SCAN_ODD),
	SCAN_ODD, SCAN_ODD, 0, SCAN_ODD, SCAN_ODD, SCAN_ODD, SCAN_ODD, SCAN_ODD,
	SCAN_8(SCAN_ODD),
	SCAN_8(SCAN_ODD),
	[' '] = SCAN_SPACE,
	['!'] = SCAN_STOP, ['?'] = SCAN_STOP, ['.'] = SCAN_STOP | SCAN_DOT,
	[','] = SCAN_PAUSE, [':'] = SCAN_PAUSE, [';'] = SCAN_PAUSE,
	['-'] = SCAN_DASH,
	['"'] = SCAN_ODD, ['#'] = SCAN_ODD, ['&'] = SCAN_ODD,
	['\''] = SCAN_ODD, ['<'] = SCAN_ODD, ['\\'] = SCAN_ODD,
	['`'] = SCAN_ODD, [0x7F] = SCAN_ODD,
	['%'] = SCAN_CODE, ['*'] = SCAN_CODE, ['+'] = SCAN_CODE,
	['='] = SCAN_CODE, ['^'] = SCAN_CODE, ['_'] = SCAN_CODE,
	['@'] = SCAN_CODE,
	['0'] = SCAN_8(SCAN_DIGIT), SCAN_DIGIT, SCAN_DIGIT,
};
static const char scan_letters[128] = {
	['\n'] = SCAN_NEWLINE,
	['('] = SCAN_OPEN, ['['] = SCAN_OPEN,
	[')'] = SCAN_CLOSE, [']'] = SCAN_CLOSE,
	[':'] = SCAN_COLON, [';'] = SCAN_COLON,
	['A'] = SCAN_8(SCAN_UPPER), SCAN_8(SCAN_UPPER), SCAN_8(SCAN_UPPER),
		SCAN_UPPER, SCAN_UPPER,
	['a'] = SCAN_8(SCAN_LOWER), SCAN_8(SCAN_LOWER), SCAN_8(SCAN_LOWER),
		SCAN_LOWER, SCAN_LOWER,
};
/* clang-format on */

/* The classes of those of 64 bytes that are ASCII. */
AVX512 __m512i classes_64(__m512i x, __mmask64 ascii, const char *table)
{
	return _mm512_maskz_permutex2var_epi8(ascii, _mm512_loadu_si512(table),
					      x,
					      _mm512_loadu_si512(table + 64));
}

AVX512 uint64_t has_64(__m512i x, int class)
{
	return _cvtmask64_u64(
		_mm512_test_epi8_mask(x, _mm512_set1_epi8((char)class)));
}

AVX512 void scan_64(struct scan *scan, __m512i x)
{
	const uint64_t high = _cvtmask64_u64(_mm512_movepi8_mask(x));
	const __m512i sign = classes_64(x, _cvtu64_mask64(~high), scan_signs);
	const __m512i letter =
		classes_64(x, _cvtu64_mask64(~high), scan_letters);

	scan->space = has_64(sign, SCAN_SPACE);
	scan->dot = has_64(sign, SCAN_DOT);
	scan->stop = has_64(sign, SCAN_STOP);
	scan->pause = has_64(sign, SCAN_PAUSE);
	scan->dash = has_64(sign, SCAN_DASH);
	scan->odd = has_64(sign, SCAN_ODD);
	scan->digit = has_64(sign, SCAN_DIGIT);
	scan->code = has_64(sign, SCAN_CODE);
	scan->newline = has_64(letter, SCAN_NEWLINE);
	scan->colon = has_64(letter, SCAN_COLON);
	scan->lower = has_64(letter, SCAN_LOWER);
	scan->upper = has_64(letter, SCAN_UPPER);
	scan->open = has_64(letter, SCAN_OPEN);
	scan->close = has_64(letter, SCAN_CLOSE);
	scan->lead = high & has_64(x, 0x40);
}

/* scan_block(), inlined; after the text's end are bytes of no class. */
AVX512 void scan_block_avx512(struct scan *scan, const char *bytes, size_t len)
{
	if (len >= SCAN_BLOCK)
		scan_64(scan, _mm512_loadu_si512(bytes));
	else
		scan_64(scan, _mm512_mask_loadu_epi8(
				      _mm512_set1_epi8('/'),
				      _cvtu64_mask64(((uint64_t)1 << len) - 1),
				      bytes));
}

/* Bytes in [first, first + more]. */
AVX512 uint64_t within_64(__m512i x, char first, char more)
{
	return _cvtmask64_u64(_mm512_cmple_epu8_mask(
		_mm512_sub_epi8(x, _mm512_set1_epi8(first)),
		_mm512_set1_epi8(more)));
}

AVX512 uint64_t is_64(__m512i x, char c)
{
	return _cvtmask64_u64(_mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8(c)));
}

/* The first `len` of 64 bytes, and after them spaces. */
AVX512 __m512i load_64(const char *bytes, size_t len)
{
	const uint64_t all = ~(uint64_t)0;

	return _mm512_mask_loadu_epi8(
		_mm512_set1_epi8(' '),
		_cvtu64_mask64(len < SCAN_BLOCK ? ~(all << len) : all), bytes);
}

AVX512 void scan_words_64(struct scan_words *words, __m512i x)
{
	const __m512i folded = _mm512_or_si512(x, _mm512_set1_epi8(0x20));

	words->plain = within_64(folded, 'a', 25) | within_64(x, '0', 9);
	words->space = is_64(x, ' ');
	words->mark = within_64(x, '(', 1) | within_64(folded, '{', 2) |
		      is_64(x, '/') | is_64(x, ':') | is_64(x, '@');
	words->high = _cvtmask64_u64(_mm512_movepi8_mask(x));
	words->two = words->three = 0;
	if (!words->high)
		return;
	words->two = is_64(x, '\xC2');
	words->three = is_64(x, '\xE2');
}

AVX512 void scan_words_avx512_inline(struct scan_words *words,
				     const char *bytes)
{
	scan_words_64(words, _mm512_loadu_si512(bytes));
}
#endif

#endif
