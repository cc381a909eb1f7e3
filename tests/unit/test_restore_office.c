/* The words of an office share a case. */
#include "support.h"

#include "lang/lang.h"
#include "restore/office.h"

#define WORDS_MOST 12

/* Letters of each word: T a capital, l a small one; and how much it is that. */
static void assert_cases(const char *text, const char *cases, const int *sure,
			 const char *wanted)
{
	static struct restore_model model;
	struct gap_rules rules = { .loss = LOSS_LOWER };
	struct trace traces[WORDS_MOST + 1] = { 0 };
	struct verdict verdicts[WORDS_MOST + 1] = { 0 };
	struct words words;
	struct decoder decoder = { .model = &model,
				   .rules = &rules,
				   .words = &words,
				   .lang = lang_find("en"),
				   .traces = traces };

	strcpy(model.gaps[0].text, " ");
	model.gaps[0].len = 1;
	assert_true(words_split(&words, text, strlen(text)));
	assert_int_equal(words.count, strlen(cases));
	for (size_t i = 1; i <= words.count; i++) {
		const bool raised = cases[i - 1] == 'T';

		verdicts[i].letters = raised ? RESTORE_TITLE : RESTORE_LOWER;
		verdicts[i].is_kept = i < words.count;
		traces[i].letters[verdicts[i].letters] = (int16_t)sure[i - 1];
	}
	offices_settle(&decoder, verdicts);
	for (size_t i = 1; i <= words.count; i++)
		assert_int_equal(verdicts[i].letters == RESTORE_TITLE,
				 wanted[i - 1] == 'T');
	words_release(&words);
}

static void test_likelier_case(void **state)
{
	(void)state;
	assert_cases("its chief executive officer quist left", "lTlTTl",
		     (const int[]){ 900, 300, 100, 200, 900, 900 }, "lTTTTl");
	assert_cases("its chief executive officer quist left", "lTlTTl",
		     (const int[]){ 900, 100, 500, 200, 900, 900 }, "llllTl");
	assert_cases("ITS CHIEF EXECUTIVE OFFICER QUIST LEFT", "lTlTTl",
		     (const int[]){ 900, 300, 100, 200, 900, 900 }, "lTTTTl");
}

static void test_others_stay(void **state)
{
	(void)state;
	/* no office; marks between its words; all of one case */
	assert_cases("its chief quist left", "llTl",
		     (const int[]){ 900, 100, 900, 900 }, "llTl");
	assert_cases("its vice, president quist left", "lTlTl",
		     (const int[]){ 900, 100, 100, 900, 900 }, "lTlTl");
	assert_cases("its vice president quist left", "lTTTl",
		     (const int[]){ 900, 100, 100, 900, 900 }, "lTTTl");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_likelier_case),
		cmocka_unit_test(test_others_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
