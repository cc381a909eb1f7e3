/* Silent paragraph breaks are believed as far as evident ones promise them. */
#include "support.h"

#include "restore/break_rate.h"

#define STOP 1
#define WORDS 60

/* Confidence of the silent ones, in order. */
#define LEAST 500
#define STEP 45

/* Ten gaps may be breaks, each after a stop: as wide as that, or wider. */
struct article {
	struct restore_model *model;
	struct gap_rules rules;
	struct words words;
	struct decoder decoder;
	struct verdict verdicts[WORDS + 1];
	char text[WORDS * 8];
};

static void make(struct article *a, size_t silent, size_t evident)
{
	size_t len = 0, breaks = 0;

	memset(a, 0, sizeof(*a));
	a->model = calloc(1, sizeof(*a->model));
	assert_non_null(a->model);
	strcpy(a->model->gaps[0].text, " ");
	a->model->gaps[0].len = 1;
	strcpy(a->model->gaps[STOP].text, ". ");
	a->model->gaps[STOP].len = 2;
	for (size_t i = 0; i < WORDS; i++) {
		const bool is_break = i % 3 == 2 && breaks < silent + evident;
		const char *gap = !is_break	    ? " "
				  : breaks < silent ? "  "
						    : "     ";

		len += (size_t)snprintf(a->text + len, sizeof(a->text) - len,
					"w%s", gap);
		if (!is_break)
			continue;
		a->verdicts[i + 1] = (struct verdict){
			.gap = STOP,
			.is_break = true,
			.break_confidence =
				(uint16_t)(breaks < silent
						   ? LEAST + STEP * breaks
						   : 990),
		};
		breaks++;
	}
	assert_true(words_split(&a->words, a->text, len));
	a->decoder = (struct decoder){ .model = a->model,
				       .rules = &a->rules,
				       .words = &a->words };
}

static size_t breaks_left(struct article *a, enum restore_loss loss)
{
	size_t count = 0;

	a->rules.loss = loss;
	break_rate_limit(&a->decoder, a->verdicts);
	for (size_t i = 0; i <= WORDS; i++)
		count += a->verdicts[i].is_break;
	return count;
}

static size_t left(size_t silent, size_t evident)
{
	struct article a;
	size_t count;

	make(&a, silent, evident);
	count = breaks_left(&a, LOSS_WIRE);
	words_release(&a.words);
	free(a.model);
	return count;
}

/* Of ten silent ones, by the number of evident ones; these stay. */
static void test_limit(void **state)
{
	(void)state;
	assert_int_equal(left(10, 1), 1);
	assert_int_equal(left(10, 2), 2 + 1);
	assert_int_equal(left(10, 4), 4 + 3);
	assert_int_equal(left(10, 8), 8 + 10);
	assert_int_equal(left(3, 2), 2 + 3);
}

/* A text in one piece: of so many breaks one would be wider. */
static void test_flat(void **state)
{
	(void)state;
	assert_int_equal(left(10, 0), 0);
	assert_int_equal(left(3, 0), 3); /* no wonder */
	assert_int_equal(left(0, 5), 5);
}

static void test_surest_stay(void **state)
{
	struct article a;

	(void)state;
	make(&a, 10, 4);
	breaks_left(&a, LOSS_WIRE);
	/* confidence grows from break to break */
	assert_false(a.verdicts[3].is_break);
	assert_true(a.verdicts[30].is_break);
	words_release(&a.words);
	free(a.model);
}

static void test_squeezed(void **state)
{
	struct article a;

	(void)state;
	make(&a, 10, 2);
	assert_int_equal(breaks_left(&a, LOSS_COLLAPSED), 12);
	words_release(&a.words);
	free(a.model);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_flat),
		cmocka_unit_test(test_surest_stay),
		cmocka_unit_test(test_squeezed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
