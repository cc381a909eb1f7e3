/* Sets of bytes. */
#include "support.h"

#include "base/byte_set.h"

#define LEN 200

static void test_members(void **state)
{
	struct byte_set set = byte_set_of("|\xE2");

	(void)state;
	byte_set_add(&set, 'x', 'z');
	for (unsigned c = 0; c < 256; c++)
		assert_int_equal(byte_set_has(&set, (unsigned char)c),
				 c == '|' || c == 0xE2 ||
					 (c >= 'x' && c <= 'z'));
}

static void test_find(void **state)
{
	const struct byte_set set = byte_set_of("[]");
	static const char text[] = "no bracket here, but [one] there";

	(void)state;
	assert_int_equal(byte_set_find(&set, text, 0, 32), 21);
	assert_int_equal(byte_set_find(&set, text, 21, 32), 21);
	assert_int_equal(byte_set_find(&set, text, 22, 32), 25);
	assert_int_equal(byte_set_find(&set, text, 26, 32), 32);
	assert_int_equal(byte_set_find(&set, text, 0, 21), 21);
	assert_int_equal(byte_set_find(&set, text, 5, 5), 5);
	assert_int_equal(byte_set_find(&set, text, 10, 5), 10);
}

/* Each byte is in about half of the sets, and any length is read. */
static void test_same_on_any_machine(void **state)
{
	uint64_t random = 11;
	char text[LEN];

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct byte_set set = { 0 };
		const size_t end = random_below(&random, LEN + 1);
		const unsigned members = random_below(&random, 8);

		for (unsigned i = 0; i < members; i++) {
			const unsigned char c =
				(unsigned char)random_below(&random, 256);

			byte_set_add(&set, c, c);
		}
		for (size_t i = 0; i < LEN; i++)
			text[i] = (char)random_below(&random, 256);
		for (size_t at = 0; at <= end; at++)
			assert_int_equal(
				byte_set_find(&set, text, at, end),
				byte_set_find_portable(&set, text, at, end));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_members),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_same_on_any_machine),
	};

	return cmocka_run_group_tests_name("byte_set", tests, NULL, NULL);
}
