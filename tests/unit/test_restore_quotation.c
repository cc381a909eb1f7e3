/* In squeezed text what may be narration is quoted only when that is sure. */
#include "support.h"

#include "decoded.h"
#include "restore/confidence.h"
#include "restore/quotation.h"

static void put(struct decoded *a, size_t i, uint8_t class, unsigned percent)
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
	struct decoded a;

	decoded_make(&a, text, loss);
	put(&a, 2, DECODED_STOP_OPENS, 99);
	put(&a, 7, DECODED_COMMA_CLOSES, percent);
	assert_int_equal(quotations_judge(&a.decoder, &task, a.verdicts),
			 !stays);
	assert_int_equal(a.verdicts[2].gap,
			 stays ? DECODED_STOP_OPENS : DECODED_STOP);
	assert_int_equal(a.verdicts[7].gap,
			 stays ? DECODED_COMMA_CLOSES : DECODED_COMMA);
	decoded_release(&a);
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
	struct decoded a;

	(void)state;
	decoded_make(&a, "it sank we had left at ten we told nobody of it",
		     LOSS_COLLAPSED);
	put(&a, 2, DECODED_STOP_OPENS, 80);
	put(&a, 7, DECODED_STOP_BOTH, 80);
	a.verdicts[7].is_break = true;
	put(&a, 11, DECODED_COMMA_CLOSES, 99);
	assert_true(quotations_judge(&a.decoder, &task, a.verdicts));
	assert_int_equal(a.verdicts[2].gap, DECODED_STOP);
	assert_int_equal(a.verdicts[7].gap, DECODED_STOP);
	assert_int_equal(a.verdicts[11].gap, DECODED_COMMA);
	decoded_release(&a);
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
