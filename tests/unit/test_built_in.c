/* The rules that are compiled in are those that their files give here. */
#include "support.h"

#include "lang/lang.h"
#include "stages/boilerplate/built_in.h"
#include "stages/boilerplate/rules_file.h"

#define SAME(one, other, member)                                               \
	assert_int_equal((one)->member, (other)->member)

#define SAME_ITEMS(one, other, list, count)                                    \
	do {                                                                   \
		SAME(one, other, count);                                       \
		assert_memory_equal((one)->list, (other)->list,                \
				    (one)->count * sizeof(*(one)->list));      \
	} while (0)

static void assert_same_index(const struct literal_index *one,
			      const struct literal_index *other)
{
	SAME_ITEMS(one, other, list, count);
	SAME(one, other, bucket_count);
	assert_memory_equal(one->starts, other->starts,
			    (one->bucket_count + 1) * sizeof(*one->starts));
}

/* By members: there may be anything between them. */
static void assert_same_rule(const struct strip_rule *one,
			     const struct strip_rule *other)
{
	SAME(one, other, rule);
	SAME(one, other, where);
	SAME(one, other, how);
	SAME(one, other, until);
	SAME(one, other, edges);
	SAME(one, other, marks);
	SAME(one, other, first_word);
	SAME(one, other, lines);
	SAME(one, other, lone);
	SAME(one, other, unbounded);
	SAME(one, other, points);
	SAME(one, other, min_words);
	SAME(one, other, max_words);
	SAME(one, other, reach);
	SAME(one, other, need);
	SAME(one, other, forbid);
	SAME(one, other, pattern);
	SAME(one, other, source_line);
	assert_memory_equal(&one->begins, &other->begins, sizeof(one->begins));
	assert_memory_equal(&one->begins_by, &other->begins_by,
			    sizeof(one->begins_by));
}

static void assert_same_arrays(const struct strip_rules *one,
			       const struct strip_rules *other)
{
	SAME(one, other, rule_count);
	for (size_t i = 0; i < one->rule_count; i++)
		assert_same_rule(&one->rules[i], &other->rules[i]);
	SAME_ITEMS(&one->patterns, &other->patterns, nodes, node_count);
	SAME_ITEMS(&one->patterns, &other->patterns, sets, set_count);
	SAME_ITEMS(&one->patterns, &other->patterns, phrases, phrase_count);
	SAME_ITEMS(&one->patterns, &other->patterns, hashes, hash_count);
	SAME_ITEMS(&one->patterns, &other->patterns, begins, begins_count);
	SAME_ITEMS(one, other, gates, rule_count);
	SAME_ITEMS(one, other, always, always_count);
	SAME_ITEMS(one, other, shapes, shape_count);
	assert_same_index(&one->prefixes, &other->prefixes);
	assert_same_index(&one->words, &other->words);
	for (unsigned i = 0; i < SENTENCE_KINDS; i++) {
		const struct sentence_rules *some = &one->sentences[i];
		const struct sentence_rules *others = &other->sentences[i];

		SAME_ITEMS(some, others, always, always_count);
		assert_same_index(&some->prefixes, &others->prefixes);
		assert_same_index(&some->words, &others->words);
	}
}

static void forget_index(struct literal_index *index)
{
	index->list = NULL;
	index->starts = NULL;
	index->cap = 0;
}

static void forget_table(struct pattern_table *table)
{
	table->nodes = NULL;
	table->sets = NULL;
	table->phrases = NULL;
	table->hashes = NULL;
	table->begins = NULL;
	table->node_cap = table->set_cap = 0;
	table->phrase_cap = table->hash_cap = table->begins_cap = 0;
}

/* Leave what is in the struct itself. */
static struct strip_rules *without_arrays(const struct strip_rules *rules)
{
	struct strip_rules *copy = malloc(sizeof(*copy));

	assert_non_null(copy);
	memcpy(copy, rules, sizeof(*copy));
	forget_table(&copy->patterns);
	forget_index(&copy->prefixes);
	forget_index(&copy->words);
	for (unsigned i = 0; i < SENTENCE_KINDS; i++) {
		forget_index(&copy->sentences[i].prefixes);
		forget_index(&copy->sentences[i].words);
		copy->sentences[i].always = NULL;
		copy->sentences[i].always_cap = 0;
	}
	copy->rules = NULL;
	copy->gates = NULL;
	copy->always = copy->shapes = NULL;
	copy->rule_cap = copy->always_cap = copy->shape_cap = 0;
	return copy;
}

static void test_same(void **state)
{
	const struct lang *lang = lang_find("en");
	const struct strip_rules *built_in = strip_rules_built_in(lang);
	struct strip_rules *read, *one, *other;
	char error[200];

	(void)state;
	assert_int_equal(
		strip_rules_new(lang, NULL, 0, &read, error, sizeof(error)),
		CD_OK);
	assert_non_null(built_in);
	assert_same_arrays(read, built_in);
	one = without_arrays(read);
	other = without_arrays(built_in);
	assert_memory_equal(one, other, sizeof(*one));
	free(one);
	free(other);
	strip_rules_free(read);
}

/* A language without rules, and one that is not compiled in. */
static void test_others(void **state)
{
	(void)state;
	assert_null(strip_rules_built_in(lang_find("xx")));
	assert_null(strip_rules_built_in(lang_find("de")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
