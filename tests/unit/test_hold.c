/* Places that are held: what is beside them stays, the rest is mended. */
#include "support.h"

static const char *ends_in(struct cd_result *result)
{
	const struct cd_finding *findings;
	size_t count;

	assert_int_equal(cd_findings(result, &findings, &count), CD_OK);
	for (size_t i = 0; i < count; i++)
		if (!strncmp(findings[i].rule->name, "internal/", 9))
			return findings[i].rule->name;
	return NULL;
}

static void check(const char *text, const char *wanted, const char *rule)
{
	struct cd_desk *desk = desk_for(NULL);
	struct cd_result *result = NULL;
	const char *found;

	assert_int_equal(cd_run(desk, text, strlen(text), &result), CD_OK);
	found = ends_in(result);
	assert_int_equal(cd_text(result).len, strlen(wanted));
	assert_memory_equal(cd_text(result).bytes, wanted, strlen(wanted));
	assert_int_equal(found != NULL, rule != NULL);
	if (found)
		assert_string_equal(found, rule);
	assert_int_equal(cd_run(desk, wanted, strlen(wanted), &result), CD_OK);
	assert_false(cd_changed(result));
	cd_result_free(result);
	cd_desk_free(desk);
}

/* A curly apostrophe, or a space, makes it what can be decoded. */
static void test_beside(void **state)
{
	(void)state;
	check("The old boat dapted вЂ's by Peter Orr ,they said  twice .",
	      "The old boat dapted вЂ's by Peter Orr, they said twice.", NULL);
	check("She wrote on Monday“â€™e stay,” and left.  The clerk 's late .",
	      "She wrote on Monday“â€™e stay,” and left. The clerk’s late.",
	      NULL);
	check("He sold the ferry в&#39;њin October ,they said .",
	      "He sold the ferry в'њin October, they said.", NULL);
}

static void test_several(void **state)
{
	(void)state;
	check("A boat dapted вЂ's by Peter Orr ,they said . A pier built "
	      "вЂ's by Ida Lowell ,they said .",
	      "A boat dapted вЂ's by Peter Orr, they said. A pier built "
	      "вЂ's by Ida Lowell, they said.",
	      NULL);
}

/* What comes to rest so, but not when it is run again. */
static void test_restless(void **state)
{
	static const char text[] =
		"The street in Ellis â‚'“ was open ,they said .";

	(void)state;
	check(text, text, "internal/unstable");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_beside),
		cmocka_unit_test(test_several),
		cmocka_unit_test(test_restless),
	};

	return cmocka_run_group_tests_name("hold", tests, NULL, NULL);
}
