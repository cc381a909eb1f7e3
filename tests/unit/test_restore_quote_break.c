/* Breaks of wire text that quotation marks and the lengths of gaps tell of. */
#include "support.h"

#include "restore/quote_break.h"

#define CLOSE "\xE2\x80\x9D"
#define OPEN "\xE2\x80\x9C"

/* Whether the gap of `spaces` between two words, of this class, is a break. */
static bool breaks(enum restore_loss loss, const char *class, size_t spaces)
{
	struct restore_model *model = calloc(1, sizeof(*model));
	struct gap_rules rules = { .loss = loss };
	struct verdict verdicts[3] = { { .is_kept = true },
				       { .gap = 1 },
				       { .is_kept = true } };
	struct words words;
	char text[32];
	int len;

	assert_non_null(model);
	strcpy(model->gaps[0].text, " ");
	strcpy(model->gaps[1].text, class);
	model->gaps[1].len = (uint8_t)strlen(class);
	model->gaps[1].ends_sentence = strchr(".?!", class[0]) != NULL;
	len = snprintf(text, sizeof(text), "one%*stwo", (int)spaces, "");
	assert_true(words_split(&words, text, (size_t)len));
	quote_breaks_settle(&(struct decoder){ .model = model,
					       .rules = &rules,
					       .words = &words },
			    verdicts);
	words_release(&words);
	free(model);
	return verdicts[1].is_break;
}

static void test_lengths(void **state)
{
	(void)state;
	assert_false(breaks(LOSS_WIRE, "." CLOSE " ", 3));
	assert_true(breaks(LOSS_WIRE, "." CLOSE " ", 2));
	assert_false(breaks(LOSS_WIRE, "." CLOSE " ", 4));
	assert_true(breaks(LOSS_WIRE, "." CLOSE " ", 6));
	assert_true(breaks(LOSS_WIRE, ". " OPEN, 2));
	assert_false(breaks(LOSS_WIRE, ". " OPEN, 3));
}

static void test_two_speeches(void **state)
{
	(void)state;
	assert_true(breaks(LOSS_WIRE, "." CLOSE " " OPEN, 4));
	assert_true(breaks(LOSS_WIRE, "?" CLOSE " " OPEN, 5));
}

/* A stop alone, a comma, and gaps whose length says nothing. */
static void test_others(void **state)
{
	(void)state;
	assert_false(breaks(LOSS_WIRE, ". ", 1));
	assert_false(breaks(LOSS_WIRE, "," CLOSE " ", 2));
	assert_false(breaks(LOSS_COLLAPSED, "." CLOSE " ", 1));
	assert_false(breaks(LOSS_LOWER_LOST, "." CLOSE " " OPEN, 4));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lengths),
		cmocka_unit_test(test_two_speeches),
		cmocka_unit_test(test_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
