/* Growing bytes, and steps and counts of any bytes. */
#include "support.h"

#include "base/buffer.h"
#include "base/utf8.h"

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
		const size_t size = utf8_step(text, len, &valid);
		const size_t good = utf8_length(text, len, &bad);

		assert_int_equal(valid, good != 0);
		assert_int_equal(size, good ? good : bad);
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
		assert_int_equal(utf8_count_lines(text, len), lines);
		assert_int_equal(utf8_count(text, len), points);
	}
}

/* However much of the memory is left. */
static void test_printf(void **state)
{
	struct buffer buffer;
	char wanted[600];

	(void)state;
	for (size_t have = 0; have < 520; have++) {
		buffer_init(&buffer);
		memset(wanted, '.', have);
		buffer_add(&buffer, wanted, have);
		buffer_printf(&buffer, "%s %d", "ferry", 12);
		buffer_printf(&buffer, "%s", "");
		strcpy(wanted + have, "ferry 12");
		assert_string_equal(buffer_text(&buffer), wanted);
		buffer_release(&buffer);
	}
}

static void test_no_memory(void **state)
{
	struct buffer buffer;

	(void)state;
	buffer_init(&buffer);
	buffer_add_text(&buffer, "kept");
	fail_allocations_after(0);
	for (int i = 0; i < 200; i++)
		buffer_printf(&buffer, "%d and ", i);
	fail_allocations_off();
	assert_true(buffer.failed);
	assert_true(buffer.len >= 4);
	assert_memory_equal(buffer.bytes, "kept", 4);
	assert_null(buffer_text(&buffer));
	buffer_reset(&buffer);
	buffer_add_text(&buffer, "again");
	assert_string_equal(buffer_text(&buffer), "again");
	buffer_release(&buffer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_points),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_printf),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests_name("bytes", tests, NULL, NULL);
}
