/* In squeezed text what may be narration is quoted only when that is sure. */
#include "support.h"

#include "lang/lang.h"
#include "restore/confidence.h"
#include "restore/quotation.h"

enum { SPACE, COMMA, STOP, OPENS, CLOSES, BOTH, CLASSES };

static const struct {
	const char *text, *marks;
} classes[CLASSES] = {
	{ " ", "" },
	{ ", ", "" },
	{ ". ", "" },
	{ ". \xE2\x80\x9C", "<" },
	{ ",\xE2\x80\x9D ", ">" },
	{ ".\xE2\x80\x9D \xE2\x80\x9C", "><" },
};

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

		strcpy(gap->text, classes[k].text);
		gap->len = (uint8_t)strlen(classes[k].text);
		gap->space = true;
		gap->ends_sentence = k == STOP || k == OPENS || k == BOTH;
		strcpy(a->pairs.marks[k], classes[k].marks);
		a->pairs.group[k] = (uint8_t)k;
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

static void put(struct article *a, size_t i, uint8_t class, unsigned percent)
{
	a->verdicts[i].gap = class;
	a->verdicts[i].group = a->pairs.group[class];
	a->verdicts[i].pair_confidence = (uint16_t)(10 * percent);
}

/* Words 2 to 7 are quoted, so surely: does the quotation stay? */
static void assert_stays(const char *text, enum restore_loss loss,
			 unsigned percent, bool stays)
{
	struct restore_task task = { .least.of = { [RESTORE_QUOTES] = 68 } };
	struct article a;

	make(&a, text, loss);
	put(&a, 2, OPENS, 99);
	put(&a, 7, CLOSES, percent);
	assert_int_equal(quotations_judge(&a.decoder, &task, a.verdicts),
			 !stays);
	assert_int_equal(a.verdicts[2].gap, stays ? OPENS : STOP);
	assert_int_equal(a.verdicts[7].gap, stays ? CLOSES : COMMA);
	words_release(&a.words);
	free(a.model);
}

static void test_narration(void **state)
{
	const char *told = "it sank the ferry left at ten sharp the mate said";

	(void)state;
	assert_stays(told, LOSS_COLLAPSED, 74, false);
	assert_stays(told, LOSS_COLLAPSED, 78, true);
	assert_stays(told, LOSS_WIRE, 70, true);
}

static void test_somebody_speaks(void **state)
{
	(void)state;
	assert_stays("it sank we had left at ten sharp the mate said",
		     LOSS_COLLAPSED, 70, true);
	/* a verb of speech inside */
	assert_stays("it sank we left she said at ten the mate said",
		     LOSS_COLLAPSED, 80, false);
	assert_stays("it sank we left she said at ten the mate said",
		     LOSS_COLLAPSED, 83, true);
}

static void test_run_on(void **state)
{
	struct restore_task task = { .least.of = { [RESTORE_QUOTES] = 68 } };
	struct article a;

	(void)state;
	make(&a, "it sank we had left at ten we told nobody of it",
	     LOSS_COLLAPSED);
	put(&a, 2, OPENS, 80);
	put(&a, 7, BOTH, 80);
	a.verdicts[7].is_break = true;
	put(&a, 11, CLOSES, 99);
	assert_true(quotations_judge(&a.decoder, &task, a.verdicts));
	assert_int_equal(a.verdicts[2].gap, STOP);
	assert_int_equal(a.verdicts[7].gap, STOP);
	assert_int_equal(a.verdicts[11].gap, COMMA);
	words_release(&a.words);
	free(a.model);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_narration),
		cmocka_unit_test(test_somebody_speaks),
		cmocka_unit_test(test_run_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
