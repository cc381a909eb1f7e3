/* Units of mojibake: the table against ICU's converters, and the scores. */
#include "support.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "base/utf8.h"
#include "stages/encoding/mojibake.h"

/* ICU's names, in the order of charset_table.py; NULL: ICU has none such. */
static const char *const charsets[MOJIBAKE_CHARSETS] = {
	"windows-1252", "windows-1251", "windows-1250", "windows-1254",
	"windows-1253", "windows-1257", "macintosh",	"ibm-437",
	"ibm-850",	NULL,		NULL,		"macos-7_3-10.2",
	"ibm-866",
};

/* Common in news, and begun by a byte that every charset's rows know. */
static const uint32_t points[] = {
	0xA3,	0xA9,	0xAB,	0xBB,	0xC9,	0xE0,	0xE9,	0xF1,	0xFC,
	0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x20AC, 0x2122,
};

/* The point's UTF-8 as ICU reads it in the charset. 0: it has no such bytes. */
static size_t misread(uint32_t point, const char *charset, char *out)
{
	char bytes[UTF8_MAX];
	const size_t len = utf8_encode(point, bytes);
	UErrorCode error = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(charset, &error);
	UChar wide[16];
	int32_t count, size;

	ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL,
			    NULL, &error);
	count = ucnv_toUChars(converter, wide, 16, bytes, (int32_t)len, &error);
	ucnv_close(converter);
	u_strToUTF8(out, 32, &size, wide, count, &error);
	return U_SUCCESS(error) ? (size_t)size : 0;
}

static void test_table(void **state)
{
	size_t read = 0;

	(void)state;
	for (unsigned c = 0; c < MOJIBAKE_CHARSETS; c++) {
		for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++) {
			char text[32];
			const size_t len =
				charsets[c]
					? misread(points[i], charsets[c], text)
					: 0;
			struct unit unit;

			if (!len)
				continue;
			assert_true(mojibake_read(text, len, 0, c, &unit));
			assert_int_equal(unit.end, len);
			assert_int_equal(unit.point, points[i]);
			assert_false(unit.lost);
			read++;
		}
	}
	assert_true(read > 120);
}

static int score_of(const char *text, size_t at)
{
	const struct unit_context context = {
		.before = utf8_before(text, at),
	};
	struct unit unit;

	assert_true(mojibake_read(text, strlen(text), at, 0, &unit));
	return mojibake_score(&unit, &context);
}

static void test_sure(void **state)
{
	static const struct {
		const char *text;
		size_t at;
	} rows[] = {
		{ "fiancÃ©e", 5 },   { "donâ€™t", 3 },	 { "Â£80m", 0 },
		{ "20Â°C", 2 },	     { "saidâ€”so", 4 }, { "ï»¿The", 0 },
		{ "Rodrï¿½uez", 4 }, { "so,â€ he", 3 },	 { "Ã‰lysÃ©e", 0 },
		{ "ðŸ˜€", 0 },	     { "â‚¬5", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_in_range(score_of(rows[i].text, rows[i].at), 6, 99);
}

/* Right in Portuguese, French, German, Spanish, Swedish. */
static void test_unlikely(void **state)
{
	static const struct {
		const char *text;
		size_t at;
	} rows[] = {
		{ "IRMÃ…", 3 },	    { "IRMÃ” e", 3 },  { "AMANHÃ–", 5 },
		{ "été »", 0 + 3 }, { "CAFÉ” et", 3 }, { "ÉLITÉ®", 5 },
		{ "BLÅ”", 2 },	    { "JÄ… und", 1 },  { "AÑ” y", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct unit unit;

		if (mojibake_read(rows[i].text, strlen(rows[i].text),
				  rows[i].at, 0, &unit))
			assert_true(score_of(rows[i].text, rows[i].at) < 1);
	}
}

static void test_none(void **state)
{
	static const char *const rows[] = { "é", "Ã", "Ãa", "ab", "©Ã", "â€x" };
	struct unit unit;

	(void)state;
	for (size_t i = 0; i + 1 < sizeof(rows) / sizeof(*rows); i++)
		assert_false(
			mojibake_read(rows[i], strlen(rows[i]), 0, 0, &unit));
	assert_true(mojibake_read(rows[5], strlen(rows[5]), 0, 0, &unit));
	assert_true(unit.lost);
	assert_true(mojibake_score(&unit, &(struct unit_context){ 0 }) < 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_sure),
		cmocka_unit_test(test_unlikely),
		cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests_name("mojibake", tests, NULL, NULL);
}
