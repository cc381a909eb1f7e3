/* Growing bytes, and the program's own UTF-8, against the library's. */
#include "support.h"

#include "base/utf8.h"
#include "support/bytes.h"

static void test_points(void **state)
{
	uint64_t seed = 7;

	(void)state;
	for (int i = 0; i < 200000; i++) {
		static const unsigned char lead[] = {
			0x00, 0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC2, 0xDF,
			0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF,
		};
		char text[5];
		size_t bad, len = 1 + random_below(&seed, 5);
		bool valid;

		text[0] = (char)lead[random_below(&seed, sizeof(lead))];
		for (size_t k = 1; k < sizeof(text); k++)
			text[k] =
				(char)(random_below(&seed, 4)
					       ? 0x80 + random_below(&seed, 64)
					       : random_below(&seed, 256));
		const size_t size = bytes_point(text, len, &valid);
		const size_t good = utf8_length(text, len, &bad);

		assert_int_equal(valid, good != 0);
		assert_int_equal(size, good ? good : bad);
		assert_int_equal(bytes_valid(text, len),
				 utf8_valid_prefix(text, len) == len);
	}
}

static void test_counts(void **state)
{
	char text[700];
	uint64_t seed = 8;

	(void)state;
	for (size_t len = 0; len < sizeof(text); len++) {
		size_t lines = 0, points = 0;

		for (size_t i = 0; i < len; i++) {
			text[i] = (char)(random_below(&seed, 5)
						 ? random_below(&seed, 256)
						 : '\n');
			lines += text[i] == '\n';
			points += ((unsigned char)text[i] & 0xC0) != 0x80;
		}
		assert_int_equal(bytes_count_lines(text, len), lines);
		assert_int_equal(bytes_count_points(text, len), points);
	}
}

static void test_no_memory(void **state)
{
	struct bytes bytes;

	(void)state;
	bytes_init(&bytes);
	bytes_add_text(&bytes, "kept");
	fail_allocations_after(0);
	for (int i = 0; i < 200; i++)
		bytes_printf(&bytes, "%d and ", i);
	fail_allocations_off();
	assert_true(bytes.failed);
	assert_true(bytes.len >= 4);
	assert_memory_equal(bytes.data, "kept", 4);
	assert_null(bytes_text(&bytes));
	bytes_reset(&bytes);
	bytes_add_text(&bytes, "again");
	assert_string_equal(bytes_text(&bytes), "again");
	bytes_release(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_points),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests_name("bytes", tests, NULL, NULL);
}
