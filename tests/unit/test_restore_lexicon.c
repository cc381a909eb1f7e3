/* The case lexicon: a table that is nearly full. */
#include "support.h"

#include "restore/lexicon.h"

#define SLOTS 1200
#define ENTRIES 1000 /* 83 of 100 slots */

static unsigned char prints[2 * SLOTS], values[SLOTS];
static unsigned char numbers[4 * LEXICON_WORDS];

static const struct restore_model model = {
	.hashed = 1,
	.affixes = 1,
	.base = { .prefix = 2, .suffix = 3, .prior = 4 },
	.word_table = numbers,
	.lexicon_print = prints,
	.lexicon_value = values,
	.lexicon_slots = SLOTS,
};

static void make_word(struct lexeme *lexeme, const char *kind, int i)
{
	char word[32];

	snprintf(word, sizeof(word), "%s%d", kind, i);
	lexeme_read(lexeme, word, strlen(word));
}

static uint64_t hash_of(const struct lexeme *lexeme)
{
	struct lexeme_keys keys;

	lexicon_keys(lexeme, &keys);
	return keys.low;
}

/* As train/modelfile.py writes it. */
static void add(const struct lexeme *lexeme, uint8_t value)
{
	const uint64_t hash = lexicon_mix(hash_of(lexeme));
	const uint32_t print = (uint32_t)(hash >> 48);
	size_t slot = (hash & 0xFFFFFFFF) * SLOTS >> 32;

	while (prints[2 * slot] || prints[2 * slot + 1])
		slot = (slot + 1) % SLOTS;
	prints[2 * slot] = (unsigned char)(print ? print : 1);
	prints[2 * slot + 1] = (unsigned char)(print >> 8);
	values[slot] = value;
}

static uint32_t prior_of(const struct lexeme *lexeme)
{
	struct lexeme_keys keys;
	uint32_t rows[4];

	lexicon_keys(lexeme, &keys);
	lexicon_rows(&model, lexeme, &keys, rows);
	return rows[3] - model.base.prior;
}

static void test_full_lexicon(void **state)
{
	struct lexeme lexeme;
	int strangers = 0, runs_over = 0;

	(void)state;
	for (int i = 0; i < ENTRIES; i++) {
		make_word(&lexeme, "known", i);
		add(&lexeme, (uint8_t)(40 + i % 80));
	}
	for (int i = 0; i < ENTRIES; i++) {
		make_word(&lexeme, "KNOWN", i);
		assert_int_equal(prior_of(&lexeme), 40 + i % 80);
	}
	/* Those that are not there, if much alike, are found by accident. */
	for (int i = 100; i < 20000; i++) {
		make_word(&lexeme, "known1", i);
		strangers += prior_of(&lexeme) != 26;
	}
	assert_true(strangers < 40);
	/* Searching goes on at the table's begin. */
	for (int i = 0; prints[2 * i] || prints[2 * i + 1]; i++)
		runs_over++;
	assert_true(runs_over > 0);
	assert_true(prints[2 * SLOTS - 2] || prints[2 * SLOTS - 1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_full_lexicon),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
