/* Boilerplate rules: the format, its errors, and the built-in table. */
#include "support.h"

#include "lang/lang.h"
#include "stages/boilerplate/rules_file.h"
#include "stages/stage.h"

static const struct lang no_rules = { .name = "" };

static enum cd_status parse(const char *text, char *error, size_t size)
{
	struct strip_rules *rules;
	const enum cd_status status = strip_rules_new(
		&no_rules, text, strlen(text), &rules, error, size);

	strip_rules_free(rules);
	return status;
}

static void test_built_in(void **state)
{
	struct strip_rules *rules;
	char error[200];

	(void)state;
	assert_int_equal(strip_rules_new(lang_find("en"), NULL, 0, &rules,
					 error, sizeof(error)),
			 CD_OK);
	assert_string_equal(error, "");
	assert_true(rules->rule_count > 100);
	/* rules that every suspect line must try cost much: keep them few */
	assert_true(rules->always_count < 50);
	strip_rules_free(rules);
}

/* Each class of the rule table is named by some rule, but for the user's. */
static void test_every_class(void **state)
{
	struct strip_rules *rules;
	char error[200];

	(void)state;
	assert_int_equal(strip_rules_new(lang_find("en"), NULL, 0, &rules,
					 error, sizeof(error)),
			 CD_OK);
	for (unsigned class = RULE_BOILERPLATE_HIGHLIGHTS;
	     class < RULE_BOILERPLATE_USER; class ++) {
		size_t count = 0;

		for (size_t i = 0; i < rules->rule_count; i++)
			count += rules->rules[i].rule == class;
		if (!count)
			fail_msg("%s has no rule", rule_table[class].name);
	}
	strip_rules_free(rules);
}

static void test_errors(void **state)
{
	static const struct {
		const char *text, *error;
	} cases[] = {
		{ "\n# note\nadd any line :: x\n",
		  "boilerplate rules:3: no such class: add" },
		{ "page any line :: x",
		  "boilerplate rules:1: no such class: page" },
		{ "long any line :: x",
		  "boilerplate rules:1: no such class: long" },
		{ "ad nowhere line :: x",
		  "boilerplate rules:1: no such place: nowhere" },
		{ "ad any some :: x",
		  "boilerplate rules:1: no such way to match: some" },
		{ "ad any line shiny :: x",
		  "boilerplate rules:1: no such attribute: shiny" },
		{ "ad any line words=9-3 :: x",
		  "boilerplate rules:1: no such attribute: words=9-3" },
		{ "ad any line 99999 :: x",
		  "boilerplate rules:1: no such attribute: 99999" },
		{ "ad any line !near :: x",
		  "boilerplate rules:1: no such attribute: !near" },
		{ "ad any line x",
		  "boilerplate rules:1: no \"::\" before the pattern: "
		  "ad any line x" },
		{ "ad any line :: (a|b",
		  "boilerplate rules:1: ( and ) do not balance: (a|b" },
		{ "ad any line :: a)",
		  "boilerplate rules:1: ( and ) do not balance: a)" },
		{ "ad any line :: <nothing>",
		  "boilerplate rules:1: no such wildcard or set: <nothing>" },
		{ "ad any line ::",
		  "boilerplate rules:1: the pattern holds no word" },
		{ "ad any regex :: (",
		  "boilerplate rules:1: not a regular expression: (" },
		{ "* any line :: x",
		  "boilerplate rules:1: only shapes serve every class: line" },
		{ "set a b", "boilerplate rules:1: expected \"set NAME = "
			     "PHRASE | ...\": a" },
		{ "set a = |", "boilerplate rules:1: not a set: a" },
		{ "ad any line\n\t:: x\nad any line ::\n y <no>",
		  "boilerplate rules:3: no such wildcard or set: y <no>" },
		{ "set a =\n\tb\n# note\n\tc\nadd any line :: x",
		  "boilerplate rules:4: no \"::\" before the pattern: c" },
		{ "ad any regex :: x\n y",
		  "boilerplate rules:1: a regular expression is one line: "
		  "x\n y" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char error[200];

		assert_int_equal(parse(cases[i].text, error, sizeof(error)),
				 CD_DATA);
		assert_string_equal(error, cases[i].error);
	}
	assert_int_equal(parse("ad any line :: (", NULL, 0), CD_DATA);
}

static void test_good(void **state)
{
	char error[200];

	(void)state;
	assert_int_equal(parse("", error, sizeof(error)), CD_OK);
	assert_int_equal(parse("# nothing\n\n", error, sizeof(error)), CD_OK);
	assert_int_equal(
		parse("set town = Mill Town | Port Ellis\r\n"
		      "user any line 60 words=2-9 open !quote :: the <town> "
		      "(daily|weekly|)\r\n"
		      "ad tail inline until=sentence :: (a|(b|c)|d (e|)) f\n"
		      "other any shape -20 quote ::\n"
		      "user later rear lone unbounded until=match :: views\\.\n"
		      "user any regex :: [0-9]+ views",
		      error, sizeof(error)),
		CD_OK);
}

/* A line that begins with a space goes on with the line before it. */
static void test_continued(void **state)
{
	static const char text[] = "# note\n"
				   "set town =\n"
				   "\tMill Town\r\n"
				   "\tPort Ellis\n"
				   "user\tany line\n"
				   "\t:: the <town> (daily|\n"
				   "\t\tweekly)\n"
				   "user any line :: b\n";
	struct strip_rules *rules;
	char error[200];

	(void)state;
	assert_int_equal(strip_rules_new(&no_rules, text, strlen(text), &rules,
					 error, sizeof(error)),
			 CD_OK);
	assert_int_equal(rules->patterns.phrase_count, 2);
	assert_int_equal(rules->rule_count, 2);
	assert_int_equal(rules->rules[0].source_line, 5);
	assert_int_equal(rules->rules[1].source_line, 8);
	strip_rules_free(rules);
}

/* Any bytes give rules or an error, never a crash. */
static void test_any_bytes(void **state)
{
	static const char alphabet[] =
		"ad any line inside::()|<>^\\ \n#=n*set-";
	uint64_t seed = 7;
	bool seen[2] = { false, false };

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct strip_rules *rules;
		enum cd_status status;
		char text[120], error[80];
		const size_t len = random_below(&seed, sizeof(text));

		memcpy(text, "ad any line :: ", 15);
		for (size_t k = 15; k < len; k++)
			text[k] = alphabet[random_below(&seed,
							sizeof(alphabet) - 1)];
		error[0] = 0;
		status = strip_rules_new(&no_rules, text, len > 15 ? len : 15,
					 &rules, error, sizeof(error));
		assert_true(status == CD_OK || status == CD_DATA);
		assert_true((status == CD_OK) == (rules != NULL));
		assert_true((status == CD_OK) == !error[0]);
		seen[status == CD_OK] = true;
		strip_rules_free(rules);
	}
	/* some are rules, some are not */
	assert_true(seen[0] && seen[1]);
}

static void test_no_memory(void **state)
{
	struct strip_rules *rules;
	char error[80];

	(void)state;
	for (long n = 0;; n++) {
		enum cd_status status;

		fail_allocations_after(n);
		status = strip_rules_new(lang_find("en"), NULL, 0, &rules,
					 error, sizeof(error));
		fail_allocations_off();
		strip_rules_free(rules);
		if (status == CD_OK)
			break;
		assert_int_equal(status, CD_NOMEM);
		assert_null(rules);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_built_in),
		cmocka_unit_test(test_every_class),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_continued),
		cmocka_unit_test(test_any_bytes),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
