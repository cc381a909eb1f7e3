/* Learning: which lines become rules, the same bytes, bounded memory. */
#include "support.h"

static const char *const names[] = {
	"Ann Miller", "Bob Stone",  "Carl Fisher", "Dora Lake", "Eve Hill",
	"Fred Moor",  "Gina Field", "Hugh Wood",   "Ida Brook", "Jack Rivers",
};

/* A sentence of its own for each number. */
static size_t write_sentence(char *out, size_t size, uint64_t number)
{
	static const char *const words[] = {
		"council", "bridge", "water", "night", "market",  "school",
		"letter",  "winter", "river", "mayor", "garden",  "number",
		"window",  "street", "paper", "horse", "evening", "song",
	};
	uint64_t state = number * 2654435761u + 1;
	size_t len = 0;

	for (int i = 0; i < 12; i++)
		len += (size_t)snprintf(out + len, size - len, "%s%s",
					i ? " " : "The ",
					words[random_below(&state, 18)]);
	return len + (size_t)snprintf(out + len, size - len, ".\n\n");
}

/* An article with furniture at its head and end, and inside. */
static size_t write_article(char *out, size_t size, unsigned number)
{
	size_t len = (size_t)snprintf(out, size, "Mill Town Courier\n\n");

	for (unsigned i = 0; i < 10; i++) {
		if (i == 3 + number % 4)
			len += (size_t)snprintf(out + len, size - len,
						"ADVERTISEMENT\n\n"
						"He said no.\n\n");
		len += write_sentence(out + len, size - len, number * 10 + i);
	}
	return len + (size_t)snprintf(out + len, size - len,
				      "%s reported from Mill Town, page %u.\n\n"
				      "Read the Courier every day\n",
				      names[number % 10], number);
}

static void learn_articles(struct cd_learner *learner, unsigned count)
{
	char text[2000];

	for (unsigned i = 0; i < count; i++) {
		const size_t len = write_article(text, sizeof(text), i);

		assert_int_equal(cd_learner_add(learner, text, len), CD_OK);
	}
}

/* Rules learned from `count` articles; free() them. */
static char *rules_of(unsigned count, size_t least)
{
	struct cd_learner *learner;
	struct cd_span rules;
	char *copy;

	assert_int_equal(cd_learner_new(&learner), CD_OK);
	learn_articles(learner, count);
	assert_int_equal(cd_learner_rules(learner, least, &rules), CD_OK);
	copy = calloc(1, rules.len + 1);
	memcpy(copy, rules.bytes, rules.len);
	cd_learner_free(learner);
	return copy;
}

static void test_what_is_learned(void **state)
{
	char *rules = rules_of(40, 10);

	(void)state;
	assert_string_equal(
		rules,
		"# Lines that occur in 10 or more of 40 articles (0 copies "
		"left out).\n"
		"# Before each rule: in how many, and one example.\n"
		"# 40: Carl Fisher reported from Mill Town, page 2.\n"
		"user\ttail\tline\t:: <names> reported from <names> page <#>\n"
		"# 40: Read the Courier every day\n"
		"user\ttail\tline\t:: read the courier every day\n"
		"# 40: Mill Town Courier\n"
		"user\thead\tline\t:: mill town courier\n"
		"# 40: ADVERTISEMENT\n"
		"user\tany\tline\t:: advertisement\n");
	free(rules);
}

static void test_same_bytes(void **state)
{
	char *first = rules_of(200, 5), *second = rules_of(200, 5);

	(void)state;
	assert_string_equal(first, second);
	free(first);
	free(second);
}

/* What was learned is in the format that a desk takes, and strips the lines. */
static void test_rules_are_used(void **state)
{
	char *rules = rules_of(40, 10), text[2000], *clean;
	const struct cd_options options = {
		.rules = "=boilerplate/user",
		.boilerplate = rules,
		.boilerplate_len = strlen(rules),
	};
	struct cd_desk *desk = desk_for(&options);
	const size_t len = write_article(text, sizeof(text), 77);
	size_t clean_len;

	(void)state;
	clean = normalise(desk, text, len, &clean_len);
	assert_null(strstr(clean, "ADVERTISEMENT"));
	assert_null(strstr(clean, "reported from"));
	assert_null(strstr(clean, "Courier"));
	assert_non_null(strstr(clean, "He said no."));
	free(clean);
	cd_desk_free(desk);
	free(rules);
}

/* A copy of an article counts once. */
static void test_copies(void **state)
{
	struct cd_learner *learner;
	struct cd_span rules;
	char text[2000];
	const size_t len = write_article(text, sizeof(text), 3);

	(void)state;
	assert_int_equal(cd_learner_new(&learner), CD_OK);
	for (int i = 0; i < 50; i++)
		assert_int_equal(cd_learner_add(learner, text, len), CD_OK);
	assert_int_equal(cd_learner_rules(learner, 2, &rules), CD_OK);
	assert_memory_equal(
		rules.bytes,
		"# Lines that occur in 3 or more of 1 articles (49 ", 49);
	cd_learner_free(learner);
}

/* A table that is full keeps what is frequent. */
static void test_many_lines(void **state)
{
	struct cd_learner *learner;
	struct cd_span rules;
	char *text = malloc(1 << 20);

	(void)state;
	assert_non_null(text);
	assert_int_equal(cd_learner_new(&learner), CD_OK);
	for (unsigned round = 0; round < 12; round++) {
		size_t len = (size_t)sprintf(text,
					     "Round %u is this one, and "
					     "it is long enough to be the "
					     "longest.\nBuy a bridge\n",
					     round);

		/* 60,000 lines of their own occur in three articles each */
		for (unsigned i = 0; i < 20000; i++)
			len += (size_t)sprintf(text + len, "line %u of %u\n", i,
					       round % 4);
		assert_int_equal(cd_learner_add(learner, text, len), CD_OK);
	}
	assert_int_equal(cd_learner_rules(learner, 12, &rules), CD_OK);
	assert_non_null(strstr(rules.bytes, "buy a bridge\n"));
	cd_learner_free(learner);
	free(text);
}

static void test_not_text(void **state)
{
	struct cd_learner *learner;
	struct cd_span rules;

	(void)state;
	assert_int_equal(cd_learner_new(&learner), CD_OK);
	assert_int_equal(cd_learner_add(learner, "a\xff", 2), CD_DATA);
	assert_int_equal(cd_learner_add(learner, "", 0), CD_OK);
	assert_int_equal(cd_learner_add(learner, " \n\n", 3), CD_OK);
	assert_int_equal(cd_learner_rules(learner, 1, &rules), CD_OK);
	/* What is in fewer articles is not known: the first line is true. */
	assert_memory_equal(rules.bytes, "# Lines that occur in 3 or ", 27);
	cd_learner_free(learner);
}

static enum cd_status try_all(void)
{
	struct cd_learner *learner;
	struct cd_span rules;
	char text[2000];
	enum cd_status status = cd_learner_new(&learner);

	for (unsigned i = 0; i < 8 && status == CD_OK; i++) {
		const size_t len = write_article(text, sizeof(text), i);

		status = cd_learner_add(learner, text, len);
	}
	if (status == CD_OK)
		status = cd_learner_rules(learner, 4, &rules);
	cd_learner_free(learner);
	return status;
}

static void test_no_memory(void **state)
{
	(void)state;
	for (long n = 0;; n++) {
		enum cd_status status;

		fail_allocations_after(n);
		status = try_all();
		fail_allocations_off();
		if (status == CD_OK)
			break;
		assert_int_equal(status, CD_NOMEM);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_learned),
		cmocka_unit_test(test_same_bytes),
		cmocka_unit_test(test_rules_are_used),
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_many_lines),
		cmocka_unit_test(test_not_text),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
