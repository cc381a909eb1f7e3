/* A restored article says how many edits of each kind were made or left out. */
#include "support.h"

#include <copydesk.h>

static const char text[] =
	"He didn t like it at all. He said that he wasn t impressed with it, "
	"and that the people of this town didn t deserve it either.  We did "
	"all that we could to save the school,  she said.  It s the only one "
	"that we have,  the mayor told the council.\n";

static void assert_said(const char *confidence, const char *part, bool is_said)
{
	const struct cd_options options = { .rules = "=casing",
					    .min_confidence = confidence };
	const struct cd_finding *findings;
	struct cd_result *result = NULL;
	struct cd_desk *desk;
	size_t count;

	assert_int_equal(cd_desk_new(&options, &desk), CD_OK);
	assert_int_equal(cd_run(desk, text, sizeof(text) - 1, &result), CD_OK);
	assert_int_equal(cd_findings(result, &findings, &count), CD_OK);
	assert_int_equal(count, 1);
	assert_int_equal(strstr(findings[0].message, part) != NULL, is_said);
	assert_int_equal(strncmp(findings[0].message, findings[0].rule->summary,
				 strlen(findings[0].rule->summary)),
			 0);
	cd_result_free(result);
	cd_desk_free(desk);
}

static void test_made(void **state)
{
	(void)state;
	assert_said(NULL, "; restored: 4 quotation marks", true);
	assert_said(NULL, "left out", false);
}

static void test_left_out(void **state)
{
	(void)state;
	assert_said("quotes=100",
		    "; left out, not sure enough: 4 quotation marks", true);
	assert_said("quotes=100", "; restored: 4 quotation marks", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_made),
		cmocka_unit_test(test_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
