/* The flat list of changes, and the conditions of an article. */
#include "support.h"

static const struct cd_change *changes_of(struct cd_result **result,
					  const char *text, size_t *count)
{
	struct cd_desk *desk = desk_for(NULL);
	const struct cd_change *changes;

	assert_int_equal(cd_run(desk, text, strlen(text), result), CD_OK);
	assert_int_equal(cd_changes(*result, &changes, count), CD_OK);
	cd_desk_free(desk);
	return changes;
}

static void check_change(const struct cd_change *change, const char *old,
			 const char *fresh, const char *rules)
{
	char names[200] = "";

	for (size_t i = 0; i < change->rule_count; i++) {
		strcat(names, i ? " " : "");
		strcat(names, change->rules[i]->name);
	}
	assert_string_equal(names, rules);
	assert_int_equal(change->end - change->off, strlen(old));
	assert_int_equal(change->text.len, strlen(fresh));
	assert_memory_equal(change->text.bytes, fresh, change->text.len);
	assert_int_equal(change->confidence, 100);
}

static void test_single(void **state)
{
	struct cd_result *result = NULL;
	const struct cd_change *changes;
	size_t count;

	(void)state;
	changes = changes_of(
		&result, "The mayor  said: \"We will rebuild it.\"\n", &count);
	assert_int_equal(count, 3);
	check_change(&changes[0], "  ", " ", "whitespace/run");
	assert_int_equal(changes[0].off, 9);
	check_change(&changes[1], "\"", "\xE2\x80\x9C", "quotes/straight");
	check_change(&changes[2], "\"", "\xE2\x80\x9D", "quotes/straight");
	cd_result_free(result);
}

/* An entity becomes a straight mark, and that a curly one: one change. */
static void test_layers(void **state)
{
	struct cd_result *result = NULL;
	const struct cd_change *changes;
	size_t count;

	(void)state;
	changes = changes_of(
		&result, "Mr. Hale said &quot;no&quot; to the plan.\n", &count);
	assert_int_equal(count, 2);
	check_change(&changes[0], "&quot;", "\xE2\x80\x9C",
		     "encoding/entity quotes/straight");
	check_change(&changes[1], "&quot;", "\xE2\x80\x9D",
		     "encoding/entity quotes/straight");
	cd_result_free(result);
}

static void test_clean(void **state)
{
	struct cd_result *result = NULL;
	size_t count;

	(void)state;
	changes_of(&result, "Nothing is wrong with this.\n", &count);
	assert_int_equal(count, 0);
	assert_int_equal(cd_conditions(result), 0);
	cd_result_free(result);
}

static bool shows(const struct cd_result *result, const char *name)
{
	for (size_t i = 0; i < cd_condition_count(); i++)
		if (!strcmp(cd_condition(i)->name, name))
			return cd_conditions(result) >> i & 1;
	fail_msg("no condition %s", name);
	return false;
}

static void test_conditions(void **state)
{
	static const char one_sided[] =
		"\xE2\x80\x9DWe counted,\xE2\x80\x9D said Ida Lowell. "
		"\xE2\x80\x9DTwice,\xE2\x80\x9D she added.\n";
	static const char tokenised[] =
		"The ferry , which is old , stopped . Nobody knew why , "
		"the owner said . It will run again , he hopes .\n";
	struct cd_result *result = NULL;
	size_t count;

	(void)state;
	changes_of(&result, one_sided, &count);
	assert_true(shows(result, "one-sided"));
	assert_false(shows(result, "tokenised"));
	changes_of(&result, tokenised, &count);
	assert_true(shows(result, "tokenised"));
	assert_false(shows(result, "one-sided"));
	assert_null(cd_condition(cd_condition_count()));
	cd_result_free(result);
}

/* Each change fails on its own when memory runs out, and can be asked again. */
static void test_no_memory(void **state)
{
	static const char text[] = "He said  \"no\" .\n";
	struct cd_desk *desk = desk_for(NULL);
	struct cd_result *result = NULL;
	const struct cd_change *changes;
	size_t count;

	(void)state;
	assert_int_equal(cd_run(desk, text, strlen(text), &result), CD_OK);
	fail_allocations_after(0);
	if (cd_changes(result, &changes, &count) == CD_NOMEM)
		assert_int_equal(count, 0);
	fail_allocations_off();
	assert_int_equal(cd_changes(result, &changes, &count), CD_OK);
	assert_true(count > 0);
	cd_result_free(result);
	cd_desk_free(desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_single),
		cmocka_unit_test(test_layers),
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_conditions),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests_name("changes", tests, NULL, NULL);
}
