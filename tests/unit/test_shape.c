/* The shape of a text: what its lines, its gaps and its numbers show. */
#include "support.h"

#include "edit/examine.h"
#include "edit/shape.h"

#define LINE_A "The board said on Tuesday that the pier would close in the"
#define LINE_B "spring, a month earlier than it had planned, because of the"
#define LINE_C "storms, which have broken its piles and washed out its road"

static uint32_t conditions_of(const char *text)
{
	struct survey survey;

	examine_text(&survey, text, strlen(text), NULL);
	return survey.conditions;
}

static void test_ends(void **state)
{
	static const struct {
		const char *text;
		enum shape_end end;
	} rows[] = {
		{ "gone.", SHAPE_END_SENTENCE },
		{ "gone?\u201D", SHAPE_END_SENTENCE },
		{ "(gone.)\"", SHAPE_END_SENTENCE },
		{ "gone\u2026", SHAPE_END_SENTENCE },
		{ "gone", SHAPE_END_WORD },
		{ "gone:", SHAPE_END_WORD },
		{ "caf\u00E9", SHAPE_END_WORD },
		{ "gone,", SHAPE_END_OTHER },
		{ "", SHAPE_END_OTHER },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(shape_end(rows[i].text, strlen(rows[i].text)),
				 rows[i].end);
}

static void test_fronts(void **state)
{
	static const struct {
		const char *text;
		enum shape_start front;
	} rows[] = {
		{ "The", SHAPE_START_UPPER },
		{ "\u201CThe", SHAPE_START_UPPER },
		{ "(\"The", SHAPE_START_UPPER },
		{ "\u2022 one", SHAPE_START_UPPER },
		{ "1987", SHAPE_START_DIGIT },
		{ "$5", SHAPE_START_DIGIT },
		{ "the", SHAPE_START_LOWER },
		{ "\u00E9t\u00E9", SHAPE_START_LOWER },
		{ "\u2014 the", SHAPE_START_OTHER },
		{ "", SHAPE_START_OTHER },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(
			shape_start(rows[i].text, strlen(rows[i].text), 0),
			rows[i].front);
}

static void test_wrapped(void **state)
{
	(void)state;
	assert_true(conditions_of(LINE_A "\n" LINE_B "\n" LINE_C "\n") &
		    CONDITION_WRAPPED);
	assert_true(conditions_of("   " LINE_A "\n" LINE_B "\nall.\n   " LINE_A
				  "\n" LINE_B "\n") &
		    CONDITION_WRAPPED);
	/* One line is none; nor are lines that end where they like. */
	assert_false(conditions_of(LINE_A "\n") & CONDITION_WRAPPED);
	assert_false(conditions_of("One thing is for sure, and it is this one"
				   "\nAnother is not so sure, not by a long "
				   "way of it\nThe third thing nobody "
				   "knows\nThe fourth one is the same as the "
				   "third was\n") &
		     CONDITION_WRAPPED);
}

static void test_runs(void **state)
{
	(void)state;
	assert_true(conditions_of("One sentence. Two of them.  A third. And "
				  "a fourth.  The end.") &
		    CONDITION_FLATTENED);
	assert_true(conditions_of("One.  Two of them.  A third.\nAnd a fourth."
				  "  The fifth.\nThe sixth.  The end.") &
		    CONDITION_DOUBLE_SPACED);
	assert_false(conditions_of("One. Two of them. A third. The end.") &
		     (CONDITION_FLATTENED | CONDITION_DOUBLE_SPACED));
	assert_false(conditions_of("One. Two of  them. A third. The end.") &
		     (CONDITION_FLATTENED | CONDITION_DOUBLE_SPACED));
}

static void test_tokenised(void **state)
{
	(void)state;
	assert_true(conditions_of("They left , he said , at noon .") &
		    CONDITION_TOKENISED);
	assert_false(conditions_of("They left , he said, at noon. It was "
				   "late, and cold, he said, and dark.") &
		     CONDITION_TOKENISED);
}

static struct shape shape_of(const char *text)
{
	struct shape shape = { 0 };

	shape_read_runs(&shape, text, strlen(text));
	shape_read_numbers(&shape, text, strlen(text));
	shape_read_marks(&shape, text, strlen(text));
	return shape;
}

static void test_counts(void **state)
{
	const struct shape lost = shape_of("He wants a   fund for the   pier, "
					   "for $2, 500 or 110, 000.");
	const struct shape whole = shape_of("A well-known man paid 2,500 or "
					    "7.5, at 9:30.");
	const struct shape french = shape_of("Quoi ? Rien : il part !");

	(void)state;
	assert_true(lost.lost_words);
	assert_int_equal(lost.numbers_separated, 2);
	assert_int_equal(lost.numbers_whole, 0);
	assert_int_equal(whole.hyphens, 1);
	assert_int_equal(whole.numbers_whole, 2);
	assert_int_equal(whole.numbers_separated, 0);
	assert_true(french.french);
	assert_false(whole.french);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ends),	  cmocka_unit_test(test_fronts),
		cmocka_unit_test(test_wrapped),	  cmocka_unit_test(test_runs),
		cmocka_unit_test(test_tokenised), cmocka_unit_test(test_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
