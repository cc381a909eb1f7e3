/* Blank lines, and lines that hold text. */
#include "support.h"

#include "text/lines.h"

static void test_blank(void **state)
{
	(void)state;
	assert_true(text_is_blank_line("", 0));
	assert_true(text_is_blank_line(" \t\r", 3));
	assert_false(text_is_blank_line(" . ", 3));
	assert_false(text_is_blank_line("\xC2\xA0", 2));
	assert_false(text_is_blank_line("\0", 1));
}

static void test_next(void **state)
{
	static const char text[] = "\n  One \r\n\t\n\nTwo\n ";
	size_t next = 0, at, end;

	(void)state;
	assert_true(text_next_line(text, strlen(text), &next, &at, &end));
	assert_int_equal(end - at, 3);
	assert_memory_equal(text + at, "One", end - at);
	assert_true(text_next_line(text, strlen(text), &next, &at, &end));
	assert_int_equal(end - at, 3);
	assert_memory_equal(text + at, "Two", end - at);
	assert_false(text_next_line(text, strlen(text), &next, &at, &end));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blank),
		cmocka_unit_test(test_next),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
