/* The tables of a language: sorted, complete, and found. */
#include "support.h"

#include "lang/abbreviations.h"
#include "lang/lang.h"
#include "lang/lookup.h"

static const char *line_end(const char *at, const char *end)
{
	const char *newline = memchr(at, '\n', (size_t)(end - at));

	return newline ? newline : end;
}

static size_t key_length(const char *line, const char *end)
{
	const char *blank = memchr(line, ' ', (size_t)(end - line));

	return (size_t)((blank ? blank : end) - line);
}

/* Each line's key is greater than the one before it, and is found. */
static void check_sorted(const struct lang_file *file)
{
	const char *last = NULL;
	size_t last_len = 0, lines = 0;

	for (const char *line = file->bytes; line < file->end;) {
		const char *end = line_end(line, file->end);
		const size_t len = key_length(line, end);
		size_t rest;

		if (last && *line != '#') {
			const size_t both = len < last_len ? len : last_len;
			const int order = memcmp(last, line, both);

			assert_true(order < 0 || (!order && last_len < len));
		}
		if (*line != '#')
			assert_non_null(lang_lookup(file, line, len, &rest));
		last = *line == '#' ? NULL : line;
		last_len = len;
		lines++;
		line = end + 1;
	}
	assert_true(lines > 10);
}

static void test_sorted(void **state)
{
	const struct lang *lang = lang_find("en");

	(void)state;
	check_sorted(&lang->abbreviations);
	check_sorted(&lang->words);
	check_sorted(&lang->speech);
	check_sorted(&lang->currency);
	check_sorted(&lang->acronyms);
}

/* Each abbreviation has a class, and fits the room that looking up has. */
static void test_classes(void **state)
{
	const struct lang_file *file = &lang_find("en")->abbreviations;

	(void)state;
	for (const char *line = file->bytes; line < file->end;) {
		const char *end = line_end(line, file->end);
		const size_t len = key_length(line, end);

		if (*line != '#') {
			assert_true(len <= ABBREVIATION_MAX);
			assert_int_not_equal(abbreviation_find(file, line, len),
					     ABBREVIATION_NONE);
		}
		line = end + 1;
	}
}

/* "<said 43": each word has its number, of two digits at most. */
static void test_speech(void **state)
{
	const struct lang_file *file = &lang_find("en")->speech;

	(void)state;
	for (const char *line = file->bytes; line < file->end;) {
		const char *end = line_end(line, file->end);
		const char *number = line + key_length(line, end) + 1;

		if (strchr("<>", *line)) {
			number += *number == '-';
			assert_in_range(end - number, 1, 2);
			assert_true(strspn(number, "0123456789") ==
				    (size_t)(end - number));
		}
		line = end + 1;
	}
}

static void test_lookup(void **state)
{
	const struct lang *lang = lang_find("en-GB");
	const struct lang *none = lang_find("xx");
	size_t len;

	(void)state;
	assert_ptr_equal(lang_find("EN_us"), lang);
	assert_int_equal(abbreviation_find(&lang->abbreviations, "U.S.", 4),
			 ABBREVIATION_JOINED);
	assert_int_equal(abbreviation_find(&lang->abbreviations, "Mr.", 3),
			 ABBREVIATION_TITLE);
	assert_int_equal(abbreviation_find(&lang->abbreviations, "J.K.", 4),
			 ABBREVIATION_NONE);
	assert_int_equal(abbreviation_find(&lang->abbreviations, "", 0),
			 ABBREVIATION_NONE);
	assert_non_null(lang_lookup(&lang->words, "government", 10, &len));
	assert_int_equal(len, 0);
	assert_null(lang_lookup(&lang->words, "governmen", 9, &len));
	assert_null(lang_lookup(&lang->words, "zzz", 3, &len));
	assert_null(lang_lookup(&none->words, "government", 10, &len));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sorted),
		cmocka_unit_test(test_classes),
		cmocka_unit_test(test_speech),
		cmocka_unit_test(test_lookup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
