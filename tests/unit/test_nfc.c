/* NFC over UTF-8: against ICU's own normaliser. */
#include "support.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "edit/examine.h"
#include "unicode/nfc.h"

#define TEXT_MAX 256

static void normalise_text(const char *text, size_t len, struct buffer *out)
{
	struct nfc_change change = { .end = 0 };
	struct arena arena;
	size_t at = 0;

	arena_init(&arena);
	buffer_reset(out);
	while (nfc_next(text, len, at, &arena, &change) == NFC_CHANGE) {
		assert_true(change.at >= at && change.end <= len);
		buffer_add(out, text + at, change.at - at);
		buffer_add(out, change.text, change.len);
		at = change.end;
	}
	buffer_add(out, text + at, len - at);
	arena_release(&arena);
}

static size_t by_icu(const char *text, size_t len, char *out)
{
	UChar wide[TEXT_MAX], composed[3 * TEXT_MAX];
	UErrorCode error = U_ZERO_ERROR;
	int32_t count, bytes;

	u_strFromUTF8(wide, TEXT_MAX, &count, text, (int32_t)len, &error);
	count = unorm2_normalize(unorm2_getNFCInstance(&error), wide, count,
				 composed, 3 * TEXT_MAX, &error);
	u_strToUTF8(out, 9 * TEXT_MAX, &bytes, composed, count, &error);
	assert_true(U_SUCCESS(error));
	return (size_t)bytes;
}

static const uint32_t alphabet[] = {
	'a',	 'e',	 'o',	 ' ',	 '.',	 0xE9,	  0x300,   0x301,
	0x302,	 0x307,	 0x323,	 0x327,	 0x338,	 '<',	  '=',	   0x340,
	0x343,	 0x344,	 0x37E,	 0x387,	 0x3B1,	 0x345,	  0x5D0,   0x5B7,
	0x5BC,	 0x622,	 0x653,	 0x654,	 0x915,	 0x93C,	  0x958,   0x9C7,
	0x9BE,	 0xDD9,	 0xDCF,	 0x1025, 0x102E, 0x1100,  0x1161,  0x11A8,
	0xAC00,	 0x1EA1, 0x2000, 0x2019, 0x2126, 0x212A,  0x212B,  0x2329,
	0x304B,	 0x3099, 0xF900, 0xFB1D, 0xFB2A, 0x1D15E, 0x1D16D, 0x11099,
	0x110BA,
};

static void test_random(void **state)
{
	const uint32_t count = sizeof(alphabet) / sizeof(*alphabet);
	uint64_t seed = 11;
	struct buffer out;

	(void)state;
	buffer_init(&out);
	for (int i = 0; i < 20000; i++) {
		char text[TEXT_MAX], wanted[9 * TEXT_MAX];
		const uint32_t points = random_below(&seed, 30);
		size_t len = 0, wanted_len;

		for (uint32_t k = 0; k < points; k++)
			len += utf8_encode(alphabet[random_below(&seed, count)],
					   text + len);
		wanted_len = by_icu(text, len, wanted);
		normalise_text(text, len, &out);
		assert_int_equal(out.len, wanted_len);
		assert_memory_equal(out.bytes, wanted, wanted_len);
	}
	buffer_release(&out);
}

/* Each code point beside a letter and a mark: the fast paths skip none. */
static void test_all(void **state)
{
	struct buffer out;

	(void)state;
	buffer_init(&out);
	for (uint32_t point = 0x80; point <= 0x10FFFF; point++) {
		char text[16] = "e", wanted[9 * TEXT_MAX];
		size_t len = 1, wanted_len;
		struct survey survey;

		if (point == 0xD800)
			point = 0xE000;
		len += utf8_encode(point, text + len);
		len += utf8_encode(0x301, text + len);
		wanted_len = by_icu(text, len, wanted);
		normalise_text(text, len, &out);
		assert_int_equal(out.len, wanted_len);
		assert_memory_equal(out.bytes, wanted, wanted_len);
		/* The survey may not overlook one that changes by itself. */
		wanted_len = by_icu(text, len - 2, wanted);
		examine_text(&survey, text, len - 2, NULL);
		if (wanted_len != len - 2 || memcmp(wanted, text, len - 2) != 0)
			assert_true(survey_saw(&survey, SEEN_COMPOSE));
	}
	buffer_release(&out);
}

/* A run of marks that is no writing stays as it is, and costs no time. */
/* No writing has so many marks on a letter: they stay as they are. */
static void test_long_runs(void **state)
{
	const size_t len = 1 + 2 * 100000;
	char *text = malloc(len);
	struct buffer out;

	(void)state;
	assert_non_null(text);
	text[0] = 'e';
	for (size_t at = 1; at < len; at += 2)
		memcpy(text + at, at % 4 == 1 ? "\xCC\x81" : "\xCC\xA3", 2);
	buffer_init(&out);
	normalise_text(text, len, &out);
	assert_int_equal(out.len, len);
	assert_memory_equal(out.bytes, text, len);
	buffer_release(&out);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_all),
		cmocka_unit_test(test_long_runs),
	};

	return cmocka_run_group_tests_name("nfc", tests, NULL, NULL);
}
