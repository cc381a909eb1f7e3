/* Sentences of a line: what closes one is its own. */
#include "support.h"

#include "stages/boilerplate/sentences.h"

static void test_skip_closing(void **state)
{
	static const struct {
		const char *text;
		size_t at, end, after;
	} rows[] = {
		{ "late.\") She left", 4, 16, 7 },
		{ "late.\u201D She left", 4, 17, 8 },
		{ "late: she left", 4, 14, 5 },
		{ "late \u201CShe left\u201D", 4, 18, 4 },
		{ "late she left", 4, 13, 4 },
		/* nothing is looked at behind the end */
		{ "late.", 4, 4, 4 },
		{ "late...", 4, 5, 5 },
		{ "late)))", 4, 6, 6 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const size_t after = sentence_skip_closing(
			rows[i].text, rows[i].at, rows[i].end);

		if (after != rows[i].after)
			fail_msg("%s: %zu", rows[i].text, after);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_skip_closing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
