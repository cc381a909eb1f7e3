/* Quotation marks in order have no faults; without faults nothing is edited. */
#include "support.h"

#include "edit/examine.h"
#include "lang/lang.h"
#include "stages/stage.h"
#include "unicode/delimiters.h"

static const struct {
	const char *text;
	int curly, straight; /* faults: 0, or 1 for any number */
} texts[] = {
	{ "", 0, 0 },
	{ "“Yes,” he said. “No.”", 0, 0 },
	{ "(“Yes”) and “no”—“so”", 0, 0 },
	{ "“It runs on.\n\n“And ends.”", 0, 0 },
	{ "“She said, ‘Go,’ and went.”", 0, 0 },
	{ "“She said, ‘Go.’”", 0, 0 },
	{ "The players’ union, the ’90s, rock’n’roll", 0, 0 },
	{ "in ’08 and in the ’90s, not in ’07s", 0, 0 },
	{ "in ’085 and", 1, 0 },
	{ "in ’08é and", 1, 0 },
	{ "in ’90sa and", 1, 0 },
	{ "”Yes,” he said.", 1, 0 },
	{ "“Yes,“ he said.", 1, 0 },
	{ "“ Yes,” he said.", 1, 0 },
	{ "“Yes,”he said.", 1, 0 },
	{ "said“Yes”", 1, 0 },
	{ "“Yes.”“No.”", 1, 0 },
	{ "“Yes, he said.", 1, 0 },
	{ "“She said, ‘Go.”", 1, 0 },
	{ "the late ‘90s", 1, 0 },
	{ "get ‘em", 1, 0 },
	{ "the harbour‘s end", 1, 0 },
	{ "a ’tis", 1, 0 },
	{ "“Yes.’’", 1, 0 },
	{ "\"Yes,\" he said. It's \"so\".", 0, 0 },
	{ "\"Yes, \" he said.", 0, 1 },
	{ "\"Yes,\"he said.", 0, 1 },
	{ "\"Yes, he said.", 0, 1 },
	{ "he said 'yes'", 0, 1 },
};

static void test_faults(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct survey survey;

		examine_text(&survey, texts[i].text, strlen(texts[i].text),
			     NULL);
		if (!!survey.quote_faults != texts[i].curly ||
		    !!survey.straight_faults != texts[i].straight)
			fail_msg("%s: %u curly, %u straight", texts[i].text,
				 survey.quote_faults, survey.straight_faults);
	}
}

static void test_one_sided(void **state)
{
	static const char one[] = "”a” ”b”", two[] = "“a” ”b”", few[] = "”a”";
	struct survey survey;

	(void)state;
	examine_text(&survey, one, sizeof(one) - 1, NULL);
	assert_true(survey_is(&survey, CONDITION_ONE_SIDED));
	examine_text(&survey, two, sizeof(two) - 1, NULL);
	assert_false(survey_is(&survey, CONDITION_ONE_SIDED));
	examine_text(&survey, few, sizeof(few) - 1, NULL);
	assert_false(survey_is(&survey, CONDITION_ONE_SIDED));
}

static const char *const pieces[] = {
	"“",	"”",	"‘",  "’",    "\"",	 "'",	" ",  " ", " ", "word",
	"Word", "said", "s",  "90s",  "12",	 ".",	",",  "?", "—", "-",
	"(",	")",	"\n", "\n\n", "players", "The", "em", "O", "I",
};

/* A stage that is not triggered must have nothing to do. */
static void check_silence(const char *text, size_t len, enum cd_quotes quotes)
{
	struct settings settings = {
		.quotes = quotes,
		.lang = lang_find("en"),
		.marks = &quote_marks_english,
	};
	struct survey survey;
	struct arena arena;
	struct layer layer;
	struct pass pass = {
		.text = text,
		.len = len,
		.survey = &survey,
		.settings = &settings,
		.arena = &arena,
		.layer = &layer,
	};

	memset(settings.selected, 0xFF, sizeof(settings.selected));
	examine_text(&survey, text, len, NULL);
	if (quotes_stage.wanted(&survey, &settings))
		return;
	arena_init(&arena);
	layer_init(&layer);
	quotes_stage.run(&pass);
	if (layer.edit_count)
		fail_msg("edited, but not triggered: %.*s", (int)len, text);
	layer_release(&layer);
	arena_release(&arena);
}

static void test_silence(void **state)
{
	const size_t count = sizeof(pieces) / sizeof(*pieces);
	uint64_t seed = 7;

	(void)state;
	for (int round = 0; round < 200000; round++) {
		char text[256] = "";
		const uint32_t n = 1 + random_below(&seed, 12);

		for (uint32_t i = 0; i < n; i++)
			strcat(text,
			       pieces[random_below(&seed, (uint32_t)count)]);
		check_silence(text, strlen(text), CD_QUOTES_KEEP);
		check_silence(text, strlen(text), CD_QUOTES_CURLY);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_one_sided),
		cmocka_unit_test(test_silence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
