/* Sentences of a few words lose the less likely end; a comma ends none. */
#include "support.h"

#include "lang/lang.h"
#include "restore/break_stop.h"
#include "restore/confidence.h"
#include "restore/fragment.h"

enum { SPACE, COMMA, STOP, CLOSED, STOPPED, CLASSES };

static const char *const classes[CLASSES] = { " ", ", ", ". ", ",\xE2\x80\x9D ",
					      ".\xE2\x80\x9D " };

#define WORDS_MOST 16

struct article {
	struct restore_model *model;
	struct gap_rules rules;
	struct words words;
	struct pairs pairs;
	struct trace traces[WORDS_MOST + 1];
	struct decoder decoder;
	struct verdict verdicts[WORDS_MOST + 1];
};

static void make(struct article *a, const char *text, enum restore_loss loss)
{
	memset(a, 0, sizeof(*a));
	a->model = calloc(1, sizeof(*a->model));
	assert_non_null(a->model);
	for (size_t k = 0; k < CLASSES; k++) {
		struct restore_gap *gap = &a->model->gaps[k];

		strcpy(gap->text, classes[k]);
		gap->len = (uint8_t)strlen(classes[k]);
		gap->space = true;
		gap->ends_sentence = gap->ends_part = k >= STOP;
	}
	assert_true(words_split(&a->words, text, strlen(text)));
	a->rules.loss = loss;
	a->decoder = (struct decoder){ .model = a->model,
				       .rules = &a->rules,
				       .words = &a->words,
				       .lang = lang_find("en"),
				       .traces = a->traces,
				       .pairs = &a->pairs,
				       .comma = COMMA,
				       .stop = STOP };
}

/* A sentence ends after word i, by so much; the next word may be small. */
static void end(struct article *a, size_t i, int32_t sure)
{
	a->verdicts[i].gap = STOP;
	a->traces[i].stop_or_space = sure + 100;
	a->traces[i].stop_or_comma = sure;
}

static void release(struct article *a)
{
	words_release(&a->words);
	free(a->model);
}

static void assert_ends(const char *text, enum restore_loss loss, size_t from,
			size_t to, unsigned first, unsigned second)
{
	struct article a;

	make(&a, text, loss);
	end(&a, from, 400);
	end(&a, to, 300);
	fragment_settle(&a.decoder, a.verdicts);
	assert_int_equal(a.verdicts[from].gap, first);
	assert_int_equal(a.verdicts[to].gap, second);
	assert_int_equal(a.verdicts[to].joined, second != STOP);
	release(&a);
}

static void test_less_likely_end_goes(void **state)
{
	const char *text = "she went there now the rash went away at once";

	(void)state;
	assert_ends(text, LOSS_COLLAPSED, 3, 4, STOP, COMMA);
	assert_ends(text, LOSS_COLLAPSED, 3, 6, STOP, COMMA);
	assert_ends(text, LOSS_WIRE, 3, 4, STOP, COMMA);
	/* four words, as likely as that, and five are a sentence */
	assert_ends(text, LOSS_COLLAPSED, 3, 7, STOP, STOP);
	assert_ends(text, LOSS_COLLAPSED, 3, 8, STOP, STOP);
	assert_ends(text, LOSS_LOWER, 3, 4, STOP, STOP);
}

static void test_abbreviations_end_nothing(void **state)
{
	(void)state;
	assert_ends("he wrote to mr lowell about the boat", LOSS_COLLAPSED, 3,
		    4, STOP, STOP);
	assert_ends("he met john f lowell about the boat", LOSS_COLLAPSED, 3, 4,
		    STOP, STOP);
}

static void test_break_speaks_for_an_end(void **state)
{
	struct article a;

	(void)state;
	make(&a, "she went there now the rash went away", LOSS_COLLAPSED);
	end(&a, 3, 400);
	end(&a, 4, 300);
	a.verdicts[4].is_break = true;
	a.traces[4].break_score = 500;
	fragment_settle(&a.decoder, a.verdicts);
	assert_int_equal(a.verdicts[3].gap, COMMA);
	assert_int_equal(a.verdicts[4].gap, STOP);
	assert_true(a.verdicts[4].is_break);
	release(&a);
}

static void assert_comma(const char *text, unsigned gap, bool is_break)
{
	struct article a;

	make(&a, text, LOSS_WIRE);
	a.verdicts[2].gap = CLOSED;
	a.verdicts[2].is_break = true;
	break_stop_settle(&a.decoder, a.verdicts);
	assert_int_equal(a.verdicts[2].gap, gap);
	assert_int_equal(a.verdicts[2].is_break, is_break);
	release(&a);
}

static void test_comma_ends_no_paragraph(void **state)
{
	(void)state;
	assert_comma("we will   he said", CLOSED, false);
	assert_comma("we will     he said", STOPPED, true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_less_likely_end_goes),
		cmocka_unit_test(test_abbreviations_end_nothing),
		cmocka_unit_test(test_break_speaks_for_an_end),
		cmocka_unit_test(test_comma_ends_no_paragraph),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
