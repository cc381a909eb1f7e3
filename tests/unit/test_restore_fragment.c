/* Sentences of a few words lose the less likely end; a comma ends none. */
#include "support.h"

#include "decoded.h"
#include "restore/break_stop.h"
#include "restore/confidence.h"
#include "restore/fragment.h"

/* A sentence ends after word i, by so much; the next word may be small. */
static void end(struct decoded *a, size_t i, int32_t sure)
{
	a->verdicts[i].gap = DECODED_STOP;
	a->traces[i].stop_or_space = sure + 100;
	a->traces[i].stop_or_comma = sure;
}

static void assert_ends(const char *text, enum restore_loss loss, size_t from,
			size_t to, unsigned first, unsigned second)
{
	struct decoded a;

	decoded_make(&a, text, loss);
	end(&a, from, 400);
	end(&a, to, 300);
	fragment_settle(&a.decoder, a.verdicts);
	assert_int_equal(a.verdicts[from].gap, first);
	assert_int_equal(a.verdicts[to].gap, second);
	assert_int_equal(a.verdicts[to].joined, second != DECODED_STOP);
	decoded_release(&a);
}

static void test_less_likely_end_goes(void **state)
{
	const char *text = "she went there now the rash went away at once";

	(void)state;
	assert_ends(text, LOSS_COLLAPSED, 3, 4, DECODED_STOP, DECODED_COMMA);
	assert_ends(text, LOSS_COLLAPSED, 3, 6, DECODED_STOP, DECODED_COMMA);
	assert_ends(text, LOSS_WIRE, 3, 4, DECODED_STOP, DECODED_COMMA);
	/* four words, as likely as that, and five are a sentence */
	assert_ends(text, LOSS_COLLAPSED, 3, 7, DECODED_STOP, DECODED_STOP);
	assert_ends(text, LOSS_COLLAPSED, 3, 8, DECODED_STOP, DECODED_STOP);
	assert_ends(text, LOSS_LOWER, 3, 4, DECODED_STOP, DECODED_STOP);
}

static void test_abbreviations_end_nothing(void **state)
{
	(void)state;
	assert_ends("he wrote to mr lowell about the boat", LOSS_COLLAPSED, 3,
		    4, DECODED_STOP, DECODED_STOP);
	assert_ends("he met john f lowell about the boat", LOSS_COLLAPSED, 3, 4,
		    DECODED_STOP, DECODED_STOP);
}

static void test_break_speaks_for_an_end(void **state)
{
	struct decoded a;

	(void)state;
	decoded_make(&a, "she went there now the rash went away",
		     LOSS_COLLAPSED);
	end(&a, 3, 400);
	end(&a, 4, 300);
	a.verdicts[4].is_break = true;
	a.traces[4].break_score = 500;
	fragment_settle(&a.decoder, a.verdicts);
	assert_int_equal(a.verdicts[3].gap, DECODED_COMMA);
	assert_int_equal(a.verdicts[4].gap, DECODED_STOP);
	assert_true(a.verdicts[4].is_break);
	decoded_release(&a);
}

static void assert_comma(const char *text, unsigned gap, bool is_break)
{
	struct decoded a;

	decoded_make(&a, text, LOSS_WIRE);
	a.verdicts[2].gap = DECODED_COMMA_CLOSES;
	a.verdicts[2].is_break = true;
	break_stop_settle(&a.decoder, a.verdicts);
	assert_int_equal(a.verdicts[2].gap, gap);
	assert_int_equal(a.verdicts[2].is_break, is_break);
	decoded_release(&a);
}

static void test_comma_ends_no_paragraph(void **state)
{
	(void)state;
	assert_comma("we will   he said", DECODED_COMMA_CLOSES, false);
	assert_comma("we will     he said", DECODED_STOP_CLOSES, true);
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
