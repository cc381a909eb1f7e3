/* The text of what was stripped, by whatever stage. */
#include "support.h"

/* The first span that goes, as the result has it; free() it. */
static char *stripped_of(const char *text)
{
	struct cd_desk *desk = desk_for(NULL);
	struct cd_result *result = NULL;
	const struct cd_stripped *spans;
	size_t count;
	char *found;

	assert_int_equal(cd_run(desk, text, strlen(text), &result), CD_OK);
	assert_int_equal(cd_stripped(result, &spans, &count), CD_OK);
	assert_true(count > 0);
	found = strndup(spans[0].text.bytes, spans[0].text.len);
	assert_non_null(found);
	cd_result_free(result);
	cd_desk_free(desk);
	return found;
}

static void check(const char *text, const char *wanted)
{
	char *found = stripped_of(text);

	assert_string_equal(found, wanted);
	free(found);
}

static void test_source(void **state)
{
	(void)state;
	check("The pier is open.\n\nRead more: Old ferry comes home\n\n"
	      "It closes at six.\n",
	      "Read more: Old ferry comes home\n\n");
}

/* Entities before it: places in the source are not those in the text. */
static void test_decoded(void **state)
{
	(void)state;
	check("The pier &amp; the mill &amp; the ferry are open.\n\n"
	      "Read more: Caf&eacute; comes home\n\nIt closes at six.\n",
	      "Read more: Caf\u00E9 comes home\n\n");
}

/* Pages are put together before soft hyphens go. */
static void test_page(void **state)
{
	(void)state;
	check("The port will keep the old pi\u00ADer and the fer\u00ADry and "
	      "the "
	      "mar\u00ADket open until\n\n- 3 -\n\fthe spring, when a new one "
	      "will be ready, or\n\n- 4 -\n\fnever, if the talks fail.\n",
	      "\n\n- 3 -\n\f");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_source),
		cmocka_unit_test(test_decoded),
		cmocka_unit_test(test_page),
	};

	return cmocka_run_group_tests_name("stripped", tests, NULL, NULL);
}
