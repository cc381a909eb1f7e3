/*
 * Sets of bytes. With AVX2 the rows are looked up by shuffles, 32 bytes at a
 * time: the universal way of Mula, "SIMD byte lookup" (2018).
 */
#include "base/byte_set.h"

#include "base/cpu.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

void byte_set_add(struct byte_set *set, unsigned char first, unsigned char last)
{
	for (unsigned c = first; c <= last; c++)
		set->rows[c >> 7][c & 15] |= (unsigned char)(1 << (c >> 4 & 7));
}

struct byte_set byte_set_of(const char *bytes)
{
	struct byte_set set = { 0 };

	for (; *bytes; bytes++)
		byte_set_add(&set, (unsigned char)*bytes,
			     (unsigned char)*bytes);
	return set;
}

size_t byte_set_find_portable(const struct byte_set *set, const char *text,
			      size_t at, size_t end)
{
	while (at < end && !byte_set_has(set, (unsigned char)text[at]))
		at++;
	return at;
}

#ifdef __x86_64__
#define STEP 32

CPU_AVX2 static __m256i load_row(const unsigned char *row)
{
	return _mm256_broadcastsi128_si256(
		_mm_loadu_si128((const __m128i *)row));
}

/* Those of 32 bytes that are in the set of these two rows. */
CPU_AVX2 static inline unsigned hits_avx2(__m256i low, __m256i high,
					  const char *bytes)
{
	const __m256i half = _mm256_set1_epi8(0x0F);
	const __m256i bits = _mm256_setr_epi8(
		1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128, 1,
		2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128);
	const __m256i x = _mm256_loadu_si256((const __m256i *)bytes);
	const __m256i row = _mm256_and_si256(x, half);
	const __m256i column = _mm256_and_si256(_mm256_srli_epi16(x, 4), half);
	/* the highest bit of a byte says which of the two rows */
	const __m256i found = _mm256_and_si256(
		_mm256_blendv_epi8(_mm256_shuffle_epi8(low, row),
				   _mm256_shuffle_epi8(high, row), x),
		_mm256_shuffle_epi8(bits, column));
	const __m256i none = _mm256_cmpeq_epi8(found, _mm256_setzero_si256());

	return ~(unsigned)_mm256_movemask_epi8(none);
}

CPU_AVX2 static size_t find_avx2(const struct byte_set *set, const char *text,
				 size_t at, size_t end)
{
	const __m256i low = load_row(set->rows[0]);
	const __m256i high = load_row(set->rows[1]);
	const size_t from = at;
	unsigned hits;

	for (; at + STEP <= end; at += STEP) {
		hits = hits_avx2(low, high, text + at);
		if (hits)
			return at + (unsigned)__builtin_ctz(hits);
	}
	if (at >= end || end - from < STEP)
		return byte_set_find_portable(set, text, at, end);
	/* the last bytes with some that were looked at: these had no hit */
	hits = hits_avx2(low, high, text + end - STEP);
	return hits ? end - STEP + (unsigned)__builtin_ctz(hits) : end;
}
#endif

bool byte_set_is_fast(void)
{
#ifdef __x86_64__
	return cpu_has_avx2();
#else
	return false;
#endif
}

size_t byte_set_find(const struct byte_set *set, const char *text, size_t at,
		     size_t end)
{
#ifdef __x86_64__
	if (cpu_has_avx2())
		return find_avx2(set, text, at, end);
#endif
	return byte_set_find_portable(set, text, at, end);
}
