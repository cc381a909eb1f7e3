/* The fields of a boilerplate rule: what each says, and where numbers end. */
#include "support.h"

#include "stages/boilerplate/rule_fields.h"

static struct field field_of(const char *text)
{
	return (struct field){ text, strlen(text) };
}

static bool read(const char *text, struct strip_rule *rule)
{
	*rule = (struct strip_rule){ .points = 1, .min_words = 77 };
	return rule_fields_attribute(field_of(text), rule);
}

static void test_points(void **state)
{
	static const struct {
		const char *text;
		int points;
	} good[] = {
		{ "0", 0 },   { "9", 9 },	  { "90", 90 },
		{ "+7", 7 },  { "-9", -9 },	  { "-0", 0 },
		{ "007", 7 }, { "30000", 30000 }, { "-30000", -30000 },
	};
	static const char *const bad[] = {
		"+",  "-",   "30001", "-30001", "99999999999999999999",
		"5x", "+-5", "--5",   "5 ",	"/5",
		":5",
	};
	struct strip_rule rule;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		assert_true(read(good[i].text, &rule));
		assert_int_equal(rule.points, good[i].points);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (read(bad[i], &rule))
			fail_msg("%s is %d", bad[i], rule.points);
}

static void test_ranges(void **state)
{
	static const struct {
		const char *text;
		unsigned low, high;
	} good[] = {
		{ "words=0", 0, 0 },	       { "words=4", 4, 4 },
		{ "words=2-9", 2, 9 },	       { "words=9-9", 9, 9 },
		{ "words=0-30000", 0, 30000 },
	};
	static const char *const bad[] = {
		"words=",    "words=-",	   "words=4-", "words=-4",
		"words=9-8", "words=4-5x", "words=4x", "words=30001",
		"word=4",    "words4",	   "lines=",   "lines=256",
		"lines=9-8", "lines=x",	   "line=3",
	};
	struct strip_rule rule;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		assert_true(read(good[i].text, &rule));
		assert_int_equal(rule.min_words, good[i].low);
		assert_int_equal(rule.max_words, good[i].high);
		assert_int_equal(rule.points, 1);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (read(bad[i], &rule))
			fail_msg("%s is read", bad[i]);
	assert_true(read("lines=3", &rule));
	assert_int_equal(rule.lines, 3);
	assert_int_equal(rule.min_words, 77);
	assert_true(read("lines=2-255", &rule));
	assert_int_equal(rule.lines, 255);
}

static void test_names(void **state)
{
	struct strip_rule rule;

	(void)state;
	assert_true(read("unbounded", &rule));
	assert_true(rule.unbounded && !rule.lone);
	assert_true(read("lone", &rule));
	assert_true(rule.lone && !rule.unbounded);
	assert_true(read("until=glued", &rule));
	assert_int_equal(rule.until, UNTIL_GLUED);
	assert_true(read("until=match", &rule));
	assert_int_equal(rule.until, UNTIL_MATCH);
	assert_true(read("open", &rule));
	assert_int_equal(rule.need, FEATURE_OPEN);
	assert_int_equal(rule.forbid, 0);
	assert_true(read("!quote", &rule));
	assert_int_equal(rule.need, 0);
	assert_int_equal(rule.forbid, FEATURE_QUOTE);
	assert_true(read("near", &rule));
	assert_false(read("!near", &rule));
	assert_false(read("until=", &rule));
	assert_false(read("until=gluedx", &rule));
	assert_false(read("until=glue", &rule));
	assert_false(read("!", &rule));
	assert_false(read("!!quote", &rule));
	assert_false(read("opened", &rule));
	assert_false(read("ope", &rule));
	assert_false(read("lon", &rule));
}

/* Fields are parted by white space, of any kind and length. */
static void test_fields(void **state)
{
	static const char line[] = "  ad\tany \t line";
	const char *at = line, *end = line + strlen(line);
	struct field field;

	(void)state;
	field = field_next(&at, end);
	assert_memory_equal(field.text, "ad", field.len);
	assert_int_equal(field.len, 2);
	field = field_next(&at, end);
	assert_int_equal(field.len, 3);
	field = field_next(&at, end);
	assert_memory_equal(field.text, "line", field.len);
	assert_int_equal(field.len, 4);
	assert_ptr_equal(at, end);
	assert_int_equal(field_next(&at, end).len, 0);
	field = field_trimmed(line, end);
	assert_ptr_equal(field.text, line + 2);
	assert_int_equal(field.len, strlen(line) - 2);
	assert_int_equal(field_trimmed(line, line + 2).len, 0);
	assert_int_equal(field_trimmed(line + 4, line + 8).len, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_points),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_fields),
	};

	return cmocka_run_group_tests_name("rule_fields", tests, NULL, NULL);
}
