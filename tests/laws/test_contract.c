/*
 * The contract on random texts. Articles must not need the engine's own
 * safeguards either (internal/...): where one speaks up, a stage is wrong.
 * Random bytes may come out as they went in.
 */
#include "support.h"

#include "laws/contract.h"
#include "laws/texts.h"

#define TEXTS 1500

static const struct cd_options option_sets[] = {
	{ 0 },
	{ .quotes = CD_QUOTES_KEEP, .rules = "all" },
	{ .quotes = CD_QUOTES_STRAIGHT,
	  .casing = CD_CASING_NEVER,
	  .dashes = CD_DASHES_TYPOGRAPHIC },
	{ .rules = "=encoding,whitespace", .no_model = true },
	{ .lang = "de", .rules = "all" },
	{ .casing = CD_CASING_ALWAYS, .min_confidence = "90" },
};

#define OPTION_SETS (sizeof(option_sets) / sizeof(*option_sets))

static void hold(law *check, struct random_text (*make)(uint64_t *, uint32_t),
		 uint32_t size)
{
	uint64_t state = 20260101;
	struct cd_desk *desks[OPTION_SETS];
	struct trial trial = { 0 };
	const char *broken;

	for (size_t i = 0; i < OPTION_SETS; i++)
		desks[i] = desk_for(&option_sets[i]);
	for (int i = 0; i < TEXTS; i++) {
		const struct random_text text =
			make(&state, 1 + random_below(&state, size));

		trial.text = (struct cd_span){ text.bytes, text.len };
		trial.desk = desks[i % OPTION_SETS];
		trial.lines = i % 3 ? CD_LINES_FREE
				    : (enum cd_lines)(i / 3 % CD_LINES_COUNT);
		trial.desk = i % 7 == 6 && !trial.lines
				     ? cd_desk_markdown(trial.desk)
				     : cd_desk_lines(trial.desk, trial.lines);
		assert_int_equal(
			cd_run(trial.desk, text.bytes, text.len, &trial.result),
			CD_OK);
		broken = check(&trial);
		if (broken) {
			trial_show(&trial);
			fail_msg("%s does not hold", broken);
		}
		free(text.bytes);
	}
	cd_result_free(trial.result);
	cd_result_free(trial.again);
	for (size_t i = 0; i < OPTION_SETS; i++)
		cd_desk_free(desks[i]);
}

#define ARTICLE_LAW(name)                                                      \
	static void test_##name##_articles(void **state)                       \
	{                                                                      \
		(void)state;                                                   \
		hold(law_##name, random_article, 24);                          \
	}

#define LAW(name)                                                              \
	ARTICLE_LAW(name)                                                      \
	static void test_##name##_bytes(void **state)                          \
	{                                                                      \
		(void)state;                                                   \
		hold(law_##name, random_bytes, 400);                           \
	}

LAW(utf8)
LAW(idempotent)
LAW(letters)
LAW(places)
LAW(explained)
LAW(changes)
LAW(lines)
ARTICLE_LAW(calm)

/* The trailing space goes first, then the line after it. */
static void test_spans_apart(void **state)
{
	static const char text[] = "quot;it won t do, he won t care, it won "
				   "t\n(Reporting g \nRead";
	static const struct cd_options always = { .casing = CD_CASING_ALWAYS };
	struct trial trial = {
		.text = { text, sizeof(text) - 1 },
		.desk = desk_for(&always),
	};

	(void)state;
	assert_int_equal(cd_run(trial.desk, trial.text.bytes, trial.text.len,
				&trial.result),
			 CD_OK);
	assert_null(law_letters(&trial));
	cd_result_free(trial.result);
	cd_desk_free((struct cd_desk *)trial.desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_utf8_articles),
		cmocka_unit_test(test_utf8_bytes),
		cmocka_unit_test(test_idempotent_articles),
		cmocka_unit_test(test_idempotent_bytes),
		cmocka_unit_test(test_letters_articles),
		cmocka_unit_test(test_letters_bytes),
		cmocka_unit_test(test_places_articles),
		cmocka_unit_test(test_places_bytes),
		cmocka_unit_test(test_explained_articles),
		cmocka_unit_test(test_explained_bytes),
		cmocka_unit_test(test_changes_articles),
		cmocka_unit_test(test_changes_bytes),
		cmocka_unit_test(test_lines_articles),
		cmocka_unit_test(test_lines_bytes),
		cmocka_unit_test(test_calm_articles),
		cmocka_unit_test(test_spans_apart),
	};

	return cmocka_run_group_tests_name("contract", tests, NULL, NULL);
}
