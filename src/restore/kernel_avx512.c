/* Kernels for x86-64 CPUs with AVX-512 and its vpdpbusd. */
#include "restore/kernel.h"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(COPYDESK_PORTABLE)
#include <immintrin.h>
#include <string.h>

#define ROWS KERNEL_STEP   /* a register of sums */
#define DEPTH KERNEL_DEPTH /* what vpdpbusd adds up */
#define WIDE 32		   /* int16 of a register */
#define TOKENS 12	   /* at once: what the registers hold, with .. */
#define BLOCKS 2	   /* .. so many times ROWS rows */
#define AVX512 __attribute__((target("avx2,avx512f,avx512bw,avx512vnni")))
#define INLINE static inline __attribute__((always_inline))

static bool has_avx512_vnni(void)
{
	return __builtin_cpu_supports("avx2") &&
	       __builtin_cpu_supports("avx512bw") &&
	       __builtin_cpu_supports("avx512vnni");
}

/* The layout is that of the other kernels. */
static void pack(struct matrix *matrix, const int8_t *weights, size_t stride)
{
	kernel_avx2.pack(matrix, weights, stride);
}

AVX512 static inline __m512i load(const int16_t *at)
{
	return _mm512_loadu_si512(at);
}

AVX512 static inline void store(int16_t *at, __m512i value)
{
	_mm512_storeu_si512(at, value);
}

/* The last half a register of a multiple of 16 numbers. */
AVX512 static inline __m512i load_half(const int16_t *at)
{
	return _mm512_castsi256_si512(_mm256_loadu_si256((const __m256i *)at));
}

AVX512 static inline void store_half(int16_t *at, __m512i value)
{
	_mm256_storeu_si256((__m256i *)at, _mm512_castsi512_si256(value));
}

struct inputs {
	const uint8_t *x;
	size_t stride;
};

AVX512 static inline __m512i dot(__m512i sum, __m512i x, __m512i w)
{
	__asm__("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(x), "v"(w));
	return sum;
}

AVX512 static inline void finish(const struct matrix *matrix, size_t row,
				 __m512i sum, int16_t *y)
{
	const __m512i shifted =
		_mm512_sra_epi32(sum, _mm_cvtsi32_si128(matrix->shift));

	const __m256i by =
		_mm256_loadu_si256((const __m256i *)(matrix->multiplier + row));

	_mm256_storeu_si256(
		(__m256i *)y,
		_mm256_mulhrs_epi16(_mm512_cvtsepi32_epi16(shifted), by));
}

/* `blocks` times ROWS rows times `tokens` tokens; both are constants. */
AVX512 INLINE void block(const struct matrix *matrix, size_t row,
			 struct inputs in, int16_t *y, size_t tokens,
			 size_t blocks)
{
	const size_t size = ROWS * matrix->columns;
	const int8_t *w =
		(const int8_t *)matrix->weights + row * matrix->columns;
	__m512i sums[TOKENS][BLOCKS], weights[BLOCKS];

	for (size_t t = 0; t < tokens; t++)
		for (size_t b = 0; b < blocks; b++)
			sums[t][b] = _mm512_loadu_si512(matrix->bias + row +
							b * ROWS);
	for (size_t i = 0; i < matrix->columns; i += DEPTH, w += ROWS * DEPTH) {
		for (size_t b = 0; b < blocks; b++)
			weights[b] = _mm512_loadu_si512(w + b * size);
		for (size_t t = 0; t < tokens; t++) {
			int32_t bytes;
			__m512i x;

			memcpy(&bytes, in.x + t * in.stride + i, sizeof(bytes));
			x = _mm512_set1_epi32(bytes);
			for (size_t b = 0; b < blocks; b++)
				sums[t][b] = dot(sums[t][b], x, weights[b]);
		}
	}
	for (size_t t = 0; t < tokens; t++)
		for (size_t b = 0; b < blocks; b++)
			finish(matrix, row + b * ROWS, sums[t][b],
			       y + t * matrix->padded + row + b * ROWS);
}

/* Tokens from t on: `tokens` at once, or the last so many. */
AVX512 INLINE size_t tokens_by(const struct matrix *matrix, size_t row,
			       struct inputs in, size_t count, size_t t,
			       int16_t *y, size_t tokens, size_t blocks)
{
	const size_t k = t + tokens < count ? t : count - tokens;
	const struct inputs at = { in.x + k * in.stride, in.stride };

	block(matrix, row, at, y + k * matrix->padded, tokens, blocks);
	return k + tokens;
}

/*
 * Some rows for all tokens. Few that are left are multiplied with some that
 * were before, so that sums enough are on their way.
 */
AVX512 INLINE void rows_by(const struct matrix *matrix, size_t row,
			   struct inputs in, size_t count, int16_t *y,
			   size_t blocks)
{
	size_t t = 0;

	while (t + TOKENS <= count)
		t = tokens_by(matrix, row, in, count, t, y, TOKENS, blocks);
	if (count - t > 8 && count >= TOKENS)
		t = tokens_by(matrix, row, in, count, t, y, TOKENS, blocks);
	if (count - t > 4 && count >= 8)
		t = tokens_by(matrix, row, in, count, t, y, 8, blocks);
	while (t < count && count >= 4)
		t = tokens_by(matrix, row, in, count, t, y, 4, blocks);
	while (t < count)
		t = tokens_by(matrix, row, in, count, t, y, 1, blocks);
}

AVX512 static void multiply(const struct matrix *matrix, const uint8_t *x,
			    size_t stride, size_t count, int16_t *y)
{
	const struct inputs in = { x, stride };
	size_t row = 0;

	for (; row + BLOCKS * ROWS <= matrix->padded; row += BLOCKS * ROWS)
		rows_by(matrix, row, in, count, y, BLOCKS);
	if (row < matrix->padded)
		rows_by(matrix, row, in, count, y, 1);
}

AVX512 static void gather(const int8_t *table, const uint32_t *rows,
			  size_t count, int16_t *out)
{
	__m512i sums[KERNEL_ROW / WIDE];

	for (size_t i = 0; i < KERNEL_ROW / WIDE; i++)
		sums[i] = _mm512_setzero_si512();
	for (size_t r = 0; r < count; r++) {
		const int8_t *row = table + (size_t)rows[r] * KERNEL_ROW;

		for (size_t i = 0; i < KERNEL_ROW / WIDE; i++) {
			const __m256i *at = (const __m256i *)(row + WIDE * i);
			const __m512i wide =
				_mm512_cvtepi8_epi16(_mm256_loadu_si256(at));

			sums[i] = _mm512_add_epi16(sums[i], wide);
		}
	}
	for (size_t i = 0; i < KERNEL_ROW / WIDE; i++)
		store(out + WIDE * i, sums[i]);
}

AVX512 static void quantise(const int16_t *v, const int16_t *scale,
			    const uint8_t *zero, size_t n, uint8_t *u)
{
	for (size_t i = 0; i < n; i += WIDE) {
		const __m512i from = _mm512_cvtepu8_epi16(
			_mm256_loadu_si256((const __m256i *)(zero + i)));
		const __m512i value = _mm512_adds_epi16(
			_mm512_mulhrs_epi16(load(v + i), load(scale + i)),
			from);

		_mm256_storeu_si256((__m256i *)(u + i),
				    _mm512_cvtusepi16_epi8(_mm512_max_epi16(
					    value, _mm512_setzero_si512())));
	}
}

AVX512 static inline __m512i added(__m512i x, __m512i y)
{
	return _mm512_adds_epi16(x,
				 _mm512_max_epi16(y, _mm512_setzero_si512()));
}

AVX512 static void add(int16_t *x, const int16_t *y, size_t n)
{
	size_t i = 0;

	for (; i + WIDE <= n; i += WIDE)
		store(x + i, added(load(x + i), load(y + i)));
	if (i < n)
		store_half(x + i, added(load_half(x + i), load_half(y + i)));
}

AVX512 static inline __m512i widened(__m512i x)
{
	const __m512i twice = _mm512_adds_epi16(x, x);

	return _mm512_adds_epi16(twice, twice);
}

AVX512 static void widen(int16_t *x, size_t n)
{
	size_t i = 0;

	for (; i + WIDE <= n; i += WIDE)
		store(x + i, widened(load(x + i)));
	if (i < n)
		store_half(x + i, widened(load_half(x + i)));
}

/* The numbers of a curve's 64 pieces, or which of them are set, in registers.
 */
struct pieces {
	__m512i low, high;
};

AVX512 static inline struct pieces pieces_load(const uint16_t *numbers)
{
	return (struct pieces){ _mm512_loadu_si512(numbers),
				_mm512_loadu_si512(numbers + 32) };
}

AVX512 static inline __m512i pick(struct pieces pieces, __m512i which)
{
	return _mm512_permutex2var_epi16(pieces.low, which, pieces.high);
}

struct wide_curve {
	struct pieces start, slope, bend, one, two;
	__m512i whole;
};

AVX512 static inline __m512i look_up_wide(const struct wide_curve *curve,
					  __m512i y)
{
	const __m512i one = _mm512_set1_epi16(1);
	const __m512i most = _mm512_set1_epi16(INT16_MAX);
	const __m512i k = _mm512_min_epu16(_mm512_abs_epi16(y),
					   _mm512_set1_epi16(CURVE_HALF - 1));
	const __m512i piece = _mm512_srli_epi16(k, 4);
	const __m512i u =
		_mm512_and_si512(k, _mm512_set1_epi16(CURVE_PIECE - 1));
	const __m512i bit = _mm512_sllv_epi16(one, u);
	const __m512i part = _mm512_slli_epi16(u, 11);
	const __m512i slope = _mm512_add_epi16(
		pick(curve->slope, piece),
		_mm512_mulhrs_epi16(pick(curve->bend, piece), part));
	__m512i m = _mm512_add_epi16(pick(curve->start, piece),
				     _mm512_mulhrs_epi16(slope, part));

	m = _mm512_mask_add_epi16(
		m, _mm512_test_epi16_mask(pick(curve->one, piece), bit), m,
		one);
	m = _mm512_mask_add_epi16(
		m, _mm512_test_epi16_mask(pick(curve->two, piece), bit), m,
		_mm512_set1_epi16(2));
	return _mm512_mask_sub_epi16(_mm512_min_epu16(m, most),
				     _mm512_movepi16_mask(y), curve->whole, m);
}

/* A table is slower, but not all curves have pieces. */
AVX512 static void look_up(const struct curve *curve, int16_t *y, size_t n,
			   size_t stride, size_t count)
{
	const struct wide_curve wide = {
		pieces_load(curve->start),
		pieces_load(curve->slope),
		pieces_load(curve->bend),
		pieces_load(curve->one),
		pieces_load(curve->two),
		_mm512_set1_epi16((int16_t)curve->whole),
	};

	if (!curve->in_pieces) {
		kernel_avx2.look_up(curve, y, n, stride, count);
		return;
	}
	for (size_t t = 0; t < count; t++) {
		int16_t *own = y + t * stride;
		size_t i = 0;

		for (; i + WIDE <= n; i += WIDE)
			store(own + i, look_up_wide(&wide, load(own + i)));
		if (i < n)
			store_half(own + i,
				   look_up_wide(&wide, load_half(own + i)));
	}
}

/* Gates, and a part of the state and the stream. */
struct cell {
	__m512i z, f, o, c, x;
};

AVX512 static inline void cell_step(struct cell *cell)
{
	const __m512i rest =
		_mm512_sub_epi16(_mm512_set1_epi16(INT16_MAX), cell->f);

	cell->c = _mm512_adds_epi16(_mm512_mulhrs_epi16(cell->f, cell->c),
				    _mm512_mulhrs_epi16(rest, cell->z));
	cell->x = _mm512_adds_epi16(
		cell->x,
		_mm512_mulhrs_epi16(_mm512_mulhrs_epi16(cell->o, cell->c),
				    _mm512_set1_epi16(256)));
}

AVX512 static void step(const int16_t *z, const int16_t *f, const int16_t *o,
			int16_t *c, int16_t *x, size_t n)
{
	size_t i = 0;

	for (; i + WIDE <= n; i += WIDE) {
		struct cell cell = { load(z + i), load(f + i), load(o + i),
				     load(c + i), load(x + i) };

		cell_step(&cell);
		store(c + i, cell.c);
		store(x + i, cell.x);
	}
	if (i < n) {
		struct cell cell = { load_half(z + i), load_half(f + i),
				     load_half(o + i), load_half(c + i),
				     load_half(x + i) };

		cell_step(&cell);
		store_half(c + i, cell.c);
		store_half(x + i, cell.x);
	}
}

const struct kernel kernel_avx512_vnni = {
	.name = "AVX512-VNNI",
	.usable = has_avx512_vnni,
	.weight_size = sizeof(int8_t),
	.pack = pack,
	.multiply = multiply,
	.gather = gather,
	.quantise = quantise,
	.add = add,
	.widen = widen,
	.look_up = look_up,
	.step = step,
};

#else

static bool never(void)
{
	return false;
}

const struct kernel kernel_avx512_vnni = {
	.name = "AVX512-VNNI",
	.usable = never,
};

#endif
