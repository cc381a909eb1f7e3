/* Words beside marks, and the language's files about them. */
#include "support.h"

#include "edit/pass.h"
#include "lang/lang.h"
#include "stages/quotes/quotes.h"

static struct settings english(void)
{
	return (struct settings){ .lang = lang_find("en") };
}

static struct pass pass_on(const char *text, const struct settings *settings)
{
	return (struct pass){ .text = text,
			      .len = strlen(text),
			      .settings = settings };
}

static void test_words(void **state)
{
	const struct settings settings = english();
	const struct pass pass =
		pass_on("Don't averyveryverylongword na\u00EFve 12", &settings);
	struct quote_word word;

	(void)state;
	word = quote_word_at(&pass, 0);
	assert_int_equal(word.len, 3);
	assert_memory_equal(word.bytes, "don", 3);
	assert_int_equal(word.end, 3);
	assert_int_equal(quote_word_at(&pass, 3).len, 0);
	assert_int_equal(quote_word_at(&pass, 6).len, 0);
	assert_int_equal(quote_word_at(&pass, 27).len, 0);
	assert_int_equal(quote_word_at(&pass, pass.len).len, 0);
}

static void test_lines(void **state)
{
	static const char bytes[] = "# said\n<a\n<said 60\n<saids\n>said -80\n";
	const struct lang_file file = { bytes, bytes + sizeof(bytes) - 1 };
	const struct lang_file none = { NULL, NULL };
	const struct quote_word said = { .bytes = "said", .len = 4 };
	const struct quote_word a = { .bytes = "a", .len = 1 };
	const struct quote_word empty = { .len = 0 };

	(void)state;
	assert_memory_equal(quote_word_line(&file, '<', &said), "60", 2);
	assert_memory_equal(quote_word_line(&file, '>', &said), "-80", 3);
	assert_memory_equal(quote_word_line(&file, '<', &a), "\n", 1);
	assert_null(quote_word_line(&file, '>', &a));
	assert_null(quote_word_line(&file, '<', &empty));
	assert_null(quote_word_line(&none, '<', &said));
}

/* The mark is the text's first ". */
static int speech_in(const char *text)
{
	const struct settings settings = english();
	const struct pass pass = pass_on(text, &settings);
	const uint32_t at = (uint32_t)strcspn(text, "\"");
	const struct quote_mark mark = { .at = at, .end = at + 1 };

	return quotes_speech(&pass, &mark);
}

static void test_speech(void **state)
{
	(void)state;
	assert_true(speech_in("The mayor said , \" We are here.") > 60);
	assert_true(speech_in("We are here , \" said the mayor.") < -60);
	assert_true(speech_in("It was dark.\"I\u2019m here.") > 30);
	assert_true(speech_in("It was dark.\"She left.") < 0);
	assert_int_equal(speech_in("Blue \" green"), 0);
	assert_int_equal(speech_in("\""), 0);
}

/* Every line: a comment, or a sign, a lower-case word, maybe a number. */
static void check_file(const struct lang_file *file, const char *signs)
{
	const char *line = file->bytes;

	while (line < file->end) {
		const char *end =
			memchr(line, '\n', (size_t)(file->end - line));
		const char *at = line;

		assert_non_null(end);
		if (*line != '#') {
			assert_non_null(strchr(signs, *at++));
			while (*at >= 'a' && *at <= 'z')
				at++;
			assert_in_range(at - line, 2, QUOTE_WORD_MAX);
			if (*at == ' ')
				at += strspn(at, " -0123456789");
			assert_ptr_equal(at, end);
		}
		line = end + 1;
	}
}

static void test_files(void **state)
{
	const struct lang *lang = lang_find("en");

	(void)state;
	check_file(&lang->speech, "<>=");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_speech),
		cmocka_unit_test(test_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
