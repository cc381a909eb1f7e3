/* The words of an article as a set. */
#include "support.h"

#include "text/article_words.h"

static struct wordset set;
static struct arena arena;

static bool holds(const char *word)
{
	return wordset_holds(&set, word, strlen(word));
}

static int read_text(void **state)
{
	static const char text[] = "The war-torn harbour of Fran\xC3\xA7ois, "
				   "a caf\xC3\xA9: it\xE2\x80\x99s shut-, "
				   "gar\xEF\xBF\xBDon";

	(void)state;
	arena_init(&arena);
	return wordset_read(&set, &arena, text, strlen(text)) ? 0 : -1;
}

static int release(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void test_words(void **state)
{
	(void)state;
	assert_true(holds("the"));
	assert_true(holds("HARBOUR"));
	assert_true(holds("war-torn"));
	assert_true(holds("war"));
	assert_true(holds("torn"));
	assert_true(holds("shut"));
	assert_true(holds("it"));
	assert_false(holds("harbours"));
	assert_false(holds(""));
}

/* What touches a letter above ASCII, or a lost one, is no word. */
static void test_pieces(void **state)
{
	(void)state;
	assert_false(holds("fran"));
	assert_false(holds("ois"));
	assert_false(holds("caf"));
	assert_false(holds("gar"));
}

/* Nothing after the text is read. */
static void test_end(void **state)
{
	char *text = malloc(7); /* no byte more, for `make asan` */
	struct wordset other;

	(void)state;
	assert_non_null(text);
	memcpy(text, "the war-torn", 7);
	assert_true(wordset_read(&other, &arena, text, 7));
	free(text);
	assert_true(wordset_holds(&other, "war", 3));
	assert_false(wordset_holds(&other, "war-torn", 8));
}

#define WORDS 20000
#define WORD 5 /* bytes, with its space */

/* Words of four letters, all of them different. */
static char *make_words(void)
{
	char *text = malloc((size_t)WORDS * WORD);

	assert_non_null(text);
	for (size_t i = 0; i < WORDS; i++) {
		size_t rest = i;

		for (size_t k = 0; k + 1 < WORD; k++, rest /= 26)
			text[i * WORD + k] = (char)('a' + rest % 26);
		text[i * WORD + WORD - 1] = ' ';
	}
	return text;
}

/* More words than there is room for at first: none is lost. */
static void test_growth(void **state)
{
	char *text = make_words();
	struct wordset other;

	(void)state;
	assert_true(wordset_read(&other, &arena, text, (size_t)WORDS * WORD));
	for (size_t i = 0; i < WORDS; i++)
		assert_true(wordset_holds(&other, text + i * WORD, WORD - 1));
	assert_false(wordset_holds(&other, "zzzz", 4));
	free(text);
}

/* Memory that runs out while the set grows is told. */
static void test_no_memory(void **state)
{
	char *text = make_words();
	bool good = false;
	int failed = 0;

	(void)state;
	for (long left = 0; !good; left++) {
		struct wordset other;
		struct arena fresh;

		arena_init(&fresh);
		fail_allocations_after(left);
		good = wordset_read(&other, &fresh, text, (size_t)WORDS * WORD);
		fail_allocations_off();
		failed += !good;
		arena_release(&fresh);
	}
	assert_true(failed > 1);
	free(text);
}

/* Short words, hyphens, and what makes words pieces. */
static size_t make_pieces(char *text, uint64_t *random)
{
	static const char *const parts[] = { "a",	 "b",  "Ab",
					     "ba",	 "-",  "-",
					     " ",	 "--", "7",
					     "\xC3\xA9", "\n", "\xEF\xBF\xBD" };
	const uint32_t count = sizeof(parts) / sizeof(*parts);
	size_t len = 0;

	for (size_t i = random_below(random, 40); i; i--) {
		const char *part = parts[random_below(random, count)];

		memcpy(text + len, part, strlen(part));
		len += strlen(part);
	}
	return len;
}

/* A search finds what the set of all words holds, and nothing else. */
static void test_search(void **state)
{
	static const char *const words[] = { "a",     "ab",   "ba",    "aab",
					     "ab-ab", "ba-b", "a-b",   "b-a-b",
					     "abba",  "zoo",  "ab-ba", "bab" };
	uint64_t random = 11;
	size_t found = 0;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		char text[160];
		const size_t len = make_pieces(text, &random);
		char *end = malloc(len ? len : 1);
		struct wordset other;

		assert_non_null(end);
		memcpy(end, text, len);
		assert_true(wordset_read(&other, &arena, end, len));
		for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
			const size_t size = strlen(words[i]);
			const bool held = wordset_holds(&other, words[i], size);

			assert_int_equal(
				held,
				article_words_search(end, len, words[i], size));
			found += held;
		}
		free(end);
	}
	assert_true(found > 1000);
}

/* The first answers and those after many are the same. */
static void test_often(void **state)
{
	static const char text[] = "The war-torn harbour";
	struct article_words words = { .searches = 0 };
	bool failed = false;

	(void)state;
	for (int i = 0; i < 20; i++) {
		assert_true(article_words_hold(&words, &arena, text,
					       sizeof(text) - 1, "torn", 4,
					       &failed));
		assert_false(article_words_hold(&words, &arena, text,
						sizeof(text) - 1, "to", 2,
						&failed));
	}
	assert_non_null(words.set.slots);
	assert_false(failed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),	  cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_end),	  cmocka_unit_test(test_growth),
		cmocka_unit_test(test_no_memory), cmocka_unit_test(test_search),
		cmocka_unit_test(test_often),
	};

	return cmocka_run_group_tests(tests, read_text, release);
}
