/* Fenced blocks of Markdown: where they begin and end, what is code. */
#include "support.h"

#include "text/fence.h"

static struct fence block_of(const char *text, size_t at)
{
	struct fence fence = { .at = 0 };

	assert_true(fence_at(text, strlen(text), at, &fence));
	return fence;
}

static bool is_none(const char *text, size_t at)
{
	struct fence fence;

	return !fence_at(text, strlen(text), at, &fence);
}

static void test_places(void **state)
{
	static const char text[] = "One.\n  ```c\nint a;\n ```  \nTwo.\n";
	const struct fence fence = block_of(text, 7);

	(void)state;
	assert_int_equal(fence.at, 5);
	assert_int_equal(fence.body, 11);
	assert_int_equal(fence.last, 19);
	assert_int_equal(fence.end, 25);
	assert_true(fence.code);
	assert_int_equal(fence_row(text, strlen(text), 7), 3);
	assert_int_equal(fence_row(text, strlen(text), 8), 0);
}

static void test_code(void **state)
{
	(void)state;
	assert_true(block_of("```\nif (a == b) {\n\tc[1] = d();\n}\n```\n", 0)
			    .code);
	assert_false(block_of("```\nCall Ann Roe at the quay.\n```\n", 0).code);
	/* A bracket opens a string by the mark in it. */
	assert_true(block_of("```\nPrint by say(\"so\") here.\n```\n", 0).code);
	assert_true(block_of("```\nPrint by say['so'] here.\n```\n", 0).code);
	assert_false(block_of("```\nCall the boat(s) to it.\n```\n", 0).code);
	assert_false(block_of("```\nCall Ann (\"Boats\") Roe.\n```\n", 0).code);
}

static void test_none(void **state)
{
	(void)state;
	assert_true(is_none("``\nhe said''\n``\n", 0));
	assert_true(is_none("A word ```\na\n```\n", 7));
	assert_true(is_none("```\nnothing closes it\n", 0));
	assert_true(is_none("```c\nThe next row opens one.\n```c\n", 0));
}

/* A row that another opening row follows is unclosed; the second is closed. */
static void test_walk(void **state)
{
	static const char text[] = "```a\nx\n```b\ny\n```\n```\nz\n```";
	struct fence_walk walk = { .text = text, .len = strlen(text) };
	struct fence fence;

	(void)state;
	assert_true(fence_next(&walk, &fence));
	assert_int_equal(fence.at, 7);
	assert_int_equal(fence.end, 17);
	assert_true(fence_next(&walk, &fence));
	assert_int_equal(fence.at, 18);
	assert_int_equal(fence.end, strlen(text));
	assert_false(fence_next(&walk, &fence));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_code),
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_walk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
