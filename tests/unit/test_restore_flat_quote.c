/* What may be a paragraph in flat text is quoted only where that is sure. */
#include "support.h"

#include "decoded.h"
#include "restore/flat_quote.h"

static void put(struct decoded *a, size_t i, uint8_t class, unsigned percent)
{
	a->verdicts[i].gap = class;
	a->verdicts[i].group = a->pairs.group[class];
	a->verdicts[i].pair_confidence = (uint16_t)(10 * percent);
}

/* Each gap has two spaces; a mark and they are all that a class needs. */
static void make(struct decoded *a)
{
	decoded_make(a, "it sank.  we left.  they told us.  it is so.  all",
		     LOSS_LOST_QUOTES);
	a->rules.flat = true;
	a->rules.view.runs = true;
	for (size_t k = 0; k < DECODED_GAPS; k++)
		a->model->gaps[k].least =
			k == DECODED_STOP_OPENS || k == DECODED_STOP_CLOSES ? 3
									    : 2;
}

/* Words 3 and 4 are quoted, so surely: does the quotation stay? */
static void assert_stays(unsigned percent, bool stays)
{
	struct decoded a;

	make(&a);
	put(&a, 2, DECODED_STOP_OPENS, percent);
	put(&a, 4, DECODED_STOP_CLOSES, percent);
	flat_quotes_judge(&a.decoder, a.verdicts);
	assert_int_equal(a.verdicts[2].gap,
			 stays ? DECODED_STOP_OPENS : DECODED_STOP);
	assert_int_equal(a.verdicts[4].gap,
			 stays ? DECODED_STOP_CLOSES : DECODED_STOP);
	decoded_release(&a);
}

static void test_sure(void **state)
{
	(void)state;
	assert_stays(89, false);
	assert_stays(91, true);
}

/* Nothing closes it before the next one opens. */
static void test_open(void **state)
{
	struct decoded a;

	(void)state;
	make(&a);
	put(&a, 2, DECODED_STOP_OPENS, 97);
	put(&a, 4, DECODED_STOP_OPENS, 97);
	put(&a, 7, DECODED_COMMA_CLOSES, 60);
	flat_quotes_judge(&a.decoder, a.verdicts);
	assert_int_equal(a.verdicts[2].gap, DECODED_STOP);
	assert_int_equal(a.verdicts[4].gap, DECODED_STOP_OPENS);
	assert_int_equal(a.verdicts[7].gap, DECODED_COMMA_CLOSES);
	decoded_release(&a);
}

/* In other text the two spaces are those of marks. */
static void test_not_flat(void **state)
{
	struct decoded a;

	(void)state;
	make(&a);
	a.rules.flat = false;
	put(&a, 2, DECODED_STOP_OPENS, 60);
	put(&a, 4, DECODED_STOP_CLOSES, 60);
	flat_quotes_judge(&a.decoder, a.verdicts);
	assert_int_equal(a.verdicts[2].gap, DECODED_STOP_OPENS);
	decoded_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sure),
		cmocka_unit_test(test_open),
		cmocka_unit_test(test_not_flat),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
