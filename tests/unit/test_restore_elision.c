/* Words that an apostrophe joins share a case. */
#include "support.h"

#include "restore/elision.h"

#define WORDS_MOST 12

/* Of each word: T a capital, U capitals, l small letters. */
static uint8_t case_of(char letter)
{
	return letter == 'T'   ? RESTORE_TITLE
	       : letter == 'U' ? RESTORE_UPPER
			       : RESTORE_LOWER;
}

static void assert_cases(const char *text, const char *cases,
			 const char *wanted)
{
	static const char file[] = "set possessive = s\n";
	struct verdict verdicts[WORDS_MOST + 1] = { 0 };
	struct word_lists lists;
	struct words words;

	assert_true(word_lists_read(&lists, file, strlen(file)));
	assert_true(words_split(&words, text, strlen(text)));
	words.lists = &lists;
	assert_int_equal(words.count, strlen(cases));
	for (size_t i = 1; i <= words.count; i++)
		verdicts[i].letters = case_of(cases[i - 1]);
	elision_settle(&words, verdicts);
	for (size_t i = 1; i <= words.count; i++)
		if (verdicts[i].letters != case_of(wanted[i - 1]))
			fail_msg("%s: word %zu", text, i);
	words_release(&words);
	word_lists_release(&lists);
}

static void test_goes_on(void **state)
{
	(void)state;
	assert_cases("in sana'a and lana\u2018i", "lTTlTT", "lTllTl");
	assert_cases("near ra\u2019anana", "lTT", "lTl");
	assert_cases("the fo'c'sle", "lTTU", "lTll");
	assert_cases("gideon sa'ar", "TUl", "TTl");
	assert_cases("to mecca's ka'ba", "lTlTU", "lTlTT");
}

static void test_front(void **state)
{
	(void)state;
	assert_cases("said de'andre and sha'carri", "llTllT", "lTTlTT");
	assert_cases("an extraordinary'tom", "llT", "llT");
}

static void test_others_stay(void **state)
{
	(void)state;
	assert_cases("ja'marr o'neal o'a d'arc", "TTTTTTlT", "TTTTTTlT");
	assert_cases("the fbi's and us'a", "lUllUU", "lUllUU");
	assert_cases("the fa'am 'all' da' ana", "lTTTTT", "lTlTTT");
	assert_cases("smith' a ba. a", "TTTT", "TTTT");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_goes_on),
		cmocka_unit_test(test_front),
		cmocka_unit_test(test_others_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
