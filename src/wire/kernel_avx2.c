/* The kernel for x86-64 CPUs with AVX2. */
#include "wire/kernel.h"

#define ROWS 16		/* two registers of eight int32 sums */
#define DEPTH KERNEL_DEPTH	/* what pmaddubsw and pmaddwd add up */

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#include <string.h>

#define AVX2 __attribute__((target("avx2")))
#define TOKENS 4

static bool usable(void)
{
	return __builtin_cpu_supports("avx2") != 0;
}

/* Blocks of ROWS rows; in a block DEPTH columns of each row lie together. */
static void pack(struct matrix *matrix, const int8_t *weights)
{
	int8_t *out = matrix->weights;
	const size_t rows = matrix->rows, columns = matrix->columns;

	for (size_t r = 0; r < rows; r += ROWS) {
		const size_t n = rows - r < ROWS ? rows - r : ROWS;

		for (size_t i = 0; i < columns; i += DEPTH) {
			memcpy(out, weights + i * rows + r * DEPTH, n * DEPTH);
			out += ROWS * DEPTH;
		}
	}
}

AVX2 static inline __m256i four(const uint8_t *x)
{
	int32_t bytes;

	memcpy(&bytes, x, sizeof(bytes));
	return _mm256_set1_epi32(bytes);
}

AVX2 static inline __m256i add_products(__m256i sum, __m256i x, __m256i w)
{
	const __m256i pairs = _mm256_maddubs_epi16(x, w);

	return _mm256_add_epi32(
		sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

/* ROWS rows times TOKENS tokens. */
AVX2 static void multiply_block(const struct matrix *matrix, size_t row,
				const uint8_t *x, size_t stride, int32_t *sums)
{
	const __m256i *bias = (const __m256i *)(matrix->bias + row);
	const char *w = (const char *)matrix->weights + row * matrix->columns;
	const __m256i low = _mm256_loadu_si256(bias);
	const __m256i high = _mm256_loadu_si256(bias + 1);
	__m256i a0 = low, a1 = high, b0 = low, b1 = high;
	__m256i c0 = low, c1 = high, d0 = low, d1 = high;

	for (size_t i = 0; i < matrix->columns; i += DEPTH) {
		const __m256i *pair = (const __m256i *)(w + i * ROWS);
		const __m256i w0 = _mm256_loadu_si256(pair);
		const __m256i w1 = _mm256_loadu_si256(pair + 1);
		const __m256i a = four(x + i), b = four(x + stride + i);
		const __m256i c = four(x + 2 * stride + i);
		const __m256i d = four(x + 3 * stride + i);

		a0 = add_products(a0, a, w0);
		a1 = add_products(a1, a, w1);
		b0 = add_products(b0, b, w0);
		b1 = add_products(b1, b, w1);
		c0 = add_products(c0, c, w0);
		c1 = add_products(c1, c, w1);
		d0 = add_products(d0, d, w0);
		d1 = add_products(d1, d, w1);
	}
	const __m256i all[TOKENS][2] = {
		{ a0, a1 }, { b0, b1 }, { c0, c1 }, { d0, d1 }
	};

	for (size_t t = 0; t < TOKENS; t++) {
		__m256i *out = (__m256i *)(sums + t * matrix->padded + row);

		_mm256_storeu_si256(out, all[t][0]);
		_mm256_storeu_si256(out + 1, all[t][1]);
	}
}

/* ROWS rows times one token: what is left of a run of tokens. */
AVX2 static void multiply_one(const struct matrix *matrix, size_t row,
			      const uint8_t *x, int32_t *sums)
{
	const __m256i *bias = (const __m256i *)(matrix->bias + row);
	const char *w = (const char *)matrix->weights + row * matrix->columns;
	__m256i low = _mm256_loadu_si256(bias);
	__m256i high = _mm256_loadu_si256(bias + 1);
	__m256i *out = (__m256i *)(sums + row);

	for (size_t i = 0; i < matrix->columns; i += DEPTH) {
		const __m256i *pair = (const __m256i *)(w + i * ROWS);
		const __m256i a = four(x + i);

		low = add_products(low, a, _mm256_loadu_si256(pair));
		high = add_products(high, a, _mm256_loadu_si256(pair + 1));
	}
	_mm256_storeu_si256(out, low);
	_mm256_storeu_si256(out + 1, high);
}

AVX2 static void multiply(const struct matrix *matrix, const uint8_t *x,
			  size_t stride, size_t count, int32_t *sums)
{
	const size_t whole = count / TOKENS * TOKENS;

	for (size_t row = 0; row < matrix->padded; row += ROWS) {
		for (size_t t = 0; t < whole; t += TOKENS)
			multiply_block(matrix, row, x + t * stride, stride,
				       sums + t * matrix->padded);
		for (size_t t = whole; t < count; t++)
			multiply_one(matrix, row, x + t * stride,
				     sums + t * matrix->padded);
	}
}

#else

static bool usable(void)
{
	return false;
}

static void pack(struct matrix *matrix, const int8_t *weights)
{
	(void)matrix;
	(void)weights;
}

static void multiply(const struct matrix *matrix, const uint8_t *x,
		     size_t stride, size_t count, int32_t *sums)
{
	(void)matrix;
	(void)x;
	(void)stride;
	(void)count;
	(void)sums;
}

#endif

const struct kernel kernel_avx2 = {
	.name = "avx2",
	.usable = usable,
	.row_step = ROWS,
	.weight_size = sizeof(int8_t),
	.pack = pack,
	.multiply = multiply,
};
