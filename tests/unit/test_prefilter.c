/* Lengths of lines that the prefilter tells apart. */
#include "support.h"

#include "stages/boilerplate/prefilter.h"
#include "stages/boilerplate/rules.h"

/* At each length from which a rule for fewer words may not apply. */
static void test_lengths(void **state)
{
	size_t steps = 0;

	(void)state;
	for (size_t len = 1; len < 2 * SHORT_LINE_BYTES; len++) {
		const bool alike = prefilter_treats_alike(len, len + 1);

		assert_int_equal(prefilter_treats_alike(len + 1, len), alike);
		assert_true(prefilter_treats_alike(len, len));
		assert_int_equal(alike, len > SHORT_LINE_BYTES || len % 16);
		steps += !alike;
	}
	assert_int_equal(steps, SHORT_LINE_BYTES / 16);
	assert_true(prefilter_treats_alike(161, 5000));
	assert_false(prefilter_treats_alike(160, 161));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lengths),
	};

	return cmocka_run_group_tests_name("prefilter", tests, NULL, NULL);
}
