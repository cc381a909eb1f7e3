/* UTF-8: the valid prefix, as code point by code point. */
#include "support.h"

#include "base/utf8.h"

static size_t prefix_slowly(const char *bytes, size_t len)
{
	size_t at = 0, bad;

	while (at < len) {
		const size_t size = utf8_length(bytes + at, len - at, &bad);

		if (!size)
			return at;
		at += size;
	}
	return len;
}

static void compare(const char *bytes, size_t len)
{
	const size_t want = prefix_slowly(bytes, len);

	for (int kind = 0; kind < CPU_KINDS; kind++) {
		be_cpu((enum cpu_kind)kind);
		assert_int_equal(utf8_valid_prefix(bytes, len), want);
	}
	be_cpu(CPU_OWN);
}

/* Each pair of bytes from 0x80 on, and one more, at each place of 32 bytes. */
static void test_pairs(void **state)
{
	static const char *const after[] = { "a",    "\x80",	 "\xBF",
					     "\xC3", "\x80\x80", "\xBF\xBF" };

	(void)state;
	for (int pair = 0; pair < 128 * 128; pair++) {
		const size_t before = 28 + (size_t)pair % 8;

		for (size_t i = 0; i < sizeof(after) / sizeof(*after); i++) {
			char text[100];

			memset(text, 'a', sizeof(text));
			text[before] = (char)(0x80 + pair / 128);
			text[before + 1] = (char)(0x80 + pair % 128);
			memcpy(text + before + 2, after[i], strlen(after[i]));
			compare(text, sizeof(text));
			compare(text, before + 2 + strlen(after[i]));
		}
	}
}

static void test_random(void **state)
{
	static const char *const parts[] = {
		"a",
		"said the council ",
		"\u00E9",
		"\u201C",
		"\U0001F600",
		"\uFFFD",
		"\xF4\x8F\xBF\xBF",
		"\xED\x9F\xBF",
		/* and what is not valid */
		"\xE2\x80",
		"\xC0\x80",
		"\xF4\x90\x80\x80",
		"\xED\xA0\x80",
		"\x99",
		"\xFF",
	};
	uint64_t seed = 5;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		const size_t most = 1 + random_below(&seed, 300);
		/* most rounds have one fault at most */
		const uint32_t faults = round % 4 ? 1 : 6;
		char text[400];
		size_t len = 0;

		while (len < most) {
			const uint32_t kind =
				random_below(&seed, 40) < faults
					? 8 + random_below(&seed, 6)
					: random_below(&seed, 8);

			memcpy(text + len, parts[kind], strlen(parts[kind]));
			len += strlen(parts[kind]);
		}
		compare(text, len);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pairs),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
