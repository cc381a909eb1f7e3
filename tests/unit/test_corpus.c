/* What the report knows of a corpus: bounded, and right within its bounds. */
#include "support.h"

#include "report/inert.h"
#include "report/page.h"

static void check_inert(const char *text, size_t len, const char *wanted)
{
	struct buffer out;

	buffer_init(&out);
	inert_string(&out, text, len);
	assert_string_equal(buffer_text(&out), wanted);
	buffer_release(&out);
}

static void test_inert(void **state)
{
	(void)state;
	check_inert("", 0, "\"\"");
	check_inert("a\"b\\", 4, "\"a\\u0022b\\u005c\"");
	check_inert("</script>&", 10, "\"\\u003c/script\\u003e\\u0026\"");
	check_inert("\0\n\x7f", 3, "\"\\u0000\\u000a\\u007f\"");
	check_inert("\xE2\x80\xA8\xE2\x80\xAE", 6, "\"\\u2028\\u202e\"");
	check_inert("\xE2\x81\xA6\xD8\x9C", 5, "\"\\u2066\\u061c\"");
	check_inert("caf\xC3\xA9", 5, "\"caf\xC3\xA9\"");
	check_inert("\xFF\xC3", 2, "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

/* Lines 0, 1, 2 ...: line i comes once in so many. */
static void add_stream(struct frequent *frequent, size_t count)
{
	uint64_t random = 1;
	char line[32];

	for (size_t i = 0; i < count; i++) {
		const uint32_t draw = random_below(&random, 100);
		const int len =
			draw < 20 ? snprintf(line, sizeof(line), "often")
			: draw < 25
				? snprintf(line, sizeof(line), "less")
				: snprintf(line, sizeof(line), "once %zu", i);

		frequent_add(frequent, line, (size_t)len, draw < 20 ? 7 : 8);
	}
}

static void test_frequent(void **state)
{
	const struct frequent_line *lines;
	struct frequent frequent;
	size_t count, often = 0, less = 0;
	uint64_t random = 1;

	(void)state;
	assert_true(frequent_init(&frequent));
	add_stream(&frequent, 50000);
	for (size_t i = 0; i < 50000; i++) {
		const uint32_t draw = random_below(&random, 100);

		often += draw < 20;
		less += draw >= 20 && draw < 25;
	}
	lines = frequent_sorted(&frequent, &count);
	assert_int_equal(count, FREQUENT_MAX);
	assert_memory_equal(lines[0].text, "often", lines[0].len);
	assert_int_equal(lines[0].rule, 7);
	assert_memory_equal(lines[1].text, "less", lines[1].len);
	/* never too few, never too many by more than the error */
	assert_true(lines[0].count >= often);
	assert_true(lines[0].count - lines[0].error <= often);
	assert_true(lines[1].count >= less);
	assert_true(lines[1].count - lines[1].error <= less);
	frequent_release(&frequent);
}

static void test_frequent_exact(void **state)
{
	const struct frequent_line *lines;
	struct frequent frequent;
	char longer[FREQUENT_BYTES + 50];
	size_t count;

	(void)state;
	memset(longer, 'x', sizeof(longer));
	assert_true(frequent_init(&frequent));
	for (int i = 0; i < 3; i++)
		frequent_add(&frequent, "b", 1, 1);
	frequent_add(&frequent, "a", 1, 1);
	frequent_add(&frequent, longer, sizeof(longer), 1);
	frequent_add(&frequent, longer, sizeof(longer) - 1, 1);
	lines = frequent_sorted(&frequent, &count);
	assert_int_equal(count, 3);
	assert_int_equal(lines[0].count, 3);
	assert_int_equal(lines[1].len, FREQUENT_BYTES);
	assert_int_equal(lines[1].count, 2);
	assert_int_equal(lines[2].error, 0);
	frequent_release(&frequent);
}

static void test_groups(void **state)
{
	struct groups groups = { 0 };
	struct note note = { .words = 10, .findings = 2, .rules[3] = 2 };
	struct note clean = { .words = 5, .class = CLASS_CLEAN };
	char name[16];

	(void)state;
	for (size_t i = 0; i < GROUPS_MAX + 20; i++) {
		const int len = snprintf(name, sizeof(name), "%zu", i);
		const struct cd_span span = { name, (size_t)len };

		assert_true(groups_add(&groups, span, &note));
		assert_true(groups_add(&groups, span, &clean));
	}
	assert_true(groups_add(&groups, (struct cd_span){ "5", 1 }, &note));
	assert_int_equal(groups.count, GROUPS_MAX);
	assert_int_equal(groups.rest.articles, 40);
	groups_sort(&groups);
	assert_string_equal(groups.list[0].name, "5");
	assert_int_equal(groups.list[0].articles, 3);
	assert_int_equal(groups.list[0].classes[CLASS_CLEAN], 1);
	assert_int_equal(groups.list[0].words, 25);
	assert_int_equal(groups.list[0].rules[3], 4);
	groups_release(&groups);
}

/* The lowest numbers win, whatever the order; each once. */
static void test_lottery(void **state)
{
	struct lottery lottery = { 0 };
	struct note note = { .parts = { "[]", 2 }, .rules[2] = 1 };

	(void)state;
	for (uint64_t i = 0; i < 200; i++) {
		note.draw = i * 77 % 101;
		note.rules[5] = note.draw == 50;
		assert_true(lottery_enter(&lottery, &note, "path"));
	}
	for (uint64_t i = 0; i < LOTTERY_WINNERS; i++)
		assert_int_equal(lottery.won[2][i]->draw, i);
	assert_int_equal(lottery.won[5][0]->draw, 50);
	assert_null(lottery.won[5][1]);
	assert_null(lottery.won[0][0]);
	lottery_release(&lottery);
}

static void test_worst(void **state)
{
	struct worst worst = { 0 };
	struct note note = { .findings = 1 };

	(void)state;
	for (uint32_t i = 0; i < 500; i++) {
		note.edits = i * 7 % 500;
		note.record = i;
		assert_true(worst_enter(&worst, &note, "path"));
	}
	note.findings = 0;
	note.edits = 1000;
	assert_true(worst_enter(&worst, &note, "path"));
	assert_int_equal(worst.count, WORST_MAX);
	for (uint32_t i = 0; i < WORST_MAX; i++)
		assert_int_equal(worst.list[i]->edits, 499 - i);
	worst_release(&worst);
}

/* A page about one article; false when memory ran out. */
static bool make_page(const struct buffer *notes, struct buffer *out)
{
	struct file file = { .name = (char *)"folder/a.txt",
			     .format = FORMAT_TEXT };
	struct corpus corpus;
	struct stats stats = { .files = 1 };
	const struct page page = { &corpus, "title", "version", "source",
				   &stats,  3,	     0 };
	bool done = corpus_init(&corpus) && corpus_add(&corpus, &file, notes);

	buffer_init(out);
	if (done)
		page_write(&page, out);
	corpus_release(&corpus);
	return done && !out->failed;
}

/* Each allocation that fails is told of, and nothing leaks. */
static void test_no_memory(void **state)
{
	static const char text[] = "A  line.";
	struct note note = {
		.findings = 1,
		.edits = 1,
		.rules[1] = 1,
		.group.len = 1,
		.opening.len = 2,
		.parts.len = 4,
		.text.len = sizeof(text) - 1,
	};
	struct buffer notes, out;
	long fail = 0;

	(void)state;
	buffer_init(&notes);
	buffer_add(&notes, (const char *)&note, sizeof(note));
	buffer_add_text(&notes, "gop[1]\n");
	notes.len--;
	buffer_add_text(&notes, text);
	for (bool done = false; !done; fail++) {
		fail_allocations_after(fail);
		done = make_page(&notes, &out);
		fail_allocations_off();
		if (!done)
			buffer_release(&out);
	}
	assert_true(fail > 10);
	assert_non_null(strstr(buffer_text(&out), "\"articles\":1,"));
	assert_non_null(strstr(out.bytes, "\"opening\":\"op\""));
	buffer_release(&out);
	buffer_release(&notes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_inert),
		cmocka_unit_test(test_frequent),
		cmocka_unit_test(test_frequent_exact),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_lottery),
		cmocka_unit_test(test_worst),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests_name("corpus", tests, NULL, NULL);
}
