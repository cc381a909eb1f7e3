/* Words and gaps. */
#include "support.h"

#include "unicode/case.h"
#include "restore/words.h"

/* The words of a text, each in brackets. */
static void assert_words(const char *text, const char *expected)
{
	char found[256] = "";
	struct words words;

	assert_true(words_split(&words, text, strlen(text)));
	for (size_t i = 0; i < words.count; i++) {
		const struct word *word = &words.items[i];

		snprintf(found + strlen(found), sizeof(found) - strlen(found),
			 "[%.*s]", (int)(word->end - word->at),
			 text + word->at);
	}
	assert_string_equal(found, expected);
	words_release(&words);
}

static void test_words(void **state)
{
	(void)state;
	assert_words("", "");
	assert_words("  \xE2\x80\x9C ", "");
	assert_words("don\xE2\x80\x99t", "[don][t]");
	assert_words(" u s  2 5 billion ", "[u][s][2][5][billion]");
	assert_words("caf\xC3\xA9-bar", "[caf\xC3\xA9][bar]");
	assert_words("e\xCC\x81t", "[e\xCC\x81t]");
	assert_words("10\xC2\xBD_x\xC2\xB2", "[10\xC2\xBD][x\xC2\xB2]");
	assert_words("\xF0\x9F\x98\x80"
		     "a",
		     "[a]");
}

static void test_gaps(void **state)
{
	const char *text = "\"so, he said.\n";
	struct words words;
	size_t at, end;

	(void)state;
	assert_true(words_split(&words, text, strlen(text)));
	assert_int_equal(words.count, 3);
	words_gap(&words, 0, &at, &end);
	assert_true(at == 0 && end == 1);
	words_gap(&words, 1, &at, &end);
	assert_true(at == 3 && end == 5);
	words_gap(&words, 3, &at, &end);
	assert_true(at == 12 && end == 14);
	words_release(&words);
}

/* A part has the words that splitting its text gives. */
static void assert_part(const struct words *all, size_t first, size_t at,
			size_t end)
{
	struct words part, wanted;

	assert_true(words_part(&part, all, first, at, end));
	assert_true(words_split(&wanted, all->text + at, end - at));
	assert_int_equal(part.count, wanted.count);
	assert_int_equal(part.len, wanted.len);
	assert_ptr_equal(part.text, wanted.text);
	for (size_t i = 0; i < part.count; i++) {
		assert_int_equal(part.items[i].at, wanted.items[i].at);
		assert_int_equal(part.items[i].end, wanted.items[i].end);
	}
	words_release(&part);
	words_release(&wanted);
}

static void test_part(void **state)
{
	const char *text = " one two\n\nthree\n - \nfour five";
	struct words words;

	(void)state;
	assert_true(words_split(&words, text, strlen(text)));
	assert_int_equal(words.count, 5);
	assert_part(&words, 0, 0, 8);
	assert_part(&words, 2, 9, 9);
	assert_part(&words, 2, 10, 15);
	assert_part(&words, 3, 16, 19);
	assert_part(&words, 3, 20, strlen(text));
	assert_part(&words, 0, 0, strlen(text));
	fail_allocations_after(0);
	{
		struct words part;

		assert_false(words_part(&part, &words, 0, 0, 8));
	}
	fail_allocations_off();
	words_release(&words);
}

static void test_case(void **state)
{
	(void)state;
	assert_int_equal(unicode_upper('a'), 'A');
	assert_int_equal(unicode_upper('7'), '7');
	assert_int_equal(unicode_lower('Z'), 'z');
	assert_int_equal(unicode_upper(0xE9), 0xC9);
	assert_int_equal(unicode_lower(0x42F), 0x44F);
	/* What case folding would not undo stays as it is. */
	assert_int_equal(unicode_upper(0x131), 0x131);
	assert_int_equal(unicode_lower(0x130), 0x130);
	assert_int_equal(unicode_upper(0xDF), 0xDF);
	/* nor does the micro sign become a Greek letter */
	assert_int_equal(unicode_upper(0xB5), 0xB5);
	assert_int_equal(unicode_upper(0x3BC), 0x39C);
}

static void test_failed_allocation(void **state)
{
	struct words words;

	(void)state;
	fail_allocations_after(0);
	assert_false(words_split(&words, "a", 1));
	fail_allocations_off();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_gaps),
		cmocka_unit_test(test_part),
		cmocka_unit_test(test_case),
		cmocka_unit_test(test_failed_allocation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
