/* Words of an article that tell pounds from dollars. */
#include "support.h"

#include "restore/pounds.h"

static const char list_text[] = "* -20\n"
				"0m 5\n"
				"harbour 15\n"
				"senator -30\n"
				"~quay 8\n";

static const struct lang_file list = { list_text,
				       list_text + sizeof(list_text) - 1 };

static int read_text(const struct lang_file *file, const char *text)
{
	struct words words;
	int sum;

	assert_true(words_split(&words, text, strlen(text)));
	sum = pounds_read(file, &words);
	words_release(&words);
	return sum;
}

static void test_sum(void **state)
{
	(void)state;
	assert_int_equal(read_text(&list, "it rained"), -20);
	assert_int_equal(read_text(&list, "the harbour"), -5);
	assert_int_equal(read_text(&list, "a HARBOUR, a Senator"), -35);
	/* each once, however often it is said */
	assert_int_equal(read_text(&list, "harbour by harbour"), -5);
	/* any number, and the letters behind it */
	assert_int_equal(read_text(&list, "the 2 15m boats"), -15);
	assert_int_equal(read_text(&list, "15 m"), -20);
	/* what counts near an amount only */
	assert_int_equal(read_text(&list, "the quay"), -20);
}

static void test_no_list(void **state)
{
	static const struct lang_file none = { NULL, NULL };

	(void)state;
	assert_int_equal(read_text(&none, "the harbour"), 0);
}

/* Gap i of "w w 5 ...": what is said of it with `all` before. */
static enum pounds at_amount(const char *text, size_t i, int all)
{
	struct words words;
	enum pounds pounds;

	assert_true(words_split(&words, text, strlen(text)));
	pounds = pounds_at(&list, all, &words, i);
	words_release(&words);
	return pounds;
}

static void test_amounts(void **state)
{
	(void)state;
	assert_int_equal(at_amount("he paid 5 then", 2, -17), POUNDS_NO);
	assert_int_equal(at_amount("he paid 5 then", 2, -16), POUNDS_PERHAPS);
	assert_int_equal(at_amount("he paid 5 then", 2, -1), POUNDS_PERHAPS);
	assert_int_equal(at_amount("he paid 5 then", 2, 0), POUNDS_LIKELY);
}

static void test_near(void **state)
{
	(void)state;
	assert_int_equal(at_amount("the quay cost 5", 3, -8), POUNDS_LIKELY);
	/* once */
	assert_int_equal(at_amount("quay quay cost 5", 3, -9), POUNDS_PERHAPS);
	/* six words on either side */
	assert_int_equal(at_amount("5 a b c d e quay", 0, -8), POUNDS_LIKELY);
	assert_int_equal(at_amount("5 a b c d e f quay", 0, -8),
			 POUNDS_PERHAPS);
	assert_int_equal(at_amount("quay a b c d e 5", 6, -8), POUNDS_LIKELY);
	assert_int_equal(at_amount("quay a b c d e f 5", 7, -8),
			 POUNDS_PERHAPS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sum),
		cmocka_unit_test(test_no_list),
		cmocka_unit_test(test_amounts),
		cmocka_unit_test(test_near),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
