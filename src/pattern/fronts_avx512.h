/*
 * The hashes of the words of a block, and which of them a filter lets pass, for
 * eight words at a time: word_load(), word_mix() and literal_filter_passes().
 *
 * Words begin in a block's first 56 bytes, so that the first eight bytes of
 * each are in one register. There is no branch that depends on a word.
 */
#ifndef COPYDESK_PATTERN_FRONTS_AVX512_H
#define COPYDESK_PATTERN_FRONTS_AVX512_H

#include "base/scan_avx512.h"
#include "pattern/literal_index.h"
#include "pattern/words.h"

#ifdef __x86_64__
#include <immintrin.h>

/* Where the words of a block begin, and the bytes of words; both as bits. */
struct fronts {
	uint64_t begins, bits;
};

/* The eight bytes from each of eight places on. */
AVX512 __m512i fronts_load(__m512i block, __m512i at)
{
	const __m512i first = _mm512_set4_epi32(0x08080808, 0x08080808, 0, 0);
	const __m512i next = _mm512_set1_epi64(0x0706050403020100);
	const __m512i places =
		_mm512_add_epi8(_mm512_shuffle_epi8(at, first), next);

	return _mm512_permutexvar_epi8(places, block);
}

/*
 * Eight bytes of each word become its highest ones, and those after its end
 * nothing. `rest`: the bytes of words, from the word's first on.
 */
AVX512 __m512i fronts_cut(__m512i bytes, __m512i rest)
{
	const __m512i one = _mm512_set1_epi64(1);
	const __m512i most = _mm512_set1_epi64(1 << 8);
	const __m512i ends = _mm512_or_si512(
		_mm512_andnot_si512(rest, _mm512_add_epi64(rest, one)), most);
	/* 1 << length; the zeros above it are 63 - length */
	const __m512i end = _mm512_and_si512(
		ends, _mm512_sub_epi64(_mm512_setzero_si512(), ends));
	const __m512i zeros = _mm512_lzcnt_epi64(end);
	const __m512i shift = _mm512_slli_epi64(
		_mm512_sub_epi64(zeros, _mm512_set1_epi64(55)), 3);

	return _mm512_sllv_epi64(bytes, shift);
}

AVX512 __m256i fronts_mix(__m512i bytes)
{
	const __m512i letters = _mm512_set1_epi64((int64_t)WORD_EACH(0x40));
	const __m512i factor = _mm512_set1_epi64((int64_t)WORD_FACTOR);
	const __m512i small = _mm512_or_si512(
		bytes, _mm512_srli_epi64(_mm512_and_si512(bytes, letters), 1));
	const __m512i both =
		_mm512_xor_si512(small, _mm512_srli_epi64(small, 32));

	return _mm512_cvtepi64_epi32(
		_mm512_srli_epi64(_mm512_mullo_epi64(both, factor), 32));
}

/* A bit for each word. */
AVX512 uint64_t fronts_pass(const struct literal_filter *filter, __m256i hash)
{
	const __m256i bit = _mm256_and_si256(
		hash, _mm256_set1_epi32((1 << LITERAL_FILTER_BITS) - 1));
	const __m256i rows = _mm256_i32gather_epi32(
		(const int *)filter->bits, _mm256_srli_epi32(bit, 5), 4);
	const __m256i in_row = _mm256_and_si256(bit, _mm256_set1_epi32(31));

	return _mm256_test_epi32_mask(
		rows, _mm256_sllv_epi32(_mm256_set1_epi32(1), in_row));
}

/* The numbers from 0 to 63. */
AVX512 __m512i fronts_places(void)
{
	const __m512i rows = _mm512_set_epi64(56, 48, 40, 32, 24, 16, 8, 0);
	const __m512i first = _mm512_set4_epi32(0x08080808, 0x08080808, 0, 0);

	return _mm512_add_epi8(_mm512_shuffle_epi8(rows, first),
			       _mm512_set1_epi64(0x0706050403020100));
}

/*
 * The hashes of a block's words, in order, and up to seven more; the first
 * bytes of those that pass.
 */
AVX512 uint64_t fronts_read(uint32_t *fronts, __m512i block,
			    const struct fronts *words,
			    const struct literal_filter *filter)
{
	const __m512i bits = _mm512_set1_epi64((int64_t)words->bits);
	const unsigned count = scan_count(words->begins);
	uint8_t places[SCAN_BLOCK];
	uint64_t passed = 0;

	_mm512_storeu_si512(places, _mm512_maskz_compress_epi8(
					    words->begins, fronts_places()));
	for (unsigned i = 0; i < count; i += 8) {
		const __m512i at = _mm512_cvtepu8_epi64(
			_mm_loadl_epi64((const __m128i *)(places + i)));
		const __m512i bytes = fronts_cut(fronts_load(block, at),
						 _mm512_srlv_epi64(bits, at));
		const __m256i hash = fronts_mix(bytes);

		_mm256_storeu_si256((__m256i *)(fronts + i), hash);
		passed |= fronts_pass(filter, hash) << i;
	}
	return _pdep_u64(passed, words->begins);
}
#endif

#endif
