/* Lines that are the same but for the shape of their quotation marks. */
#include "support.h"

#include "stages/boilerplate/turned.h"

static struct turned_line line_of(const char *text)
{
	return (struct turned_line){ text, 0, strlen(text) };
}

static bool is_same(const char *one, const char *other)
{
	const struct turned_line a = line_of(one), b = line_of(other);

	assert_int_equal(turned_same(&a, &b), turned_same(&b, &a));
	return turned_same(&a, &b);
}

static void test_same(void **state)
{
	(void)state;
	assert_true(is_same("", ""));
	assert_true(is_same("The ferry sank.", "The ferry sank."));
	assert_true(is_same("\"The ferry sank.\"", "“The ferry sank.”"));
	assert_true(is_same("It's the '90s", "It’s the ‘90s"));
	assert_true(is_same("It‘s the ‘90s", "It’s the ’90s"));
	assert_true(is_same("a``b", "a‘‘b"));
	assert_true(is_same("“", "”"));
}

static void test_others(void **state)
{
	(void)state;
	assert_false(is_same("", "\""));
	assert_false(is_same("It's", "It\"s"));
	assert_false(is_same("''so''", "\"so\""));
	assert_false(is_same("“so”", "‘so’"));
	assert_false(is_same("“so”", "„so”"));
	assert_false(is_same("so “", "so …"));
	assert_false(is_same("The \"ferry\"", "The “ferry”."));
	assert_false(is_same("The \"ferry\" sank", "The “ferry” sang"));
}

/* The words of a line, found anew, and moved from the other line. */
static void hold_words(const char *text, const char *past)
{
	const struct turned_line now = line_of(text), then = line_of(past);
	struct arena arena = { 0 };
	struct tokens fresh, old, moved;

	assert_true(tokens_split(&fresh, &arena, text, 0, now.end));
	assert_true(tokens_split(&old, &arena, past, 0, then.end));
	assert_true(turned_words(&then, &now, &arena, &old, &moved));
	assert_int_equal(moved.count, fresh.count);
	for (size_t i = 0; i <= fresh.count; i++) {
		assert_int_equal(moved.word[i].hash, fresh.word[i].hash);
		assert_int_equal(moved.word[i].at, fresh.word[i].at);
		assert_int_equal(moved.word[i].end, fresh.word[i].end);
		assert_int_equal(moved.word[i].gap, fresh.word[i].gap);
		assert_int_equal(moved.word[i].flags, fresh.word[i].flags);
	}
	arena_release(&arena);
}

static void test_words(void **state)
{
	static const char *const pairs[][2] = {
		{ "\"It's late,\" she said.", "“It’s late,” she said." },
		{ "'", "’" },
		{ "See 'harbour.com/it's' -- \"now\"",
		  "See ‘harbour.com/it’s’ -- “now”" },
		{ "\"Café\"'s -'x", "“Café”’s -‘x" },
		{ "@harbour's \"-\" “Roe”", "@harbour’s “-” \"Roe\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		hold_words(pairs[i][0], pairs[i][1]);
		hold_words(pairs[i][1], pairs[i][0]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests_name("turned", tests, NULL, NULL);
}
