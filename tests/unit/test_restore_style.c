/* One style of quotation marks in an article. */
#include "support.h"

#include "restore/style.h"

#define WORDS_MOST 24

#define OPEN "\xE2\x80\x98"
#define CLOSE "\xE2\x80\x99"
#define DOUBLE_OPEN "\xE2\x80\x9C"
#define DOUBLE_CLOSE "\xE2\x80\x9D"

/* Each class that a letter below stands for. */
static const struct {
	char letter;
	const char *text;
	bool ends_sentence;
} classes[] = {
	{ '-', " ", false },
	{ 'S', ". " OPEN, true },
	{ 's', " " OPEN, false },
	{ 'e', CLOSE " ", false },
	{ 'D', ". " DOUBLE_OPEN, true },
	{ 'd', " " DOUBLE_OPEN, false },
	{ 'f', DOUBLE_CLOSE " ", false },
};

static uint8_t class_of(char letter)
{
	uint8_t k = 0;

	while (classes[k].letter != letter)
		k++;
	return k;
}

/* The class of each gap, from gap 1 on, and what it is in the end. */
static void assert_style(const char *before, const char *after)
{
	static struct restore_model model;
	static struct pairs pairs;
	struct trace traces[WORDS_MOST + 1] = { 0 };
	struct verdict verdicts[WORDS_MOST + 1] = { 0 };
	struct words words = { .count = strlen(before) };
	struct decoder decoder = { .model = &model,
				   .words = &words,
				   .pairs = &pairs,
				   .traces = traces };

	assert_true(words.count <= WORDS_MOST);
	for (size_t k = 0; k < sizeof(classes) / sizeof(*classes); k++) {
		strcpy(model.gaps[k].text, classes[k].text);
		model.gaps[k].len = (uint8_t)strlen(classes[k].text);
		model.gaps[k].ends_sentence = classes[k].ends_sentence;
	}
	pairs_init(&pairs, &model);
	for (size_t i = 1; i <= words.count; i++) {
		verdicts[i].gap = class_of(before[i - 1]);
		verdicts[i].group = pairs.group[verdicts[i].gap];
	}
	style_settle(&decoder, verdicts);
	for (size_t i = 1; i <= words.count; i++) {
		if (classes[verdicts[i].gap].letter != after[i - 1])
			fail_msg("%s: gap %zu is %c", before, i,
				 classes[verdicts[i].gap].letter);
	}
}

static void test_more_double_ones(void **state)
{
	(void)state;
	assert_style("-d-f-s-e-d-f-", "-d-f-d-f-d-f-");
	/* as many, and none is speech: headlines, words in doubt */
	assert_style("-d-f-s-e-", "-d-f-s-e-");
}

static void test_speech(void **state)
{
	(void)state;
	assert_style("-d-f-S-e-s-e-s-e-", "-d-f-D-f-d-f-d-f-");
	/* too many single ones, and no double one: their style */
	assert_style("-d-f-S-e-s-e-s-e-s-e-", "-d-f-S-e-s-e-s-e-s-e-");
	assert_style("-S-e-s-e-", "-S-e-s-e-");
}

/* What a double quotation holds is single in any style. */
static void test_inner(void **state)
{
	(void)state;
	assert_style("-d-S-e-f-", "-d-S-e-f-");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_more_double_ones),
		cmocka_unit_test(test_speech),
		cmocka_unit_test(test_inner),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
