/* The tables of stages and rules fit each other. */
#include "support.h"

#include "stages/stage.h"

static void test_encoding_rows(void **state)
{
	size_t rows = 0;

	(void)state;
	while (rows < stage_count && !strcmp(stages[rows].name, "encoding"))
		rows++;
	assert_int_equal(rows, stage_first_after_encoding);
	for (; rows < stage_count; rows++)
		assert_string_not_equal(stages[rows].name, "encoding");
}

/* settings->selected and settings->stages have a bit for each. */
static void test_bits(void **state)
{
	const struct settings *settings = NULL;

	(void)state;
	assert_true(RULE_COUNT <= 8 * sizeof(settings->selected));
	assert_true(stage_count <= 8 * sizeof(settings->stages));
}

static void test_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < cd_rule_count(); i++) {
		assert_non_null(strchr(cd_rule(i)->name, '/'));
		assert_ptr_equal(cd_rule_find(cd_rule(i)->name), cd_rule(i));
	}
	assert_null(cd_rule(cd_rule_count()));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_encoding_rows),
		cmocka_unit_test(test_bits),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
