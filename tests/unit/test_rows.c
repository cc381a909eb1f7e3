/* Which lines are rows of a table: what columns are, and how long a row. */
#include "support.h"

#include "stages/whitespace/scan.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define TEN "abcdefghij"
#define FIFTY TEN TEN TEN TEN TEN

/* Whether the line that holds the byte at `at` is a row. */
static bool is_row(const char *text, size_t at)
{
	static const struct survey survey;
	static const struct settings settings;
	struct pass pass = { .text = text,
			     .len = strlen(text),
			     .survey = &survey,
			     .settings = &settings };
	struct scanner scanner = {
		.pass = &pass, .text = text, .len = pass.len, .rows = true
	};

	return lines_is_row(&scanner, at);
}

static void expect(const char *const *texts, size_t count, bool rows)
{
	for (size_t i = 0; i < count; i++) {
		const char *second = strchr(texts[i], '\n');

		if (is_row(texts[i], 0) != rows)
			fail_msg("first: %s", texts[i]);
		if (second &&
		    is_row(texts[i], (size_t)(second - texts[i]) + 1) != rows)
			fail_msg("second: %s", texts[i]);
	}
}

static void test_rows(void **state)
{
	static const char *const texts[] = {
		"pier   boats\nquay   crane",
		"pier   boats\nquay   crane\n",
		"pier\tboats\nquay\tcrane",
		"pier  boats  tide\nquay  crane  rope",
		/* Not after sentences, but of tabs two are columns there, */
		"3 a.m.\ta.\tb\n4 a.m.\ta.\tb",
		/* and one is, before labels. */
		"3 a.m.\ta\n4 a.m.\tb",
		/* The space around an item's mark is none of the columns. */
		"12. pier   boats\n13. quay   crane",
		"a) pier   boats\nb) quay   crane",
		"- pier   boats\n- quay   crane",
		"a   pier\nb   quay",
		"abc   pier\nbcd   quay",
		"\"   pier\n\"   quay",
		"1234)   pier\n1235)   quay",
		"pier\xC2\xA0\xC2\xA0 boats\nquay\xC2\xA0\xC2\xA0 crane",
		"pier \xC2\xA0 boats\nquay \xC2\xA0 crane",
		/* Figures need no more than one space. */
		"North 91,400 88,250\nSouth 1 2",
		"North 1.5% 2\nSouth (3) 4",
		/* As long as a screen's line. */
		FIFTY FIFTY "abcdefg   " TEN "\n" FIFTY FIFTY "   " TEN,
	};

	(void)state;
	expect(texts, COUNT(texts), true);
}

static void test_no_rows(void **state)
{
	static const char *const texts[] = {
		"pier   boats",
		"pier   boats\n",
		"pier  boats\nquay  crane",
		"pier boats\nquay crane",
		"pier.   Boats\nquay.   Crane",
		"pier?   Boats\nquay!   Crane",
		"pier\xC2\xA0 boats\nquay\xC2\xA0 crane",
		"3 a.m.\tHe left.\n4 a.m.\tShe left.",
		"3 a.m.\ta\n4 a.m.",
		"12.   pier\n13.   quay",
		"123)   pier\n124)   quay",
		"1234.   pier\n1235.   quay",
		"a)   pier\nb)   quay",
		"-   pier\n-   quay",
		"\xE2\x80\xA2   pier\n\xE2\x80\xA2   quay",
		/* One with columns, and one without. */
		"pier   boats\nquay crane",
		/* A number alone, and words that have digits. */
		"North 91,400\nSouth 1",
		"North a1234b 5\nSouth abc1 2",
		"North 91,400 abc\nSouth 1 abc",
		"North 91,400 88,250\nSouth 1",
		/* Longer than a screen's line. */
		FIFTY FIFTY "abcdefgh   " TEN "\n" FIFTY FIFTY
			    "abcdefgh   " TEN,
		/* Prose set to a width: its gaps are alike, but for one. */
		"the   boats   lay    at   the   quay\n"
		"and   the    tide   was   out   by",
	};

	(void)state;
	expect(texts, COUNT(texts), false);
}

/* Justified lines are rows all the same where their gaps end alike. */
static void test_aligned(void **state)
{
	static const char *const rows[] = {
		"the boats   lay    quay\nand tides   was    noon",
		/* Four words, or letters, or gaps that are not alike. */
		"the   boats   lay\nand    tide   was",
		"91   boats   1234   77\n17    tide   4321   77",
		"the boats   lay at   the old quay   now\n"
		"and tide      was out   at      the      noon",
		/* A cell's sentence ends before a gap, where the other's is. */
		"The pier.   It is old\nThe quays   is wide",
	};
	static const char *const none[] = {
		"The pier.   It is old\nThe quay   is wide",
	};

	(void)state;
	expect(rows, COUNT(rows), true);
	for (size_t i = 0; i < COUNT(none); i++)
		assert_false(is_row(none[i], 0));
}

/* Of the three lines the first two are rows; the answer is kept for the line.
 */
static void test_neighbours(void **state)
{
	static const char text[] = "pier   boats\nquay   crane\nthe end";

	(void)state;
	assert_true(is_row(text, 0));
	assert_true(is_row(text, 11));
	assert_true(is_row(text, 12));
	assert_true(is_row(text, 13));
	assert_true(is_row(text, 25));
	assert_false(is_row(text, 26));
	assert_false(is_row("the end\n\npier   boats\nquay   crane", 2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_no_rows),
		cmocka_unit_test(test_aligned),
		cmocka_unit_test(test_neighbours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
