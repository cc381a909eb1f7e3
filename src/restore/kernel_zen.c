/*
 * Matrix times activations on Zen and Zen 2, which multiply in one place, but
 * add in three: sums stay 16 bits wide for long, by which half of the
 * multiplications are additions.
 */
#include "restore/kernel.h"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(COPYDESK_PORTABLE)
#include "restore/kernel_avx2.h"

#define TOKENS 2   /* at once: what the registers hold */
#define NARROW 128 /* numbers before their sum is widened: see widened() */

/* Of NARROW numbers or less: their sum mod 2^16, and that of their high bytes.
 */
struct narrow {
	__m256i low, high;
};

/*
 * The sums of two neighbours each. A sum is 256 times that of the high bytes,
 * and what the low ones add up to: 255 * NARROW at most, so that 16 bits of the
 * sum tell it.
 */
AVX2 INLINE __m256i widened(const struct narrow *sums)
{
	const __m256i rest =
		_mm256_sub_epi16(sums->low, _mm256_slli_epi16(sums->high, 8));

	return _mm256_add_epi32(
		_mm256_madd_epi16(sums->high, _mm256_set1_epi16(256)),
		_mm256_madd_epi16(rest, _mm256_set1_epi16(1)));
}

/* As assembly: gcc 12 moves sums about, and spills them. */
AVX2 INLINE void add_narrow(struct narrow *sums, __m256i x, const int8_t *w)
{
	__m256i pairs;

	__asm__("vpmaddubsw %4, %3, %2\n\t"
		"vpaddw %2, %0, %0\n\t"
		"vpsraw $8, %2, %2\n\t"
		"vpaddw %2, %1, %1"
		: "+x"(sums->low), "+x"(sums->high), "=&x"(pairs)
		: "x"(x), "m"(*(const int8_t(*)[32])w));
}

AVX2 INLINE void block(const struct matrix *matrix, size_t row,
		       struct inputs in, int16_t *y, size_t tokens)
{
	const int8_t *w =
		(const int8_t *)matrix->weights + row * matrix->columns;
	__m256i sums[TOKENS][2];

	for (size_t t = 0; t < tokens; t++)
		begin(matrix, row, sums[t]);
	for (size_t i = 0; i < matrix->columns;) {
		const size_t most = i + NARROW * DEPTH;
		const size_t end =
			most < matrix->columns ? most : matrix->columns;
		struct narrow part[TOKENS][2] = { 0 };

		for (; i < end; i += DEPTH, w += ROWS * DEPTH) {
			for (size_t t = 0; t < tokens; t++) {
				const __m256i x =
					four(in.x + t * in.stride + i);

				add_narrow(&part[t][0], x, w);
				add_narrow(&part[t][1], x, w + 32);
			}
		}
		for (size_t t = 0; t < tokens; t++) {
			sums[t][0] = _mm256_add_epi32(sums[t][0],
						      widened(&part[t][0]));
			sums[t][1] = _mm256_add_epi32(sums[t][1],
						      widened(&part[t][1]));
		}
	}
	for (size_t t = 0; t < tokens; t++)
		finish(matrix, row, sums[t], y + t * matrix->padded + row);
}

AVX2 void multiply_avx2_zen(const struct matrix *matrix, const uint8_t *x,
			    size_t stride, size_t count, int16_t *y)
{
	multiply_by(matrix, (struct inputs){ x, stride }, count, y, TOKENS,
		    block);
}
#endif
