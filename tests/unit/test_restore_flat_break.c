/* Breaks of flattened text that a space is left for. */
#include "support.h"

#include "lang/lang.h"
#include "restore/flat_break.h"

#define STOP 1
#define DASH 2
#define GAPS 5

/* Sentences of a word: behind the last is one more space, and a number. */
static const char flat_text[] = "ann.  bob.  carl.  dora.   15 eve";

/*
 * Whether gap 4, of class `last`, becomes a break, where the words say of the
 * first three that `said` of them are.
 */
static bool last_breaks_in(const char *line, enum restore_loss loss,
			   size_t said, uint8_t last)
{
	struct restore_model *model = calloc(1, sizeof(*model));
	struct gap_rules rules = { .loss = loss,
				   .flat = true,
				   .view = { .runs = true } };
	struct pairs *pairs = calloc(1, sizeof(*pairs));
	struct trace *traces = calloc(GAPS + 2, sizeof(*traces));
	struct verdict verdicts[GAPS + 2] = { { .gap = 0 } };
	struct words words;

	assert_non_null(model);
	assert_non_null(pairs);
	assert_non_null(traces);
	strcpy(model->gaps[0].text, " ");
	strcpy(model->gaps[STOP].text, ". ");
	model->gaps[0].len = model->gaps[0].least = 1;
	model->gaps[STOP].len = model->gaps[STOP].least = 2;
	strcpy(model->gaps[DASH].text, ". - ");
	model->gaps[DASH].len = 4;
	model->gaps[DASH].least = 3;
	for (size_t i = 1; i <= 4; i++) {
		verdicts[i].gap = i < 4 ? STOP : last;
		traces[i].break_score = i <= said ? 1 : -1;
	}
	assert_true(words_split(&words, line, strlen(line)));
	flat_breaks_settle(&(struct decoder){ .model = model,
					      .rules = &rules,
					      .words = &words,
					      .lang = lang_find("en"),
					      .pairs = pairs,
					      .traces = traces },
			   verdicts);
	for (size_t i = 1; i <= said; i++)
		assert_true(verdicts[i].is_break);
	words_release(&words);
	free(traces);
	free(pairs);
	free(model);
	return verdicts[4].is_break;
}

static bool last_breaks(enum restore_loss loss, size_t said, uint8_t last)
{
	return last_breaks_in(flat_text, loss, said, last);
}

static void test_like_others(void **state)
{
	(void)state;
	assert_true(last_breaks(LOSS_LOST_QUOTES, 3, STOP));
}

/* Two spaces behind each sentence are no breaks. */
static void test_habit(void **state)
{
	(void)state;
	assert_false(last_breaks(LOSS_LOST_QUOTES, 1, STOP));
	assert_false(last_breaks(LOSS_LOST_QUOTES, 2, STOP));
}

/* One space behind another sentence: two are no habit. */
static void test_no_habit(void **state)
{
	(void)state;
	assert_true(last_breaks_in("anna.  boby.  carla. dora.  eve",
				   LOSS_LOST_QUOTES, 2, STOP));
	assert_false(last_breaks_in("anna.  boby.  calif. dora.  eve",
				    LOSS_LOST_QUOTES, 2, STOP));
	assert_false(last_breaks_in("anna.  boby.  carla. dora.  eve",
				    LOSS_LOST_QUOTES, 1, STOP));
}

/* The space may be a sign of currency's: "dora. ($15". */
static void test_sum(void **state)
{
	(void)state;
	assert_false(last_breaks(LOSS_LOWER_LOST, 3, STOP));
}

/* Spaces on both sides of a dash are all that there are. */
static void test_dash(void **state)
{
	(void)state;
	assert_false(last_breaks(LOSS_LOST_QUOTES, 3, DASH));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_like_others),
		cmocka_unit_test(test_habit),
		cmocka_unit_test(test_no_habit),
		cmocka_unit_test(test_sum),
		cmocka_unit_test(test_dash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
