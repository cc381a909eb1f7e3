/* Skeletons: against a plain definition by ICU, on random texts. */
#include "support.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/utf8.h"
#include "unicode/skeleton.h"

#define TEXT_MAX 256
#define ROUNDS 20000

static enum skeleton_outcome compare(const char *before, const char *after,
				     size_t *off)
{
	const struct cd_span a = { before, strlen(before) };
	const struct cd_span b = { after, strlen(after) };

	*off = SIZE_MAX;
	return skeleton_compare(a, b, NULL, 0, off);
}

static void test_same(void **state)
{
	static const char *const rows[][2] = {
		{ "", "" },
		{ "", " ...\n" },
		{ "He said so.", "he SAID so" },
		{ "“café”", "\"CAFE\xCC\x81\"" },
		{ "Straße", "STRASSE" },
		{ "İstanbul", "istanbul" },
		{ "ΣΊΣΥΦΟΣ", "σίσυφος" },
		{ "ﬁle", "FILE" },
		{ "e.\xCC\x81", "\xC3\xA9" },
		{ "日本、語", "日本 語" },
		{ "a\xCC\xA3\xCC\x81", "a\xCC\x81\xCC\xA3" },
		{ "\xCD\x85", "\xCE\xB9" },
	};
	size_t off;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_int_equal(compare(rows[i][0], rows[i][1], &off),
				 SKELETON_SAME);
		assert_int_equal(compare(rows[i][1], rows[i][0], &off),
				 SKELETON_SAME);
	}
}

static void test_different(void **state)
{
	static const struct {
		const char *before, *after;
		size_t off;
	} rows[] = {
		{ "abc", "abd", 2 },
		{ "abc", "ab", 2 },
		{ "ab", "ab c", 3 },
		{ "", "a", 0 },
		{ "a", "", 0 },
		{ "cafe is", "café is", 3 },
		{ "one two three four five", "one two threee four five", 13 },
		{ "Gülen", "Gulen", 1 },
		{ "5 million", "6 million", 0 },
	};
	size_t off;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_int_equal(compare(rows[i].before, rows[i].after, &off),
				 SKELETON_DIFFERENT);
		assert_int_equal(off, rows[i].off);
	}
}

static void test_gaps(void **state)
{
	static const char before[] = "(CNN) The story. RELATED: more. It ends.";
	static const char after[] = "The story. It ends.";
	const struct cd_span a = { before, sizeof(before) - 1 };
	const struct cd_span b = { after, sizeof(after) - 1 };
	const struct skeleton_gap gaps[] = { { 0, 5 }, { 17, 31 } };
	size_t off;

	(void)state;
	assert_int_equal(skeleton_compare(a, b, gaps, 2, &off), SKELETON_SAME);
	assert_int_equal(skeleton_compare(a, b, gaps, 1, &off),
			 SKELETON_DIFFERENT);
	assert_int_equal(skeleton_compare(a, (struct cd_span){ "", 0 },
					  (struct skeleton_gap[]){ { 0, 40 } },
					  1, &off),
			 SKELETON_SAME);
}

/* What random texts are made of: letters, marks, signs and what folds oddly. */
static const uint32_t alphabet[] = {
	'a',	'b',	 'E',	  'I',	  'i',	  's',	  'K',	  ' ',
	' ',	'.',	 '5',	  0xE9,	  0xC9,	  0xDF,	  0x130,  0x131,
	0x1F0,	0x300,	 0x301,	  0x307,  0x323,  0x327,  0x345,  0x390,
	0x3AA,	0x3AC,	 0x3B1,	  0x3C2,  0x3C3,  0x1E9E, 0x1FB3, 0x200D,
	0x2019, 0x212A,	 0x1100,  0x1161, 0x11A8, 0xAC00, 0xFB01, 0x3099,
	0x304B, 0x1D15E, 0x1F600, 0x13A0, 0xAB70,
};

static size_t random_text(uint64_t *state, char *text)
{
	const uint32_t points = random_below(state, 24);
	const uint32_t count = sizeof(alphabet) / sizeof(*alphabet);
	size_t len = 0;

	for (uint32_t i = 0; i < points; i++)
		len += utf8_encode(alphabet[random_below(state, count)],
				   text + len);
	text[len] = '\0';
	return len;
}

/* The definition: letters, NFC, folded, NFC, no dot above i. */
static int32_t define(const char *text, size_t len, UChar *out)
{
	UChar raw[TEXT_MAX], folded[4 * TEXT_MAX], twice[4 * TEXT_MAX];
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
	const uint32_t wanted = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
	int32_t count = 0, kept = 0;

	for (size_t at = 0; at < len;) {
		const UChar32 point = (UChar32)utf8_next(text, &at);

		if (U_MASK(u_charType(point)) & wanted)
			U16_APPEND_UNSAFE(raw, count, point);
	}
	count = unorm2_normalize(nfc, raw, count, folded, TEXT_MAX, &error);
	count = u_strFoldCase(twice, 4 * TEXT_MAX, folded, count, 0, &error);
	count = unorm2_normalize(nfc, twice, count, folded, 4 * TEXT_MAX,
				 &error);
	assert_true(U_SUCCESS(error));
	for (int32_t i = 0; i < count; i++)
		if (folded[i] != 0x307 || !i || folded[i - 1] != 'i')
			out[kept++] = folded[i];
	return kept;
}

/* A text, and the same after a change that may or may not keep its letters. */
static size_t vary(uint64_t *state, const char *text, size_t len, char *out)
{
	UChar wide[TEXT_MAX], varied[4 * TEXT_MAX];
	UErrorCode error = U_ZERO_ERROR;
	int32_t count, bytes;

	u_strFromUTF8(wide, TEXT_MAX, &count, text, (int32_t)len, &error);
	switch (random_below(state, 4)) {
	case 0:
		count = unorm2_normalize(unorm2_getNFDInstance(&error), wide,
					 count, varied, 4 * TEXT_MAX, &error);
		break;
	case 1:
		count = u_strToLower(varied, 4 * TEXT_MAX, wide, count, "",
				     &error);
		break;
	case 2:
		count = u_strToUpper(varied, 4 * TEXT_MAX, wide, count, "",
				     &error);
		break;
	default:
		return random_text(state, out);
	}
	u_strToUTF8(out, 4 * TEXT_MAX, &bytes, varied, count, &error);
	assert_true(U_SUCCESS(error));
	return (size_t)bytes;
}

static void test_random(void **state)
{
	uint64_t seed = 7;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		char before[TEXT_MAX], after[4 * TEXT_MAX];
		UChar x[4 * TEXT_MAX], y[4 * TEXT_MAX];
		const size_t a = random_text(&seed, before);
		const size_t b = vary(&seed, before, a, after);
		const int32_t m = define(before, a, x);
		const int32_t n = define(after, b, y);
		const bool same = m == n && !u_memcmp(x, y, n);
		size_t off;

		assert_int_equal(skeleton_compare((struct cd_span){ before, a },
						  (struct cd_span){ after, b },
						  NULL, 0, &off),
				 same ? SKELETON_SAME : SKELETON_DIFFERENT);
	}
}

/* A long text with one letter changed: found, wherever it is. */
static void test_places(void **state)
{
	static const char words[] = "The council met on Tuesday; é “it” said. ";
	char before[sizeof(words) * 8], after[sizeof(before)];
	size_t len = 0, off;

	(void)state;
	for (int i = 0; i < 8; i++, len += sizeof(words) - 1)
		memcpy(before + len, words, sizeof(words) - 1);
	for (size_t at = 0; at < len; at++) {
		if (!((before[at] | 32) >= 'a' && (before[at] | 32) <= 'z'))
			continue;
		memcpy(after, before, len);
		after[at] = '7';
		assert_int_equal(
			skeleton_compare((struct cd_span){ before, len },
					 (struct cd_span){ after, len }, NULL,
					 0, &off),
			SKELETON_DIFFERENT);
		assert_int_equal(off, at);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same),   cmocka_unit_test(test_different),
		cmocka_unit_test(test_gaps),   cmocka_unit_test(test_random),
		cmocka_unit_test(test_places),
	};

	return cmocka_run_group_tests_name("skeleton", tests, NULL, NULL);
}
