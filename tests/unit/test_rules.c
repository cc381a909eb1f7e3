/* The tables of stages and rules fit each other. */
#include "support.h"

#include "stages/stage.h"

/*
 * The skeleton is taken between the steps that decode and the others. Heads and
 * numbers of pages are told by form feeds, which a decoding step takes out; and
 * what reads lines and words needs newlines and plain spaces.
 */
static bool may_be_early(const struct stage *stage)
{
	return !strcmp(stage->name, "encoding") || stage == &page_stage ||
	       stage == &line_end_stage || stage == &separator_stage ||
	       stage == &indent_stage || stage == &no_break_stage;
}

static void test_decoding_first(void **state)
{
	size_t i = 0;

	(void)state;
	for (; i < stage_count && stages[i]->decodes; i++)
		assert_true(may_be_early(stages[i]));
	assert_true(i > 0 && i < stage_count);
	for (; i < stage_count; i++)
		assert_false(stages[i]->decodes);
}

/* settings->selected and the sets of stages have a bit for each. */
static void test_bits(void **state)
{
	const struct settings *settings = NULL;

	(void)state;
	assert_true(RULE_COUNT <= 8 * sizeof(settings->selected));
	assert_true(stage_count <= 8 * sizeof(settings->decoding));
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
		cmocka_unit_test(test_decoding_first),
		cmocka_unit_test(test_bits),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
