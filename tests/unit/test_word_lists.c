/* Lists of a language's words: their file and their table. */
#include "support.h"

#include "lang/lang.h"
#include "text/word_lists.h"

static const char file[] = "# A comment | of words\n"
			   "set clitic = d | ll\n"
			   "set month =\n"
			   "\tMay | June\n"
			   "# Another\n"
			   "\tJuly\n"
			   "set phrases = out of | may\n"
			   "set accented = caf | may day\n"
			   "set unit = fifteen-letters | sixteen--letters\n";

static uint32_t find(const struct word_lists *lists, const char *word)
{
	return word_lists_find(lists, word, strlen(word));
}

static void test_file(void **state)
{
	struct word_lists lists;

	(void)state;
	assert_true(word_lists_read(&lists, file, strlen(file)));
	assert_int_equal(find(&lists, "ll"), LIST_CLITIC);
	assert_int_equal(find(&lists, "LL"), LIST_CLITIC);
	assert_int_equal(find(&lists, "may"), LIST_MONTH);
	assert_int_equal(find(&lists, "July"), LIST_MONTH);
	assert_int_equal(find(&lists, "caf"), LIST_ACCENTED);
	assert_int_equal(find(&lists, "fifteen-letters"), LIST_UNIT);
	assert_int_equal(find(&lists, "sixteen--letters"), 0);
	assert_int_equal(find(&lists, "out"), 0);
	assert_int_equal(find(&lists, "day"), 0);
	assert_int_equal(find(&lists, "l"), 0);
	assert_int_equal(find(&lists, ""), 0);
	assert_int_equal(find(&lists, "Augustaugustaugust"), 0);
	word_lists_release(&lists);
	assert_int_equal(find(&lists, "ll"), 0);
	assert_int_equal(find(NULL, "ll"), 0);
}

static void test_places(void **state)
{
	static const char text[] = "we'll, \xC3\xA9ll d7 ll";
	const size_t len = strlen(text);
	struct word_lists lists;

	(void)state;
	assert_true(word_lists_read(&lists, file, strlen(file)));
	assert_int_equal(word_lists_at(&lists, text, len, 3), LIST_CLITIC);
	assert_int_equal(word_lists_before(&lists, text, 5), LIST_CLITIC);
	assert_int_equal(word_lists_before(&lists, text, 11), 0);
	assert_int_equal(word_lists_at(&lists, text, len, 12), 0);
	assert_int_equal(word_lists_at(&lists, text, len, len - 2),
			 LIST_CLITIC);
	assert_int_equal(word_lists_at(&lists, text, len, len), 0);
	assert_int_equal(word_lists_before(&lists, text, 0), 0);
	word_lists_release(&lists);
}

/* Each list that stages ask for is in the English file. */
static void test_english(void **state)
{
	const struct lang_file *english = &lang_find("en")->lists;
	const char *name;
	size_t count = 0;
	char line[64];

	(void)state;
	for (; (name = word_list_name(count)) != NULL; count++) {
		snprintf(line, sizeof(line), "\nset %s =", name);
		assert_non_null(strstr(english->bytes, line));
	}
	/* The names are in the order of the bits. */
	assert_string_equal(word_list_name(0), "accented");
	assert_int_equal(1u << (count - 1), LIST_UNIT);
}

static void test_no_memory(void **state)
{
	struct word_lists lists;

	(void)state;
	fail_allocations_after(0);
	assert_false(word_lists_read(&lists, file, strlen(file)));
	fail_allocations_off();
	word_lists_release(&lists);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_file),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_english),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
