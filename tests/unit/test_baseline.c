/* Baselines, and occurrences of findings. */
#include "support.h"

#include <string.h>

#include "writer/baseline.h"
#include "writer/occurrences.h"

static struct report_item item_of(const char *rule, uint64_t hash)
{
	return (struct report_item){ .rule = cd_rule_find(rule), .hash = hash };
}

/* Read a copy of the text; the line that is wrong. */
static size_t read_text(struct baseline *baseline, const char *text)
{
	char copy[512];

	assert_true(strlen(text) < sizeof(copy));
	strcpy(copy, text);
	return baseline_read(baseline, copy);
}

static void assert_text(struct baseline *baseline, const char *wanted)
{
	struct buffer out;

	buffer_init(&out);
	assert_true(baseline_text(baseline, &out));
	/* after the line that says what it is */
	assert_string_equal(strchr(buffer_text(&out), '\n') + 1, wanted);
	buffer_release(&out);
}

static void test_take(void **state)
{
	const struct report_item run = item_of("whitespace/run", 0xAB);
	const struct report_item mark = item_of("quotes/straight", 1);
	struct baseline baseline = { 0 };

	(void)state;
	/* Of two lines of a key the larger number counts. */
	assert_int_equal(read_text(&baseline,
				   "a%09b\twhitespace/run\t00000000000000ab\t1"
				   "\na%09b\twhitespace/run\t"
				   "00000000000000ab\t2\n\n# so\n"),
			 0);
	assert_true(baseline_begin_file(&baseline, "./a\tb"));
	assert_int_equal(baseline_take(&baseline, &run), BASELINE_KNOWN);
	assert_int_equal(baseline_gone(&baseline), 1);
	assert_int_equal(baseline_take(&baseline, &run), BASELINE_KNOWN);
	assert_int_equal(baseline_take(&baseline, &run), BASELINE_NEW);
	assert_int_equal(baseline_take(&baseline, &mark), BASELINE_NEW);
	assert_int_equal(baseline_gone(&baseline), 0);
	assert_text(&baseline, "\na%09b\tquotes/straight\t0000000000000001\t1"
			       "\na%09b\twhitespace/run\t00000000000000ab"
			       "\t3\n");
	baseline_release(&baseline);
}

/* A line that baseline_text() would not write is named: numbers have no sign.
 */
static void test_wrong(void **state)
{
	static const char *const wrong[] = {
		"a\twhitespace/run\t00000000000000ab\t-1",
		"a\twhitespace/run\t00000000000000ab\t+1",
		"a\twhitespace/run\t00000000000000ab\t 1",
		"a\twhitespace/run\t00000000000000ab\t0",
		"a\twhitespace/run\t00000000000000ab\t1 ",
		"a\twhitespace/run\t00000000000000ab\t",
		"a\twhitespace/run\t00000000000000ab\t1\t",
		"a\twhitespace/run\t00000000000000ab",
		"a\twhitespace/run\t00000000000000abc\t1",
		"a\twhitespace/run\t0000000000000ab\t1",
		"a\twhitespace/run\t-0000000000000ab\t1",
		"a\twhitespace/run\t0x000000000000ab\t1",
		"a%\twhitespace/run\t00000000000000ab\t1",
		"a%00\twhitespace/run\t00000000000000ab\t1",
		"a% 9\twhitespace/run\t00000000000000ab\t1",
		"a%+9\twhitespace/run\t00000000000000ab\t1",
		"\twhitespace/run\t00000000000000ab\t1",
		"a\twhitespace/run\t00000000000000ab\t100000000000000000",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct baseline baseline = { 0 };
		char text[200];

		snprintf(text, sizeof(text), "# so\r\n\n%s\nb\n", wrong[i]);
		assert_int_equal(read_text(&baseline, text), 3);
		baseline_release(&baseline);
	}
}

static void test_no_memory(void **state)
{
	const struct report_item run = item_of("whitespace/run", 7);
	struct occurrences seen = { 0 };

	(void)state;
	for (long allowed = 0; allowed < 6; allowed++) {
		struct baseline baseline = { 0 };
		size_t wrong;

		fail_allocations_after(allowed);
		wrong = read_text(&baseline,
				  "a\twhitespace/run\t0000000000000007\t1\n");
		fail_allocations_off();
		assert_true(wrong == SIZE_MAX || (allowed && !wrong));
		baseline_release(&baseline);
	}
	fail_allocations_after(0);
	assert_int_equal(occurrences_add(&seen, &run), 0);
	fail_allocations_off();
	assert_int_equal(occurrences_add(&seen, &run), 1);
	occurrences_release(&seen);
}

/* The table grows, and keeps what it has. */
static void test_occurrences(void **state)
{
	struct occurrences seen = { 0 };
	struct report_item item = item_of("whitespace/run", 0);

	(void)state;
	for (size_t round = 1; round <= 2; round++) {
		for (item.hash = 0; item.hash < 1000; item.hash++)
			assert_int_equal(occurrences_add(&seen, &item), round);
	}
	item = item_of("quotes/straight", 1);
	assert_int_equal(occurrences_add(&seen, &item), 1);
	occurrences_release(&seen);
	assert_int_equal(occurrences_add(&seen, &item), 1);
	occurrences_release(&seen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_take),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_no_memory),
		cmocka_unit_test(test_occurrences),
	};

	return cmocka_run_group_tests_name("baseline", tests, NULL, NULL);
}
