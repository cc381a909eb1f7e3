/* The kernels of the restoration network give the same bits. */
#include "support.h"

#include "restore/fixed.h"
#include "restore/kernel.h"

struct shape {
	size_t rows, columns, tokens, stride;
};

static const struct shape shapes[] = {
	{ 224, 288, 64, 96 }, /* a convolution: tokens overlap */
	{ 672, 224, 64, 224 }, { 224, 672, 33, 224 }, { 136, 224, 7, 224 },
	{ 1, 4, 1, 4 },	       { 17, 1024, 5, 1024 }, { 32, 8, 6, 8 },
};

/* Weights and activations: random, or all at an end of their range. */
enum fill { RANDOM, HIGHEST, LOWEST, FILLS };

/* Shifts that show the low, middle and high bits of sums. */
static const int shifts[] = { 0, 5, 11, 30 };

static int8_t weight(enum fill fill, uint64_t *state)
{
	if (fill == HIGHEST)
		return KERNEL_WEIGHT_MAX;
	if (fill == LOWEST)
		return KERNEL_WEIGHT_MIN;
	return (int8_t)((int)random_below(state, 2 * KERNEL_WEIGHT_MAX + 1) -
			KERNEL_WEIGHT_MAX);
}

static int32_t clamp(int32_t value, int32_t least, int32_t most)
{
	return value < least ? least : value > most ? most : value;
}

static int32_t product(const struct matrix_source *source, const uint8_t *x,
		       size_t r)
{
	int32_t sum = 0;

	for (size_t i = 0; i < source->columns; i++)
		sum += x[i] *
		       source->weights[(i / 4 * source->rows + r) * 4 + i % 4];
	return sum;
}

static void check(const struct kernel *kernel, const struct shape *s,
		  const struct matrix_source *source, const uint8_t *x)
{
	struct matrix matrix;
	int16_t *y;

	assert_true(matrix_init(&matrix, kernel, source));
	y = calloc(s->tokens * matrix.padded, sizeof(*y));
	assert_non_null(y);
	kernel->multiply(&matrix, x, s->stride, s->tokens, y);
	for (size_t t = 0; t < s->tokens; t++) {
		for (size_t r = 0; r < s->rows; r++) {
			const int32_t sum =
				source->bias[r] +
				product(source, x + t * s->stride, r);
			const int32_t short_sum = clamp(sum >> source->shift,
							INT16_MIN, INT16_MAX);
			const int16_t wanted = fixed_mulr(
				(int16_t)short_sum, source->multiplier[r]);

			if (y[t * matrix.padded + r] != wanted)
				fail_msg("%s: token %zu, row %zu", kernel->name,
					 t, r);
		}
	}
	free(y);
	matrix_release(&matrix);
}

/*
 * Some rows' biases take the first token's sum away, so that with no shift all
 * of its bits show; the others are what the network may have.
 */
static void fill_bias(const struct matrix_source *source, const uint8_t *x,
		      int32_t *bias, uint64_t *state)
{
	for (size_t r = 0; r < source->rows; r++) {
		bias[r] = (int32_t)random_below(state, 20000) - 10000;
		if (r % 3)
			bias[r] -= product(source, x, r);
	}
}

static void check_shape(const struct shape *s, enum fill fill)
{
	const size_t size = s->rows * s->columns;
	const size_t reach = s->tokens * s->stride + s->columns;
	int8_t *weights = malloc(size);
	int32_t *bias = malloc(s->rows * sizeof(*bias));
	int16_t *multiplier = malloc(s->rows * sizeof(*multiplier));
	uint8_t *x = malloc(reach);
	struct matrix_source source = {
		.rows = s->rows,
		.columns = s->columns,
		.stride = s->rows,
		.weights = weights,
		.bias = bias,
		.multiplier = multiplier,
	};
	uint64_t state = 7;

	assert_true(weights && bias && multiplier && x);
	for (size_t i = 0; i < size; i++)
		weights[i] = weight(fill, &state);
	for (size_t i = 0; i < s->rows; i++)
		multiplier[i] = (int16_t)random_below(&state, 32768);
	for (size_t i = 0; i < reach; i++)
		x[i] = fill ? 255 : (uint8_t)random_below(&state, 256);
	fill_bias(&source, x, bias, &state);
	for (size_t i = 0; i < sizeof(shifts) / sizeof(*shifts); i++) {
		source.shift = shifts[i];
		for (size_t k = 0; k < KERNEL_COUNT; k++)
			if (kernels[k]->usable())
				check(kernels[k], s, &source, x);
	}
	free(x);
	free(multiplier);
	free(bias);
	free(weights);
}

static void test_products(void **state)
{
	(void)state;
	for (size_t k = 0; k < KERNEL_COUNT; k++) {
		if (!kernels[k]->usable())
			print_message("not on this CPU: %s\n",
				      kernels[k]->name);
	}
	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++) {
		for (int fill = 0; fill < FILLS; fill++)
			check_shape(&shapes[i], (enum fill)fill);
	}
}

#define N KERNEL_ROW /* numbers at once: a multiple of 32 */
#define ROWS 40

/* What a kernel does besides multiplying, all on the same numbers. */
struct steps {
	int16_t sum[N], added[N], wide[N], found[N], state[N], stream[N];
	uint8_t small[N];
};

static void fill_numbers(int16_t *out, size_t count, uint64_t *state)
{
	static const int16_t ends[] = {
		INT16_MIN,
		INT16_MIN + 1,
		-1,
		0,
		1,
		INT16_MAX,
		-CURVE_HALF - 1,
		-CURVE_HALF,
		CURVE_HALF - 1,
		CURVE_HALF,
	};

	for (size_t i = 0; i < count; i++) {
		const uint32_t any = random_below(state, 65536);

		out[i] = (int16_t)(random_below(state, 2) ? any : any % 4096);
		if (any % 8 == 0)
			out[i] = ends[any / 8 % (sizeof(ends) / sizeof(*ends))];
	}
}

static void run_steps(const struct kernel *kernel, uint64_t state,
		      struct steps *out)
{
	static int8_t table[ROWS * N];
	static struct curve curve;
	int16_t v[6][N];
	uint32_t rows[9];
	uint8_t zero[N];

	for (size_t i = 0; i < sizeof(table); i++)
		table[i] = (int8_t)random_below(&state, 256);
	for (size_t i = 0; i < 9; i++)
		rows[i] = random_below(&state, ROWS);
	for (size_t i = 0; i < N; i++)
		zero[i] = (uint8_t)random_below(&state, 256);
	for (size_t i = 0; i < 6; i++)
		fill_numbers(v[i], N, &state);
	fill_numbers(curve.entries, 2 * CURVE_HALF, &state);
	curve_cut(&curve);
	memcpy(out->added, v[0], sizeof(out->added));
	memcpy(out->state, v[1], sizeof(out->state));
	memcpy(out->stream, v[2], sizeof(out->stream));
	kernel->gather(table, rows, 9, out->sum);
	kernel->quantise(v[3], v[4], zero, N, out->small);
	kernel->add(out->added, v[5], N);
	memcpy(out->wide, v[5], sizeof(out->wide));
	kernel->widen(out->wide, N);
	memcpy(out->found, v[5], sizeof(out->found));
	kernel->look_up(&curve, out->found, N, 0, 1);
	for (size_t i = 0; i < N; i++)
		v[4][i] = (int16_t)(v[4][i] & INT16_MAX);
	kernel->step(v[3], v[4], v[5], out->state, out->stream, N);
}

static void test_steps(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 200; seed++) {
		struct steps wanted;

		run_steps(&kernel_portable, seed, &wanted);
		for (size_t k = 0; k < KERNEL_COUNT; k++) {
			struct steps found;

			if (!kernels[k]->usable())
				continue;
			run_steps(kernels[k], seed, &found);
			assert_memory_equal(&found, &wanted, sizeof(found));
		}
	}
}

/* A part of a larger matrix is multiplied as if it stood alone. */
static void test_part(void **state)
{
	static const struct shape shape = { 40, 64, 13, 64 };
	static int8_t weights[96 * 64], own[40 * 64];
	static uint8_t x[14 * 64];
	int32_t bias[40];
	int16_t multiplier[40];
	struct matrix_source source = { 40, 64, 40, 9, own, bias, multiplier };
	uint64_t seed = 11;

	(void)state;
	for (size_t i = 0; i < sizeof(weights); i++)
		weights[i] = weight(RANDOM, &seed);
	for (size_t i = 0; i < sizeof(x); i++)
		x[i] = (uint8_t)random_below(&seed, 256);
	for (size_t i = 0; i < 40; i++) {
		bias[i] = (int32_t)random_below(&seed, 20000) - 10000;
		multiplier[i] = (int16_t)random_below(&seed, 32768);
	}
	for (size_t i = 0; i < 64 / 4; i++)
		memcpy(own + i * 40 * 4, weights + (i * 96 + 32) * 4, 40 * 4);
	for (size_t k = 0; k < KERNEL_COUNT; k++) {
		struct matrix matrix;
		int16_t y[2][13 * 48];

		if (!kernels[k]->usable())
			continue;
		check(kernels[k], &shape, &source, x);
		for (int part = 0; part < 2; part++) {
			struct matrix_source one = source;

			one.stride = part ? 96 : 40;
			one.weights = part ? weights + 32 * 4 : own;
			assert_true(matrix_init(&matrix, kernels[k], &one));
			memset(y[part], 0, sizeof(y[part]));
			kernels[k]->multiply(&matrix, x, 64, 13, y[part]);
			matrix_release(&matrix);
		}
		assert_memory_equal(y[0], y[1], sizeof(y[0]));
	}
}

/* Rises from `least`, and mirrors itself but that no entry is above 32767. */
static void fill_curve(struct curve *curve, int least)
{
	const int middle = (32768 + least) / 2, half = (32768 - least) / 2;

	for (int k = 0; k < CURVE_HALF; k++) {
		const int64_t rest = CURVE_HALF - k;
		const int rise = half - (int)(half * rest * rest >> 20);
		const int right = middle + rise;

		curve->entries[CURVE_HALF - k] = (int16_t)(middle - rise);
		curve->entries[CURVE_HALF + k] =
			(int16_t)(right < INT16_MAX ? right : INT16_MAX);
	}
	curve->entries[0] = curve->entries[1];
	curve_cut(curve);
}

#define OWN 48	  /* numbers of a token that become others; and .. */
#define STRIDE 50 /* .. those there are */

/* All numbers, on a curve in pieces and on one that cannot be cut. */
static void check_curve(const struct curve *curve)
{
	static int16_t y[65536 / OWN + 1][STRIDE];
	static int16_t wanted[65536 / OWN + 1][STRIDE];
	static int16_t found[65536 / OWN + 1][STRIDE];
	const size_t count = sizeof(y) / sizeof(*y);

	for (size_t i = 0; i < count * STRIDE; i++)
		y[i / STRIDE][i % STRIDE] =
			(int16_t)(i / STRIDE * OWN + i % STRIDE);
	memcpy(wanted, y, sizeof(y));
	kernel_portable.look_up(curve, wanted[0], OWN, STRIDE, count);
	assert_int_equal(wanted[1][OWN], y[1][OWN]);
	for (size_t k = 0; k < KERNEL_COUNT; k++) {
		if (!kernels[k]->usable())
			continue;
		memcpy(found, y, sizeof(y));
		kernels[k]->look_up(curve, found[0], OWN, STRIDE, count);
		assert_memory_equal(found, wanted, sizeof(found));
	}
}

static void test_curves(void **state)
{
	static struct curve curve;

	(void)state;
	fill_curve(&curve, -32768);
	assert_true(curve.in_pieces);
	check_curve(&curve);
	fill_curve(&curve, 0);
	assert_true(curve.in_pieces);
	check_curve(&curve);
	curve.entries[CURVE_HALF + 100] += 1;
	curve_cut(&curve);
	assert_false(curve.in_pieces);
	check_curve(&curve);
	fill_curve(&curve, 0);
	curve.entries[CURVE_HALF + 100] += 9;
	curve.entries[CURVE_HALF - 100] -= 9;
	curve_cut(&curve);
	assert_false(curve.in_pieces);
	check_curve(&curve);
}

static void test_failed_allocation(void **state)
{
	const int8_t weights[4 * 4] = { 1 };
	const int32_t bias[4] = { 2 };
	const int16_t multiplier[4] = { 3 };
	const struct matrix_source source = { 4,       4,    4,		0,
					      weights, bias, multiplier };
	struct matrix matrix;

	(void)state;
	for (long n = 0; n < 3; n++) {
		fail_allocations_after(n);
		assert_false(matrix_init(&matrix, &kernel_portable, &source));
		fail_allocations_off();
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_products),
		cmocka_unit_test(test_steps),
		cmocka_unit_test(test_part),
		cmocka_unit_test(test_curves),
		cmocka_unit_test(test_failed_allocation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
