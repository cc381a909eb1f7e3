/*
 * Time is linear in the input: a text four times as long takes about four
 * times as long, whatever it repeats. CPU time is compared, with much room,
 * since what is quadratic takes sixteen times as long.
 */
#include "support.h"

#include <time.h>

#define SHORT ((size_t)32 << 10)
#define TIMES 4
#define ROOM (2.5 * TIMES)
#define NOISE (CLOCKS_PER_SEC / 5)

/* clang-format off */
static const char *const pieces[] = {
	"'", "\"", "`", "’", "‘", "”", "“", "'’", "“‘", "'a ", "a\" ", "\" ",
	"&", "&#", "amp;", "&amp", "&lt;", "#39; ", "(", "[", "<", "<a ", "</",
	"<!--", "<a href=\"", "a\u0301\u0327", "\u0301\u0327", "\u1100", "\\",
	"\\u2019", "a\\n", "â€™", "Ã", "\n", " \n", "a\n", "a\n\n", " ", "\t",
	"a   b ", "a b ", "A", "ABC DE ", ". ", "...", "-", "a-\n", "U. S. ",
	"J. K. ", "said.But ", "RELATED: ", "Foo. RELATED: Bar Baz ",
	"(CNN) ", "(Reporting by ", "Story highlights\n", "By Ann Bo\n",
	"http://a.b/", "\r", "\u200B", "\u00AD", "\u00A0", "\xFF", "\xE2\x80",
	"do n't ", "he said  that  it  was not ", "it?s ?a ", "donÕt Ó",
	"```c\n", "`a ", "a _ b ", "It is.  \"A ", "oldShell newNews ",
	"a'b@", "a-", "a@", "a.b-", "http-",
};
/* clang-format on */

static clock_t time_of(const struct cd_desk *desk, const char *piece,
		       size_t size, struct cd_result **result)
{
	const size_t len = strlen(piece);
	char *text = malloc(size);
	clock_t start, end;

	assert_non_null(text);
	for (size_t i = 0; i < size; i++)
		text[i] = piece[i % len];
	start = clock();
	assert_int_equal(cd_run(desk, text, size, result), CD_OK);
	end = clock();
	free(text);
	return end - start;
}

static void test_time_is_linear(void **state)
{
	struct cd_desk *desk = desk_for(NULL);
	struct cd_result *result = NULL;

	(void)state;
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		const clock_t once = time_of(desk, pieces[i], SHORT, &result);
		const clock_t more =
			time_of(desk, pieces[i], TIMES * SHORT, &result);

		if ((double)more > ROOM * (double)once + NOISE)
			fail_msg("\"%s\" repeated: %ld, %d times as often %ld",
				 pieces[i], (long)once, TIMES, (long)more);
	}
	cd_result_free(result);
	cd_desk_free(desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_time_is_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
