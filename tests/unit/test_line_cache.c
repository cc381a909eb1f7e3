/* Recall: what a second round takes from the first. */
#include "support.h"

#include "stages/boilerplate/line_cache.h"

static void test_lines(void **state)
{
	static const char before[] = "One line.\nGone.\nTwo lines.\nThree.";
	static const char after[] = "One line.\nTwo lines.\nThree!";
	struct line then[] = {
		{ .at = 0, .end = 9, .edges = EDGE_HEAD },
		{ .at = 10, .end = 15 },
		{ .at = 16, .end = 26, .known = true, .match_count = 1 },
		{ .at = 27, .end = 33, .edges = EDGE_TAIL },
	};
	struct line now[] = {
		{ .at = 0, .end = 9, .edges = EDGE_HEAD },
		{ .at = 10, .end = 20 },
		{ .at = 21, .end = 27, .edges = EDGE_TAIL },
	};
	struct line_cache cache = { .text = before, .lines = then, .count = 4 };

	(void)state;
	assert_true(line_cache_unmatched(&cache, after, &now[0]));
	/* something was found in it */
	assert_false(line_cache_unmatched(&cache, after, &now[1]));
	/* it reads otherwise now */
	assert_false(line_cache_unmatched(&cache, after, &now[2]));

	/* a line at another edge is looked at again */
	then[0].edges = 0;
	cache.next = 0;
	assert_false(line_cache_unmatched(&cache, after, &now[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
	};

	return cmocka_run_group_tests_name("cache", tests, NULL, NULL);
}
