/* Matrices, and the kernel that runs everywhere. */
#include "restore/kernel.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "restore/fixed.h"

static bool always(void)
{
	return true;
}

/*
 * int16 weights, row after row: compilers turn a sum of int16 products into
 * the multiply-add that every SIMD set has.
 */
static void pack_portable(struct matrix *matrix, const int8_t *weights,
			  size_t stride)
{
	const size_t rows = matrix->rows, columns = matrix->columns;
	int16_t *out = matrix->weights;

	for (size_t i = 0; i < columns; i += KERNEL_DEPTH) {
		for (size_t r = 0; r < rows; r++) {
			for (size_t k = 0; k < KERNEL_DEPTH; k++)
				out[r * columns + i + k] =
					weights[r * KERNEL_DEPTH + k];
		}
		weights += stride * KERNEL_DEPTH;
	}
}

#define TOKENS 4 /* read each weight once for so many tokens */

static void multiply_rows(const struct matrix *matrix,
			  const int16_t (*x)[KERNEL_INPUTS_MAX],
			  int32_t (*sums)[KERNEL_ROWS_MAX])
{
	const size_t columns = matrix->columns;

	for (size_t r = 0; r < matrix->rows; r++) {
		const int16_t *w =
			(const int16_t *)matrix->weights + r * columns;
		int32_t a = 0, b = 0, c = 0, d = 0;

		for (size_t i = 0; i < columns; i++) {
			a += w[i] * x[0][i];
			b += w[i] * x[1][i];
			c += w[i] * x[2][i];
			d += w[i] * x[3][i];
		}
		sums[0][r] = matrix->bias[r] + a;
		sums[1][r] = matrix->bias[r] + b;
		sums[2][r] = matrix->bias[r] + c;
		sums[3][r] = matrix->bias[r] + d;
	}
}

static int16_t saturate(int32_t value)
{
	if (value > INT16_MAX)
		return INT16_MAX;
	return (int16_t)(value < INT16_MIN ? INT16_MIN : value);
}

static void finish(const struct matrix *matrix, const int32_t *sums, int16_t *y)
{
	for (size_t i = 0; i < matrix->rows; i++)
		y[i] = fixed_mulr(saturate(sums[i] >> matrix->shift),
				  matrix->multiplier[i]);
}

static void multiply_portable(const struct matrix *matrix, const uint8_t *x,
			      size_t stride, size_t count, int16_t *y)
{
	int16_t wide[TOKENS][KERNEL_INPUTS_MAX] = { { 0 } };
	int32_t sums[TOKENS][KERNEL_ROWS_MAX];

	for (size_t t = 0; t < count; t += TOKENS) {
		const size_t n = count - t < TOKENS ? count - t : TOKENS;

		for (size_t k = 0; k < n; k++)
			for (size_t i = 0; i < matrix->columns; i++)
				wide[k][i] = x[(t + k) * stride + i];
		multiply_rows(matrix, (const int16_t(*)[KERNEL_INPUTS_MAX])wide,
			      sums);
		for (size_t k = 0; k < n; k++)
			finish(matrix, sums[k], y + (t + k) * matrix->padded);
	}
}

static void gather(const int8_t *table, const uint32_t *rows, size_t count,
		   int16_t *out)
{
	memset(out, 0, KERNEL_ROW * sizeof(*out));
	for (size_t r = 0; r < count; r++) {
		const int8_t *row = table + (size_t)rows[r] * KERNEL_ROW;

		for (size_t i = 0; i < KERNEL_ROW; i++)
			out[i] = (int16_t)(out[i] + row[i]);
	}
}

static void quantise(const int16_t *v, const int16_t *scale,
		     const uint8_t *zero, size_t n, uint8_t *u)
{
	for (size_t i = 0; i < n; i++) {
		const int value = fixed_mulr(v[i], scale[i]) + zero[i];

		u[i] = (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
	}
}

static void add(int16_t *x, const int16_t *y, size_t n)
{
	for (size_t i = 0; i < n; i++)
		x[i] = saturate(x[i] + (y[i] > 0 ? y[i] : 0));
}

static void widen(int16_t *x, size_t n)
{
	for (size_t i = 0; i < n; i++)
		x[i] = saturate(4 * x[i]);
}

static void look_up(const struct curve *curve, int16_t *y, size_t n,
		    size_t stride, size_t count)
{
	for (size_t t = 0; t < count; t++, y += stride) {
		for (size_t i = 0; i < n; i++) {
			const int low = y[i] < -CURVE_HALF ? -CURVE_HALF : y[i];
			const int at = low < CURVE_HALF ? low : CURVE_HALF - 1;

			y[i] = curve->entries[at + CURVE_HALF];
		}
	}
}

static void step(const int16_t *z, const int16_t *f, const int16_t *o,
		 int16_t *c, int16_t *x, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const int16_t rest = (int16_t)(32767 - f[i]);

		c[i] = saturate(fixed_mulr(f[i], c[i]) +
				fixed_mulr(rest, z[i]));
		x[i] = saturate(x[i] + fixed_mulr(fixed_mulr(o[i], c[i]), 256));
	}
}

const struct kernel kernel_portable = {
	.name = "portable",
	.usable = always,
	.weight_size = sizeof(int16_t),
	.pack = pack_portable,
	.multiply = multiply_portable,
	.gather = gather,
	.quantise = quantise,
	.add = add,
	.widen = widen,
	.look_up = look_up,
	.step = step,
};

const struct kernel *const kernels[KERNEL_COUNT] = {
	&kernel_avx512_vnni, &kernel_avx_vnni, &kernel_avx2_zen,
	&kernel_avx2,	     &kernel_portable,
};

const struct kernel *kernel_best(void)
{
	size_t i = 0;

	while (!kernels[i]->usable())
		i++;
	return kernels[i];
}

bool matrix_init(struct matrix *matrix, const struct kernel *kernel,
		 const struct matrix_source *source)
{
	const size_t rows = source->rows, columns = source->columns;

	assert(columns % KERNEL_DEPTH == 0 && columns <= KERNEL_INPUTS_MAX &&
	       rows <= KERNEL_ROWS_MAX && rows <= source->stride);
	*matrix = (struct matrix){
		.rows = rows,
		.columns = columns,
		.padded = (rows + KERNEL_STEP - 1) / KERNEL_STEP * KERNEL_STEP,
		.shift = source->shift,
	};
	matrix->bias = calloc(matrix->padded, sizeof(*matrix->bias));
	matrix->multiplier =
		calloc(matrix->padded, sizeof(*matrix->multiplier));
	matrix->weights = calloc(matrix->padded * columns, kernel->weight_size);
	if (!matrix->bias || !matrix->multiplier || !matrix->weights) {
		matrix_release(matrix);
		return false;
	}
	kernel->pack(matrix, source->weights, source->stride);
	memcpy(matrix->bias, source->bias, rows * sizeof(*matrix->bias));
	memcpy(matrix->multiplier, source->multiplier,
	       rows * sizeof(*matrix->multiplier));
	return true;
}

void matrix_release(struct matrix *matrix)
{
	free(matrix->bias);
	free(matrix->multiplier);
	free(matrix->weights);
	*matrix = (struct matrix){ 0 };
}
