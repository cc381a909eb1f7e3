/* Passes: an edit out of place fails the pass, and is not recorded. */
#include "support.h"

#include "base/arena.h"
#include "edit/pass.h"
#include "stages/stage.h"

static const char text[] = "one two three";

static void begin(struct pass *pass, struct settings *settings,
		  struct layer *layer)
{
	memset(settings, 0, sizeof(*settings));
	memset(settings->selected, 0xFF, sizeof(settings->selected));
	layer_init(layer);
	*pass = (struct pass){
		.text = text,
		.len = sizeof(text) - 1,
		.settings = settings,
		.layer = layer,
	};
}

static void check_misplaced(size_t at, size_t end)
{
	struct settings settings;
	struct layer layer;
	struct pass pass;

	begin(&pass, &settings, &layer);
	pass_put(&pass, RULE_WHITESPACE_RUN, 4, 7, "2");
	assert_false(pass.failed);
	pass_put(&pass, RULE_WHITESPACE_RUN, at, end, "x");
	assert_true(pass.failed);
	assert_true(pass.misplaced);
	assert_int_equal(layer.edit_count, 1);
	layer_release(&layer);
}

static void test_misplaced(void **state)
{
	(void)state;
	check_misplaced(6, 9);
	check_misplaced(0, 3);
	check_misplaced(9, 8);
	check_misplaced(8, sizeof(text));
}

/* Deletions and notes of one rule, side by side, are one finding. */
static void test_runs(void **state)
{
	struct settings settings;
	struct layer layer;
	struct pass pass;

	(void)state;
	begin(&pass, &settings, &layer);
	pass_delete_run(&pass, RULE_ENCODING_CONTROL, 0, 1);
	pass_delete_run(&pass, RULE_ENCODING_CONTROL, 1, 3);
	assert_int_equal(layer.finding_count, 1);
	assert_int_equal(layer.edit_count, 1);
	assert_int_equal(layer.edits[0].end, 3);
	pass_delete_run(&pass, RULE_ENCODING_BOM, 3, 4);
	pass_delete_run(&pass, RULE_ENCODING_BOM, 5, 6);
	assert_int_equal(layer.finding_count, 3);
	pass_note(&pass, RULE_ENCODING_LOST_CHARACTER, 6, 7, NULL);
	pass_note(&pass, RULE_ENCODING_LOST_CHARACTER, 7, 8, NULL);
	pass_note(&pass, RULE_ENCODING_LOST_CHARACTER, 9, 10, NULL);
	assert_int_equal(layer.finding_count, 5);
	assert_int_equal(layer.findings[3].end, 8);
	assert_false(pass.failed);
	layer_release(&layer);
}

static void test_touching(void **state)
{
	struct settings settings;
	struct layer layer;
	struct pass pass;

	(void)state;
	begin(&pass, &settings, &layer);
	pass_put(&pass, RULE_WHITESPACE_RUN, 4, 7, "2");
	pass_put(&pass, RULE_WHITESPACE_RUN, 7, 8, "");
	assert_false(pass.failed);
	assert_true(layer_apply(&layer, text, sizeof(text) - 1));
	assert_int_equal(layer.out.len, 10);
	assert_memory_equal(layer.out.bytes, "one 2three", 10);
	layer_release(&layer);
}

/* Places have 32 bits: what is written may not be longer. */
static void test_too_long(void **state)
{
	struct settings settings;
	struct layer layer;
	struct pass pass;

	(void)state;
	begin(&pass, &settings, &layer);
	assert_int_equal(layer.most, UINT32_MAX);
	pass_put(&pass, RULE_WHITESPACE_RUN, 0, 0, "zero ");
	pass_put(&pass, RULE_WHITESPACE_RUN, 4, 7, "2");
	layer.most = sizeof(text) - 1 + 2;
	assert_false(layer_apply(&layer, text, sizeof(text) - 1));
	assert_true(layer.too_long);
	assert_int_equal(layer.out.len, 0);
	layer.most = sizeof(text) - 1 + 3;
	assert_true(layer_apply(&layer, text, sizeof(text) - 1));
	assert_false(layer.too_long);
	assert_int_equal(layer.out.len, layer.most);
	layer_release(&layer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_misplaced),
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_touching),
		cmocka_unit_test(test_too_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
