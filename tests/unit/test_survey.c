/* The survey against a slow count of the same facts. */
#include "support.h"

#include "edit/examine.h"

static struct survey survey_of(const char *text)
{
	struct survey survey;

	examine_text(&survey, text, strlen(text), NULL);
	return survey;
}

static void test_counts(void **state)
{
	const struct survey s = survey_of(
		"Mr. Ray  said \xE2\x80\x9Cno.\xE2\x80\x9D He left.But , U. S. "
		"law\tstays.  All   of it \n\n\n it\xE2\x80\x99s\n");

	(void)state;
	assert_int_equal(s.open_double, 1);
	assert_int_equal(s.close_double, 1);
	assert_int_equal(s.close_single, 1);
	assert_int_equal(s.runs[2], 2);
	assert_int_equal(s.runs[3], 1);
	assert_int_equal(s.before_mark, 1);
	assert_int_equal(s.after_mark, 1);
	assert_int_equal(s.spaced_initials, 1);
	assert_int_equal(s.sentence_ends_wide, 1);
	assert_int_equal(s.trailing, 1);
	assert_int_equal(s.leading, 1);
	assert_int_equal(s.lines, 2);
	assert_int_equal(s.blank_lines, 2);
	assert_int_equal(s.blank_runs, 1);
	assert_true(survey_saw(&s, SEEN_TAB));
	assert_false(survey_saw(&s, SEEN_CONTROL));
}

/* Runs of spaces, also across the blocks of 64 bytes. */
static void test_runs(void **state)
{
	(void)state;
	for (size_t before = 0; before < 140; before++) {
		for (size_t run = 1; run < 140; run += 1 + run / 9) {
			char text[400];
			struct survey s;

			memset(text, 'a', sizeof(text));
			memset(text + before, ' ', run);
			examine_text(&s, text, before + run + 70, NULL);
			for (size_t n = 1; n <= SURVEY_RUNS; n++)
				assert_int_equal(s.runs[n],
						 n == (run < 8 ? run : 8));
		}
	}
}

static void test_seen(void **state)
{
	static const struct {
		const char *text;
		uint32_t seen;
	} rows[] = {
		{ "plain text.", 0 },
		{ "a\rb", SEEN_CR },
		{ "a\x01"
		  "b",
		  SEEN_CONTROL },
		{ "R&D", SEEN_AMPERSAND },
		{ "a < b", SEEN_LESS },
		{ "said -LRB- so", SEEN_BRACKET_TOKEN },
		{ "a\xC2\xA0"
		  "b",
		  SEEN_SPACE_EXOTIC | SEEN_HIGH },
		{ "a\xE2\x80\x8B"
		  "b",
		  SEEN_INVISIBLE | SEEN_HIGH },
		{ "\xEF\xBB\xBF"
		  "a",
		  SEEN_INVISIBLE | SEEN_HIGH | SEEN_COMPOSE },
		{ "caf\xC3\xA9", SEEN_LATIN_LEAD | SEEN_HIGH },
		{ "cafe\xCC\x81", SEEN_COMPOSE | SEEN_HIGH },
		{ "``so''", SEEN_DOUBLE_TICK },
		{ "a quot; b", SEEN_SEMICOLON_ENTITY },
		{ "\xE2\x80\x9Cso\xE2\x80\x9D", SEEN_HIGH },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(survey_of(rows[i].text).seen, rows[i].seen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_seen),
	};

	return cmocka_run_group_tests_name("survey", tests, NULL, NULL);
}
