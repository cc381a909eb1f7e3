/* Which languages have which letters. */
#include "support.h"

#include "stages/encoding/alphabet.h"

static void test_both(void **state)
{
	(void)state;
	assert_true(alphabet_has_both(0xE4, 0xF6));	/* a and o with dots */
	assert_true(alphabet_has_both(0x0142, 0x017C)); /* Polish */
	assert_true(alphabet_has_both(0x01A1, 0x1EA1)); /* Vietnamese */
	assert_true(alphabet_has_both(0x1EA0, 0x1EF9));
	assert_false(alphabet_has_both(0x0142, 0xF1)); /* Polish, Spanish */
	assert_false(alphabet_has_both(0x011F, 0x0142));
	assert_false(alphabet_has_both(0x0142, 0x1EA1));
}

/* What is no letter of the table is in all of them. */
static void test_others(void **state)
{
	static const uint32_t points[] = { 'a',	   '.',	   0x3B1,
					   0x1E9F, 0x1EFA, 0x4E00 };

	(void)state;
	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++)
		if (alphabet_languages(points[i]) != UINT64_MAX)
			fail_msg("U+%04X", (unsigned)points[i]);
	assert_true(alphabet_has_both('a', 0x0142));
}

/* Each letter of a language's own finds its row, the first and the last, too.
 */
static void test_rows(void **state)
{
	uint64_t seen = 0;
	size_t letters = 0;

	(void)state;
	for (uint32_t point = 0x80; point < 0x1EA0; point++) {
		const uint64_t languages = alphabet_languages(point);

		if (languages == UINT64_MAX)
			continue;
		letters++;
		seen |= languages;
		assert_true(languages != 0);
		assert_true(alphabet_has_both(point, point));
	}
	assert_true(letters > 100);
	assert_true(seen != 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_both),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
