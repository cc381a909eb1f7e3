/* How often a text says its words and pairs of words. */
#include "support.h"

#include "restore/lexicon.h"
#include "restore/repeats.h"
#include "restore/words.h"

/* Rows as they are defined: 16 w + 4 b + a. */
#define ROW(w, b, a) (16 * (w) + 4 * (b) + (a))
#define ROWS_MAX 16
#define WORDS_MAX 2000

static const struct {
	const char *text;
	size_t count;
	uint8_t rows[ROWS_MAX];
} texts[] = {
	{ "", 0, { 0 } },
	{ " -- ", 0, { 0 } },
	{ "one", 1, { 0 } },
	{ "one two", 2, { 0 } },
	/* Case, marks and breaks make no other word; digits do. */
	{ "one ONE, \"One\".\n\n\xC3\x89t\xC3\xA9 \xC3\xA9t\xC3\x89 a1 a2",
	  7,
	  { ROW(2, 0, 1), ROW(2, 1, 1), ROW(2, 1, 0), ROW(1, 0, 0),
	    ROW(1, 0, 0), 0, 0 } },
	/* A pair that comes again, across a break as well. */
	{ "st albans and st\nalbans",
	  5,
	  { ROW(1, 0, 1), ROW(1, 1, 0), 0, ROW(1, 0, 1), ROW(1, 1, 0) } },
	/* The order of a pair matters; the ends have no neighbour. */
	{ "a b a", 3, { ROW(1, 0, 0), 0, ROW(1, 0, 0) } },
	{ "a b a b a b a b",
	  8,
	  { ROW(3, 0, 3), ROW(3, 3, 2), ROW(3, 2, 3), ROW(3, 3, 2),
	    ROW(3, 2, 3), ROW(3, 3, 2), ROW(3, 2, 3), ROW(3, 3, 0) } },
};

/* False when memory runs out. */
static bool read_repeats(struct repeats *repeats, const char *text, size_t len)
{
	static uint8_t counters[REPEATS_COUNTERS];
	static const uint8_t zeros[REPEATS_COUNTERS];
	static uint64_t hashes[WORDS_MAX];
	struct words words;
	bool done;

	if (!words_split(&words, text, len))
		return false;
	assert_true(words.count <= WORDS_MAX);
	for (size_t i = 0; i < words.count; i++) {
		const struct word *word = &words.items[i];
		struct lexeme lexeme;
		struct lexeme_keys keys;

		lexeme_read(&lexeme, text + word->at, word->end - word->at);
		lexicon_keys(&lexeme, &keys);
		hashes[i] = keys.low;
	}
	done = repeats_read(repeats, counters, hashes, words.count);
	words_release(&words);
	assert_memory_equal(counters, zeros, sizeof(zeros));
	return done;
}

static void test_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct repeats repeats;

		assert_true(read_repeats(&repeats, texts[i].text,
					 strlen(texts[i].text)));
		assert_int_equal(repeats.count, texts[i].count);
		for (size_t k = 0; k < repeats.count; k++) {
			if (repeats.rows[k] != texts[i].rows[k])
				fail_msg("text %zu, word %zu: row %d", i, k,
					 repeats.rows[k]);
		}
		repeats_release(&repeats);
	}
}

/*
 * A word `times` times, others between: from 255 on the counters stay. (Pairs
 * of a thousand words may meet on a counter.)
 */
static void test_many(void **state)
{
	static const struct {
		size_t times;
		unsigned level;
	} steps[] = {
		{ 1, 0 },   { 2, 1 },	{ 3, 2 },   { 4, 3 },	 { 5, 3 },
		{ 6, 4 },   { 9, 4 },	{ 10, 5 },  { 11, 5 },	 { 254, 5 },
		{ 255, 5 }, { 256, 5 }, { 257, 5 }, { 1000, 5 },
	};
	static char text[20 * 1000];

	(void)state;
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		struct repeats repeats;
		size_t len = 0;

		for (size_t k = 0; k < steps[i].times; k++)
			len += (size_t)snprintf(text + len, sizeof(text) - len,
						"the n%zu ", k);
		assert_true(read_repeats(&repeats, text, len));
		assert_int_equal(repeats.count, 2 * steps[i].times);
		for (size_t k = 0; k < repeats.count; k += 2)
			assert_int_equal(repeats.rows[k] / 16, steps[i].level);
		repeats_release(&repeats);
	}
}

static void test_saturated_pairs(void **state)
{
	enum { TIMES = 600 };
	static char text[TIMES * 4];
	struct repeats repeats;

	(void)state;
	for (size_t i = 0; i < TIMES; i++)
		memcpy(text + 4 * i, "a b ", 4);
	assert_true(read_repeats(&repeats, text, sizeof(text)));
	assert_int_equal(repeats.count, 2 * TIMES);
	assert_int_equal(repeats.rows[0], ROW(5, 0, 3));
	for (size_t i = 1; i + 1 < repeats.count; i++)
		assert_int_equal(repeats.rows[i], ROW(5, 3, 3));
	assert_int_equal(repeats.rows[2 * TIMES - 1], ROW(5, 3, 0));
	repeats_release(&repeats);
}

static void test_failed_allocations(void **state)
{
	struct repeats repeats;
	bool done = false;

	(void)state;
	for (long n = 0; !done; n++) {
		fail_allocations_after(n);
		done = read_repeats(&repeats, "a b", 3);
		fail_allocations_off();
		assert_true(done == (n >= 2));
	}
	repeats_release(&repeats);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_saturated_pairs),
		cmocka_unit_test(test_failed_allocations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
