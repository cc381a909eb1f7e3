/* What the kernels for AVX2 share: kernel_avx2.c, kernel_zen.c. */
#ifndef COPYDESK_RESTORE_KERNEL_AVX2_H
#define COPYDESK_RESTORE_KERNEL_AVX2_H

#include <immintrin.h>
#include <string.h>

#include "restore/kernel.h"

#define ROWS KERNEL_STEP   /* two registers of eight int32 sums */
#define DEPTH KERNEL_DEPTH /* what pmaddubsw and pmaddwd add up */
#define AVX2 __attribute__((target("avx2")))
#define INLINE static inline __attribute__((always_inline))

AVX2 static inline __m256i load(const void *at)
{
	return _mm256_loadu_si256((const __m256i *)at);
}

AVX2 static inline void store(int16_t *at, __m256i value)
{
	_mm256_storeu_si256((__m256i *)at, value);
}

AVX2 static inline __m256i four(const uint8_t *x)
{
	int32_t bytes;

	memcpy(&bytes, x, sizeof(bytes));
	return _mm256_set1_epi32(bytes);
}

/* Packing works on halves of a register; this puts the quarters in order. */
AVX2 static inline __m256i in_order(__m256i packed)
{
	return _mm256_permute4x64_epi64(packed, 0xD8);
}

AVX2 static inline void finish(const struct matrix *matrix, size_t row,
			       const __m256i sums[2], int16_t *y)
{
	const __m128i by = _mm_cvtsi32_si128(matrix->shift);
	const __m256i both = in_order(_mm256_packs_epi32(
		_mm256_sra_epi32(sums[0], by), _mm256_sra_epi32(sums[1], by)));

	store(y, _mm256_mulhrs_epi16(both, load(matrix->multiplier + row)));
}

struct inputs {
	const uint8_t *x;
	size_t stride;
};

/* ROWS rows times `tokens` tokens, which are a constant. */
typedef void block_function(const struct matrix *matrix, size_t row,
			    struct inputs in, int16_t *y, size_t tokens);

AVX2 INLINE void begin(const struct matrix *matrix, size_t row, __m256i sums[2])
{
	sums[0] = load(matrix->bias + row);
	sums[1] = load(matrix->bias + row + ROWS / 2);
}

/* `tokens` at once; the last block may do again what the one before it did. */
AVX2 INLINE void multiply_by(const struct matrix *matrix, struct inputs in,
			     size_t count, int16_t *y, size_t tokens,
			     block_function *block)
{
	const size_t padded = matrix->padded;

	for (size_t row = 0; row < padded; row += ROWS) {
		for (size_t t = 0; t < count && count < tokens; t++) {
			const struct inputs at = { in.x + t * in.stride, 0 };

			block(matrix, row, at, y + t * padded, 1);
		}
		for (size_t t = 0; t < count && count >= tokens; t += tokens) {
			const size_t k =
				t + tokens < count ? t : count - tokens;
			const struct inputs at = { in.x + k * in.stride,
						   in.stride };

			block(matrix, row, at, y + k * padded, tokens);
		}
	}
}

/* As kernel.h says of it, for the first Zen cores. */
void multiply_avx2_zen(const struct matrix *matrix, const uint8_t *x,
		       size_t stride, size_t count, int16_t *y);

#endif
