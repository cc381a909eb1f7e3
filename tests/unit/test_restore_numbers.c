/* Marks in numbers that nobody can tell: the gap stays as it was. */
#include "support.h"

#include "restore/numbers.h"

#define MARK 1
#define ROOM 256

struct row {
	const char *before, *mark, *after;
};

static size_t count_words(const char *text)
{
	size_t count = 1;

	for (; *text; text++)
		count += *text == ' ';
	return count;
}

/* Whether a verdict so sure, that there is a mark between the words, is left.
 */
static bool is_left(const struct row *row, enum restore_loss loss,
		    uint16_t confidence)
{
	static const char file[] = "set measure = percent | weeks\n"
				   "set period = weeks\nset currency = yen\n";
	struct restore_model *model = calloc(1, sizeof(*model));
	struct pairs *pairs = calloc(1, sizeof(*pairs));
	struct gap_rules rules = { .loss = loss };
	struct verdict verdicts[ROOM] = { { .gap = 0 } };
	struct trace *traces = calloc(ROOM, sizeof(*traces));
	const size_t gap = count_words(row->before);
	struct word_lists lists;
	struct words words;
	char text[ROOM];
	int len;

	assert_non_null(model);
	assert_non_null(pairs);
	assert_non_null(traces);
	strcpy(model->gaps[0].text, " ");
	strcpy(model->gaps[MARK].text, row->mark);
	model->gaps[0].len = 1;
	model->gaps[MARK].len = (uint8_t)strlen(row->mark);
	verdicts[gap] =
		(struct verdict){ .gap = MARK, .gap_confidence = confidence };
	len = snprintf(text, sizeof(text), "%s %s", row->before, row->after);
	assert_true(word_lists_read(&lists, file, strlen(file)));
	assert_true(words_split(&words, text, (size_t)len));
	words.lists = &lists;
	number_leave(&(struct decoder){ .model = model,
					.rules = &rules,
					.words = &words,
					.pairs = pairs,
					.traces = traces },
		     verdicts, gap);
	words_release(&words);
	word_lists_release(&lists);
	free(traces);
	free(pairs);
	free(model);
	return verdicts[gap].is_kept;
}

static void expect(const struct row *rows, size_t count, bool left)
{
	for (size_t i = 0; i < count; i++)
		if (is_left(&rows[i], LOSS_COLLAPSED, 1000) != left)
			fail_msg("%s[%s]%s", rows[i].before, rows[i].mark,
				 rows[i].after);
}

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void test_spans(void **state)
{
	static const struct row spans[] = {
		{ "in 1996", ", ", "1998 he" }, { "in 1996", ", ", "2004 he" },
		{ "in 1996", ", ", "97 he" },	{ "in 1999", ", ", "00 he" },
		{ "in 2009", ", ", "10 he" },	{ "1996", ", ", "97" },
	};
	static const struct row others[] = {
		{ "in 1998", ", ", "1996 he" }, { "in 1996", ", ", "1996 he" },
		{ "in 1996", ", ", "2104 he" }, { "in 1996", ", ", "98 he" },
		{ "in 1996", ", ", "96 he" },	{ "in 1996", ", ", "997 he" },
		{ "in 1896", ", ", "97 he" },	{ "in 196", ", ", "97 he" },
		{ "in 1996", ", ", "97 3 he" }, { "on 4 1996", ", ", "97 he" },
		{ "in 1996", ", ", "he" },	{ "in 1996", ". ", "97 he" },
	};

	(void)state;
	expect(spans, COUNT(spans), true);
	expect(others, COUNT(others), false);
	/* A wire's comma and its space were two. */
	assert_false(is_left(&spans[0], LOSS_WIRE, 1000));
}

static void test_signs(void **state)
{
	static const struct row signs[] = {
		{ "rose", " +", "3 in" },	{ "rose", " -", "3 in" },
		{ "rose", " (-", "3 in" },	{ "rose", ", -", "3 in" },
		{ "rose", " ", "004 percent" }, { "rose", ", ", "04 percent" },
	};
	static const struct row others[] = {
		{ "rose", "-", "3 in" },
		{ "rose", " -", "three in" },
		{ "rose", "--", "3 in" },
		{ "rose", ".-", "3 in" },
		{ "rose", " .", "004 percent" },
		{ "rose", ", ", "0 percent" },
		{ "rose", ", ", "40 percent" },
		{ "rose", ", ", "004 boats" },
		{ "rose 3", ", ", "004 percent" },
	};

	(void)state;
	expect(signs, COUNT(signs), true);
	expect(others, COUNT(others), false);
}

static void test_ranges(void **state)
{
	static const struct row ranges[] = {
		{ "for 6", ".", "8 weeks" },	{ "for 6", ".", "10 weeks" },
		{ "by 45", ".", "47 percent" }, { "by 45", ".", "48 percent" },
		{ "by 20", ".", "40 percent" }, { "by 15", ".", "95 percent" },
	};
	static const struct row others[] = {
		{ "for 6", ".", "8 boats" },	{ "for 8", ".", "6 weeks" },
		{ "for 4", ".", "5 weeks" },	{ "for 6", ".", "6 weeks" },
		{ "for 600", ".", "8 weeks" },	{ "for six", ".", "8 weeks" },
		{ "by 45", ".", "49 percent" }, { "by 47", ".", "45 percent" },
		{ "by 45", ".", "45 percent" }, { "by 45", ".", "47 boats" },
		{ "by 4", ".", "47 percent" },	{ "by 45", ".", "7 percent" },
		{ "by 20", ".", "41 percent" }, { "by 21", ".", "40 percent" },
	};

	(void)state;
	expect(ranges, COUNT(ranges), true);
	expect(others, COUNT(others), false);
}

static void test_parts(void **state)
{
	static const struct row mixed[] = {
		{ "rose 1", "-", "3 4 in" },
		{ "rose 12", "-", "15 16 in" },
		{ "rose 1", "-", "1 2" },
	};
	static const struct row others[] = {
		{ "rose", "-", "3 4 in" },     { "rose 1", "-", "3 4 9 in" },
		{ "rose 1", "-", "4 4 in" },   { "rose 1", "-", "2 4 in" },
		{ "rose 1", "-", "5 4 in" },   { "rose 1", "-", "3 5 in" },
		{ "rose 1", "-", "3 boats" },  { "rose 1", "/", "3 4 in" },
		{ "rose 1", "-", "3 400 in" },
	};

	(void)state;
	expect(mixed, COUNT(mixed), true);
	expect(others, COUNT(others), false);
}

static void test_rates(void **state)
{
	static const struct row rates[] = {
		{ "for 1", ",", "106 9300 yen" },
		{ "for 1", ",", "106 93 yen" },
		{ "for 1", ",", "5956 yen" },
		{ "for 1", ",", "5956 new yen" },
	};
	static const struct row others[] = {
		{ "for 1", ",", "106 930 yen" },
		{ "for 2", ",", "106 9300 yen" },
		{ "for 1", ",", "106 9300 boats" },
		{ "for 1", ",", "5956 boats" },
		{ "for 1", ",", "5956 weeks yen" },
	};

	(void)state;
	expect(rates, COUNT(rates), true);
	expect(others, COUNT(others), false);
}

/* The less sure a comma before three digits is, the rather it is a point. */
static void test_groups(void **state)
{
	static const struct row group = { "was 4", ",", "501 of" };
	static const struct row eighth = { "was 4", ",", "875 of" };
	static const struct row four = { "was 4", ",", "5012 of" };
	uint16_t group_sure = 0, eighth_sure = 0;

	(void)state;
	while (is_left(&group, LOSS_COLLAPSED, group_sure))
		group_sure++;
	while (is_left(&eighth, LOSS_COLLAPSED, eighth_sure))
		eighth_sure++;
	assert_true(group_sure > 0);
	assert_true(eighth_sure > group_sure);
	assert_true(eighth_sure <= 1000);
	assert_false(is_left(&four, LOSS_COLLAPSED, 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spans),  cmocka_unit_test(test_signs),
		cmocka_unit_test(test_ranges), cmocka_unit_test(test_parts),
		cmocka_unit_test(test_rates),  cmocka_unit_test(test_groups),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
