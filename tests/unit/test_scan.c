/* Every way to classify a block gives the same masks. */
#include "support.h"

#include "base/cpu.h"
#include "base/scan.h"

#ifdef __x86_64__
typedef void scanner(struct scan *scan, const char *bytes);

static void compare(scanner *scan)
{
	uint64_t state = 5;
	char bytes[SCAN_BLOCK];
	struct scan wanted, got;

	for (int round = 0; round < 5000; round++) {
		for (size_t i = 0; i < SCAN_BLOCK; i++)
			bytes[i] = (char)(round < 4 ? round * 64 + (int)i
						    : (int)random_below(&state,
									256));
		scan_portable(&wanted, bytes);
		scan(&got, bytes);
		assert_memory_equal(&wanted, &got, sizeof(got));
	}
}

typedef void word_scanner(struct scan_words *words, const char *bytes);

static void compare_words(word_scanner *scan)
{
	uint64_t state = 7;
	char bytes[SCAN_BLOCK];
	struct scan_words wanted, got;

	for (int round = 0; round < 5000; round++) {
		for (size_t i = 0; i < SCAN_BLOCK; i++)
			bytes[i] = (char)(round < 4 ? round * 64 + (int)i
						    : (int)random_below(&state,
									256));
		scan_words_portable(&wanted, bytes);
		scan(&got, bytes);
		assert_memory_equal(&wanted, &got, sizeof(got));
	}
}

static void test_sse2(void **state)
{
	(void)state;
	compare(scan_sse2);
	compare_words(scan_words_sse2);
}

static void test_avx2(void **state)
{
	(void)state;
	if (!__builtin_cpu_supports("avx2"))
		skip();
	compare(scan_avx2);
	compare_words(scan_words_avx2);
}

static void test_avx512(void **state)
{
	(void)state;
	if (!cpu_has_avx512())
		skip();
	compare(scan_avx512);
	compare_words(scan_words_avx512);
}
#endif

static void test_classes(void **state)
{
	struct scan scan;

	(void)state;
	scan_block(&scan, "aZ9 .,-\n\"\xC3\xA9!", 12);
	assert_int_equal(scan.lower, 1u << 0);
	assert_int_equal(scan.upper, 1u << 1);
	assert_int_equal(scan.digit, 1u << 2);
	assert_int_equal(scan.space, 1u << 3);
	assert_int_equal(scan.dot, 1u << 4);
	assert_int_equal(scan.stop, 1u << 4 | 1u << 11);
	assert_int_equal(scan.pause, 1u << 5);
	assert_int_equal(scan.dash, 1u << 6);
	assert_int_equal(scan.newline, 1u << 7);
	assert_int_equal(scan.odd, 1u << 8);
	assert_int_equal(scan.lead, 1u << 9);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#ifdef __x86_64__
		cmocka_unit_test(test_sse2),
		cmocka_unit_test(test_avx2),
		cmocka_unit_test(test_avx512),
#endif
		cmocka_unit_test(test_classes),
	};

	return cmocka_run_group_tests_name("scan", tests, NULL, NULL);
}
