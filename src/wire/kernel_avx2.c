/* The kernel for x86-64 CPUs with AVX2. */
#include "wire/kernel.h"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(COPYDESK_PORTABLE)
#include <immintrin.h>
#include <string.h>

#define ROWS 16			/* two registers of eight int32 sums */
#define DEPTH KERNEL_DEPTH	/* what pmaddubsw and pmaddwd add up */
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

AVX2 static inline __m256i load(const int16_t *at)
{
	return _mm256_loadu_si256((const __m256i *)at);
}

AVX2 static inline void store(int16_t *at, __m256i value)
{
	_mm256_storeu_si256((__m256i *)at, value);
}

AVX2 static void gather(const int8_t *table, const uint32_t *rows, size_t count,
			int16_t *out)
{
	__m256i sums[KERNEL_ROW / 16];

	for (size_t i = 0; i < KERNEL_ROW / 16; i++)
		sums[i] = _mm256_setzero_si256();
	for (size_t r = 0; r < count; r++) {
		const int8_t *row = table + (size_t)rows[r] * KERNEL_ROW;

		for (size_t i = 0; i < KERNEL_ROW / 16; i++) {
			const __m128i *at = (const __m128i *)(row + 16 * i);
			const __m256i wide =
				_mm256_cvtepi8_epi16(_mm_loadu_si128(at));

			sums[i] = _mm256_add_epi16(sums[i], wide);
		}
	}
	for (size_t i = 0; i < KERNEL_ROW / 16; i++)
		store(out + 16 * i, sums[i]);
}

AVX2 static inline __m256i scaled(const int16_t *v, const int16_t *scale,
				  const uint8_t *zero)
{
	const __m128i *at = (const __m128i *)zero;

	return _mm256_adds_epi16(_mm256_mulhrs_epi16(load(v), load(scale)),
				 _mm256_cvtepu8_epi16(_mm_loadu_si128(at)));
}

/* Packing works on halves of a register; this puts the quarters in order. */
AVX2 static inline __m256i in_order(__m256i packed)
{
	return _mm256_permute4x64_epi64(packed, 0xD8);
}

AVX2 static void quantise(const int16_t *v, const int16_t *scale,
			  const uint8_t *zero, size_t n, uint8_t *u)
{
	for (size_t i = 0; i < n; i += 32) {
		const __m256i low = scaled(v + i, scale + i, zero + i);
		const __m256i high =
			scaled(v + i + 16, scale + i + 16, zero + i + 16);

		_mm256_storeu_si256((__m256i *)(u + i),
				    in_order(_mm256_packus_epi16(low, high)));
	}
}

AVX2 static void finish(const int32_t *sums, const int16_t *multiplier,
			int shift, size_t n, int16_t *y)
{
	const __m128i by = _mm_cvtsi32_si128(shift);

	for (size_t i = 0; i < n; i += 16) {
		const __m256i *at = (const __m256i *)(sums + i);
		const __m256i low =
			_mm256_sra_epi32(_mm256_loadu_si256(at), by);
		const __m256i high =
			_mm256_sra_epi32(_mm256_loadu_si256(at + 1), by);
		const __m256i both = in_order(_mm256_packs_epi32(low, high));

		store(y + i, _mm256_mulhrs_epi16(both, load(multiplier + i)));
	}
}

AVX2 static void add(int16_t *x, const int16_t *y, size_t n)
{
	const __m256i zero = _mm256_setzero_si256();

	for (size_t i = 0; i < n; i += 16)
		store(x + i, _mm256_adds_epi16(load(x + i),
				_mm256_max_epi16(load(y + i), zero)));
}

AVX2 static void step(const int16_t *z, const int16_t *f, const int16_t *o,
		      int16_t *c, int16_t *x, size_t n)
{
	const __m256i one = _mm256_set1_epi16(32767);
	const __m256i unit = _mm256_set1_epi16(256);

	for (size_t i = 0; i < n; i += 16) {
		const __m256i keep = load(f + i);
		const __m256i fresh = _mm256_mulhrs_epi16(
			_mm256_sub_epi16(one, keep), load(z + i));
		const __m256i state = _mm256_adds_epi16(
			_mm256_mulhrs_epi16(keep, load(c + i)), fresh);
		const __m256i out = _mm256_mulhrs_epi16(load(o + i), state);

		store(c + i, state);
		store(x + i, _mm256_adds_epi16(load(x + i),
				_mm256_mulhrs_epi16(out, unit)));
	}
}

const struct kernel kernel_avx2 = {
	.name = "avx2",
	.usable = usable,
	.row_step = ROWS,
	.weight_size = sizeof(int8_t),
	.pack = pack,
	.multiply = multiply,
	.gather = gather,
	.quantise = quantise,
	.finish = finish,
	.add = add,
	.step = step,
};

#else

static bool usable(void)
{
	return false;
}

const struct kernel kernel_avx2 = { .name = "avx2", .usable = usable };

#endif
