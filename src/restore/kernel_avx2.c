/*
 * Kernels for x86-64 CPUs with AVX2. Those that have vpdpbusd as well, which
 * does what three instructions of AVX2 do, multiply twice as fast; for the
 * first Zen cores see kernel_zen.c.
 */
#include "restore/kernel.h"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(COPYDESK_PORTABLE)
#include <cpuid.h>

#include "restore/kernel_avx2.h"

#define TOKENS 6 /* at once: what the registers hold */

static bool has_avx2(void)
{
	return __builtin_cpu_supports("avx2") != 0;
}

/* Not all compilers know its name. */
static bool has_avx_vnni(void)
{
	unsigned a, b, c, d;

	return has_avx2() && __get_cpuid_count(7, 1, &a, &b, &c, &d) &&
	       (a >> 4 & 1);
}

/* Zen and Zen 2. */
static bool has_avx2_zen(void)
{
	return has_avx2() && __builtin_cpu_is("amdfam17h") != 0;
}

/* Blocks of ROWS rows; in a block DEPTH columns of each row lie together. */
static void pack(struct matrix *matrix, const int8_t *weights, size_t stride)
{
	int8_t *out = matrix->weights;
	const size_t rows = matrix->rows, columns = matrix->columns;

	for (size_t r = 0; r < rows; r += ROWS) {
		const size_t n = rows - r < ROWS ? rows - r : ROWS;

		for (size_t i = 0; i < columns; i += DEPTH) {
			memcpy(out, weights + i * stride + r * DEPTH,
			       n * DEPTH);
			out += ROWS * DEPTH;
		}
	}
}

/* sum + x * w, DEPTH products each. */
typedef __m256i dot_function(__m256i sum, __m256i x, __m256i w);

AVX2 INLINE void block_by(const struct matrix *matrix, size_t row,
			  struct inputs in, int16_t *y, size_t tokens,
			  dot_function *dot)
{
	const int8_t *w =
		(const int8_t *)matrix->weights + row * matrix->columns;
	__m256i sums[TOKENS][2];

	for (size_t t = 0; t < tokens; t++)
		begin(matrix, row, sums[t]);
	for (size_t i = 0; i < matrix->columns; i += DEPTH, w += ROWS * DEPTH) {
		const __m256i w0 = load(w), w1 = load(w + 32);

		for (size_t t = 0; t < tokens; t++) {
			const __m256i x = four(in.x + t * in.stride + i);

			sums[t][0] = dot(sums[t][0], x, w0);
			sums[t][1] = dot(sums[t][1], x, w1);
		}
	}
	for (size_t t = 0; t < tokens; t++)
		finish(matrix, row, sums[t], y + t * matrix->padded + row);
}

AVX2 static inline __m256i dot_avx2(__m256i sum, __m256i x, __m256i w)
{
	const __m256i pairs = _mm256_maddubs_epi16(x, w);

	return _mm256_add_epi32(sum,
				_mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

/* As assembly: gcc 12 spills registers around the intrinsic function. */
AVX2 static inline __m256i dot_avx_vnni(__m256i sum, __m256i x, __m256i w)
{
	__asm__("%{vex%} vpdpbusd %2, %1, %0" : "+x"(sum) : "x"(x), "x"(w));
	return sum;
}

#define BLOCK(kind)                                                            \
	AVX2 INLINE void block_##kind(const struct matrix *matrix, size_t row, \
				      struct inputs in, int16_t *y,            \
				      size_t tokens)                           \
	{                                                                      \
		block_by(matrix, row, in, y, tokens, dot_##kind);              \
	}

BLOCK(avx2)
BLOCK(avx_vnni)

#define MULTIPLY(kind)                                                         \
	AVX2 static void multiply_##kind(const struct matrix *matrix,          \
					 const uint8_t *x, size_t stride,      \
					 size_t count, int16_t *y)             \
	{                                                                      \
		multiply_by(matrix, (struct inputs){ x, stride }, count, y,    \
			    TOKENS, block_##kind);                             \
	}

MULTIPLY(avx2)
MULTIPLY(avx_vnni)

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

AVX2 static void add(int16_t *x, const int16_t *y, size_t n)
{
	const __m256i zero = _mm256_setzero_si256();

	for (size_t i = 0; i < n; i += 16)
		store(x + i,
		      _mm256_adds_epi16(load(x + i),
					_mm256_max_epi16(load(y + i), zero)));
}

AVX2 static void widen(int16_t *x, size_t n)
{
	for (size_t i = 0; i < n; i += 16) {
		const __m256i twice =
			_mm256_adds_epi16(load(x + i), load(x + i));

		store(x + i, _mm256_adds_epi16(twice, twice));
	}
}

/* Entries for four numbers of 16 bits: a register is faster than memory. */
static inline void look_up_four(const int16_t *entries, long long numbers,
				int16_t *out)
{
	const uint64_t at = (uint64_t)numbers;

	out[0] = entries[at & 0xFFFF];
	out[1] = entries[at >> 16 & 0xFFFF];
	out[2] = entries[at >> 32 & 0xFFFF];
	out[3] = entries[at >> 48];
}

/* Which entries, 16 at a time; gathering instructions are slow on many CPUs. */
AVX2 static void look_up_token(const struct curve *curve, int16_t *y, size_t n)
{
	const int16_t *entries = curve->entries;
	const __m256i most = _mm256_set1_epi16(CURVE_HALF - 1);
	const __m256i least = _mm256_set1_epi16(-CURVE_HALF);

	for (size_t i = 0; i < n; i += 16) {
		const __m256i inside = _mm256_max_epi16(
			_mm256_min_epi16(load(y + i), most), least);
		const __m256i at = _mm256_sub_epi16(inside, least);

		look_up_four(entries, _mm256_extract_epi64(at, 0), y + i);
		look_up_four(entries, _mm256_extract_epi64(at, 1), y + i + 4);
		look_up_four(entries, _mm256_extract_epi64(at, 2), y + i + 8);
		look_up_four(entries, _mm256_extract_epi64(at, 3), y + i + 12);
	}
}

AVX2 static void look_up(const struct curve *curve, int16_t *y, size_t n,
			 size_t stride, size_t count)
{
	for (size_t t = 0; t < count; t++)
		look_up_token(curve, y + t * stride, n);
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

#define KERNEL(kind, title)                                                    \
	const struct kernel kernel_##kind = {                                  \
		.name = title,                                                 \
		.usable = has_##kind,                                          \
		.weight_size = sizeof(int8_t),                                 \
		.pack = pack,                                                  \
		.multiply = multiply_##kind,                                   \
		.gather = gather,                                              \
		.quantise = quantise,                                          \
		.add = add,                                                    \
		.widen = widen,                                                \
		.look_up = look_up,                                            \
		.step = step,                                                  \
	}

#else

static bool never(void)
{
	return false;
}

#define KERNEL(kind, title)                                                    \
	const struct kernel kernel_##kind = { .name = title, .usable = never }

#endif

KERNEL(avx2, "AVX2");
KERNEL(avx2_zen, "AVX2 of Zen");
KERNEL(avx_vnni, "AVX-VNNI");
