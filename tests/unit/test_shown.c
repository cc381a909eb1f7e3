/* Texts as people see them on one line. */
#include "support.h"

#include <string.h>

#include "writer/shown.h"

static void assert_short(const char *text, size_t columns, const char *wanted)
{
	struct buffer out;

	buffer_init(&out);
	shown_short(&out, (struct cd_span){ text, strlen(text) }, columns);
	assert_string_equal(buffer_text(&out), wanted);
	buffer_release(&out);
}

static void test_escapes(void **state)
{
	(void)state;
	assert_short("a\n\t\\\x1B", 80, "a\\n\\t\\\\\\u{1B}");
	/* no-break space, right-to-left override, combining acute */
	assert_short("\xC2\xA0\xE2\x80\xAE\xCC\x81", 80,
		     "\\u{A0}\\u{202E}\\u{301}");
	assert_short("\xC3\xA9\xE2\x80\x9C", 80, "\xC3\xA9\xE2\x80\x9C");
	assert_short("a\xFF", 80, "a\xEF\xBF\xBD");
}

static void test_short(void **state)
{
	(void)state;
	assert_short("0123456789", 10, "0123456789");
	assert_short("0123456789a", 10, "01234...9a");
	/* an escape is not cut, a wide character counts twice */
	assert_short("012\n\n456789a", 10, "012\\n...9a");
	assert_short("\xE6\x96\x87\xE6\x96\x87\xE6\x96\x87\xE6\x96\x87", 8,
		     "\xE6\x96\x87\xE6\x96\x87\xE6\x96\x87\xE6\x96\x87");
	assert_short("\xE6\x96\x87\xE6\x96\x87\xE6\x96\x87\xE6\x96\x87", 7,
		     "\xE6\x96\x87...");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_short),
	};

	return cmocka_run_group_tests_name("shown", tests, NULL, NULL);
}
