/* The line cache: what a second pass takes from the first. */
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
	static const struct strip_rules rules;
	struct line_cache cache = { .text = before, .lines = then, .count = 4 };
	struct pass pass = { .text = after, .len = sizeof(after) - 1 };
	const struct article article = { .pass = &pass,
					 .rules = &rules,
					 .cache = &cache };

	(void)state;
	assert_true(line_cache_unmatched(&article, &now[0]));
	/* something was found in it */
	assert_false(line_cache_unmatched(&article, &now[1]));
	/* it reads otherwise now */
	assert_false(line_cache_unmatched(&article, &now[2]));

	/* a line at another edge is looked at again */
	then[0].edges = 0;
	cache.next = 0;
	assert_false(line_cache_unmatched(&article, &now[0]));
}

/* What a line was found to be holds at its new place. */
static void test_take(void **state)
{
	struct token words[] = {
		{ .hash = 7, .at = 10, .end = 13, .gap = 1 },
		{ .at = 14, .end = 14 },
	};
	struct rule_match match = { 3, 0, 1 };
	struct line then = {
		.at = 10,
		.end = 14,
		.known = true,
		.features = FEATURE_NAME,
		.words = { words, 1 },
		.matches = &match,
		.match_count = 1,
		.teaser = true,
		.mark = 5,
	};
	struct line_cache cache = { .lines = &then, .count = 1 };
	struct arena arena;
	struct pass pass = { .arena = &arena };
	struct line now = { .at = 2, .end = 6, .past = &then }, other = now;
	struct article article = {
		.pass = &pass,
		.cache = &cache,
		.lines = &now,
	};

	(void)state;
	arena_init(&arena);
	assert_true(line_cache_take(&article, &now));
	assert_int_equal(now.words.count, 1);
	assert_int_equal(now.words.word[0].at, 2);
	assert_int_equal(now.words.word[0].end, 5);
	assert_int_equal(now.words.word[0].hash, 7);
	assert_int_equal(now.words.word[1].at, 6);
	assert_int_equal(now.features, FEATURE_NAME);
	assert_int_equal(now.match_count, 1);
	assert_true(now.teaser);
	/* what became of it then is no part of it */
	assert_int_equal(now.mark, 0);
	/* the first line's matches, a headline's, are no other line's */
	article.lines = &other;
	assert_false(line_cache_take(&article, &now));
	article.lines = &now;
	/* a speaker's name is one in a transcript only */
	cache.transcript = true;
	assert_false(line_cache_take(&article, &now));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_take),
	};

	return cmocka_run_group_tests_name("cache", tests, NULL, NULL);
}
