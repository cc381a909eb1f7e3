/* The table of marks, and what ends a sentence. */
#include "support.h"

#include "text/marks.h"

static void test_classes(void **state)
{
	static const struct {
		uint32_t point, mark;
	} wanted[] = {
		{ '.', MARK_TERMINAL },
		{ '?', MARK_TERMINAL | MARK_QUERY },
		{ 0x2026, MARK_TERMINAL | MARK_ELLIPSIS },
		{ '(', MARK_OPEN_BRACKET },
		{ 0x201D, MARK_QUOTE | MARK_CLOSE_QUOTE },
		{ 0x2018, MARK_APOSTROPHE | MARK_OPEN_QUOTE },
		{ 0xAB, MARK_QUOTE | MARK_OPEN_QUOTE },
		{ 0x2014, MARK_DASH },
		{ 0x20AC, MARK_SIGN | MARK_CURRENCY },
		{ 0x25CF, MARK_BULLET },
		{ 'a', 0 },
		{ '7', 0 },
		{ 0xE9, 0 },
		{ 0x201Cu + 0x10000, 0 },
		{ 0x10FFFF, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++)
		assert_int_equal(mark_of(wanted[i].point), wanted[i].mark);
}

static bool ends(const char *text)
{
	return text_ends_sentence(text, 0, strlen(text));
}

static void test_sentence_ends(void **state)
{
	static const char *const yes[] = {
		"It rained.",
		"Did it?\xE2\x80\x9D",
		"(It did!)",
		"\xC2\xABIl pleut.\xC2\xBB",
		"They left\xE2\x80\xA6",
		"No.'\"",
	};
	static const char *const no[] = {
		"",	   "It rained", "It rained,", "\xE2\x80\x9DIt rained",
		"\"' ) ]", "Weather:",	"\xE2\x80",   ".\x9D\x9D\x9D\x9D\x9D",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++)
		assert_true(ends(yes[i]));
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		assert_false(ends(no[i]));
	/* What is before the place asked about does not count. */
	assert_false(text_ends_sentence(".)", 1, 2));
	assert_int_equal(text_before_closing("it.\")", 0, 5), 3);
}

static void test_double_marks(void **state)
{
	(void)state;
	assert_int_equal(mark_double_length("\"", 1, 0), 1);
	assert_int_equal(mark_double_length("\xE2\x80\x9C", 3, 0), 3);
	assert_int_equal(mark_double_length("\xE2\x80\x99", 3, 0), 0);
	assert_int_equal(mark_double_length("\xE2\x80\x9C", 2, 0), 0);
	assert_int_equal(mark_double_length("\"", 1, 1), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_classes),
		cmocka_unit_test(test_sentence_ends),
		cmocka_unit_test(test_double_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
