/* The kernels of the restoration network give the same bits. */
#include "support.h"

#include "wire/kernel.h"

struct shape {
	size_t rows, columns, tokens, stride;
};

static const struct shape shapes[] = {
	{ 224, 288, 64, 96 },	/* a convolution: tokens overlap */
	{ 672, 224, 64, 224 },
	{ 224, 672, 33, 224 },
	{ 136, 224, 7, 224 },
	{ 1, 4, 1, 4 },
	{ 17, 1024, 5, 1024 },
};

/* Weights and activations: random, or all at an end of their range. */
enum fill { RANDOM, HIGHEST, LOWEST, FILLS };

static int8_t weight(enum fill fill, uint64_t *state)
{
	if (fill == HIGHEST)
		return KERNEL_WEIGHT_MAX;
	if (fill == LOWEST)
		return KERNEL_WEIGHT_MIN;
	return (int8_t)((int)random_below(state, 2 * KERNEL_WEIGHT_MAX + 1) -
			KERNEL_WEIGHT_MAX);
}

static int32_t expected(const struct shape *s, const int8_t *weights,
			const int32_t *bias, const uint8_t *x, size_t t,
			size_t r)
{
	int32_t sum = bias[r];

	for (size_t i = 0; i < s->columns; i++)
		sum += x[t * s->stride + i] *
		       weights[(i / 4 * s->rows + r) * 4 + i % 4];
	return sum;
}

static void check(const struct kernel *kernel, const struct shape *s,
		  const int8_t *weights, const int32_t *bias, const uint8_t *x)
{
	struct matrix matrix;
	int32_t *sums;

	assert_true(matrix_init(&matrix, kernel, weights, bias, s->rows,
				s->columns));
	sums = calloc(s->tokens * matrix.padded, sizeof(*sums));
	assert_non_null(sums);
	kernel->multiply(&matrix, x, s->stride, s->tokens, sums);
	for (size_t t = 0; t < s->tokens; t++) {
		for (size_t r = 0; r < s->rows; r++)
			assert_int_equal(sums[t * matrix.padded + r],
					 expected(s, weights, bias, x, t, r));
	}
	free(sums);
	matrix_release(&matrix);
}

static void check_shape(const struct shape *s, enum fill fill)
{
	const size_t size = s->rows * s->columns;
	const size_t reach = s->tokens * s->stride + s->columns;
	int8_t *weights = malloc(size);
	int32_t *bias = malloc(s->rows * sizeof(*bias));
	uint8_t *x = malloc(reach);
	uint64_t state = 7;

	assert_true(weights && bias && x);
	for (size_t i = 0; i < size; i++)
		weights[i] = weight(fill, &state);
	for (size_t i = 0; i < s->rows; i++)
		bias[i] = (int32_t)random_below(&state, 2000000) - 1000000;
	for (size_t i = 0; i < reach; i++)
		x[i] = fill ? 255 : (uint8_t)random_below(&state, 256);
	check(&kernel_portable, s, weights, bias, x);
	if (kernel_avx2.usable())
		check(&kernel_avx2, s, weights, bias, x);
	free(x);
	free(bias);
	free(weights);
}

static void test_kernels_agree(void **state)
{
	(void)state;
	if (!kernel_avx2.usable())
		print_message("no AVX2 here: the portable kernel alone\n");
	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++) {
		for (int fill = 0; fill < FILLS; fill++)
			check_shape(&shapes[i], (enum fill)fill);
	}
}

static void test_failed_allocation(void **state)
{
	const int8_t weights[4 * 4] = { 1 };
	const int32_t bias[4] = { 2 };
	struct matrix matrix;

	(void)state;
	for (long n = 0; n < 2; n++) {
		fail_allocations_after(n);
		assert_false(matrix_init(&matrix, &kernel_portable, weights,
					 bias, 4, 4));
		fail_allocations_off();
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kernels_agree),
		cmocka_unit_test(test_failed_allocation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
