/* What code points are to mojibake: the tables, by what they have to tell
 * apart. */
#include "support.h"

#include "stages/encoding/mojibake_point.h"

#define LAST_POINT 0x10FFFF

static int weight(uint32_t point)
{
	return mojibake_range_of(point)->weight;
}

static bool is_one_of(uint32_t point, const uint32_t *points, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (points[i] == point)
			return true;
	return false;
}

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Points of one script are of one family, and of no other's. */
static void test_families(void **state)
{
	static const uint32_t families[][7] = {
		{ 0x250, 0x2AF, 0x2DE },
		{ 0x3B1, 0x1F00, 0x1FFC },
		{ 0x410, 0x460, 0x48A, 0x490, 0x492, 0x500, 0x52F },
		{ 0x531, 0x586 },
		{ 0x591, 0x5D0, 0x5EA },
		{ 0x627, 0x6FF, 0xFB50 },
		{ 0x710 },
		{ 0x915 },
		{ 0x995 },
		{ 0xE01 },
		{ 0xE81 },
		{ 0x1000, 0x1400, 0x1780, 0x2C00, 0xA000, 0xF100 },
		{ 0x2E80, 0x3400, 0x4E00, 0xF900, 0xFF01, 0xFF10, 0x20000 },
		{ 0xAC00, 0xD7A3 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(families); i++) {
		const unsigned family = mojibake_family(families[i][0]);

		assert_int_not_equal(family, 0);
		for (size_t k = 1; k < 7 && families[i][k]; k++)
			if (mojibake_family(families[i][k]) != family)
				fail_msg("U+%04X is of another family",
					 (unsigned)families[i][k]);
		for (size_t k = i + 1; k < COUNT(families); k++)
			if (mojibake_family(families[k][0]) == family)
				fail_msg("U+%04X is of the family of U+%04X",
					 (unsigned)families[k][0],
					 (unsigned)families[i][0]);
	}
}

/* Marks and Latin letters have none: they are in company everywhere. */
static void test_no_family(void **state)
{
	static const uint32_t points[] = {
		0x80,	0xA1,	0xA3,	0xE9,	0xD7,	0xF7,	0x161,	 0x17F,
		0x1A0,	0x1AF,	0x1CD,	0x219,	0x22B,	0x2C6,	0x301,	 0x1E00,
		0x1EA1, 0x2003, 0x2010, 0x2013, 0x2019, 0x2026, 0x2030,	 0x20AC,
		0x2122, 0xF020, 0xFB01, 0xFE0F, 0xFEFF, 0xFFFD, 0x1F600,
	};

	(void)state;
	for (size_t i = 0; i < COUNT(points); i++)
		if (mojibake_family(points[i]))
			fail_msg("U+%04X has one", (unsigned)points[i]);
}

/* The commonest marks weigh most; what news hardly has weighs least. */
static void test_weights(void **state)
{
	static const uint32_t commonest[] = {
		0x2013, 0x2014, 0x2018, 0x2019, 0x201A,
		0x201C, 0x201D, 0x201E, 0x2026,
	};
	const int most = weight(0x2019);

	(void)state;
	assert_true(weight(0xFEFF) > most);
	for (uint32_t point = 0x80; point <= LAST_POINT; point++) {
		const struct mojibake_range *range = mojibake_range_of(point);

		if (is_one_of(point, commonest, COUNT(commonest)))
			assert_int_equal(range->weight, most);
		else if (point != 0xFEFF)
			assert_true(range->weight < most);
		if (range->script == MOJIBAKE_RARE)
			assert_true(range->weight <= -4);
		if (range->script == MOJIBAKE_COMMON)
			assert_true(range->weight >= -4 && range->family);
		if (range->script == MOJIBAKE_NONE ||
		    range->script == MOJIBAKE_LATIN)
			assert_int_equal(range->family, 0);
	}
}

/* In each row each point weighs more than the next. */
static void test_order(void **state)
{
	static const uint32_t rows[][3] = {
		{ 0x20AC, 0x20A9, 0x20D0 }, /* euro, won, a mark above */
		{ 0xA3, 0xA2, 0x80 },	    /* pound, cent, a control */
		{ 0xE9, 0xD7, 0x85 },	    /* a letter, a sign */
		{ 0xFF, 0xF7, 0x90 },
		{ 0x161, 0x1CE, 0x180 }, /* Czech, Pinyin, others */
		{ 0x1A1, 0x1CE, 0x1A2 }, /* Vietnamese */
		{ 0x1B0, 0x1CE, 0x1B1 },
		{ 0x219, 0x1CE, 0x1DD }, /* Romanian */
		{ 0x1DD, 0x21C, 0x17F },
		{ 0x1EA1, 0x1CE, 0x1E00 },
		{ 0x430, 0x48A, 0x460 },
		{ 0x491, 0x493, 0x500 },
		{ 0x1000, 0xE81, 0x700 },   /* Burmese, Lao, Syriac */
		{ 0x1780, 0xE81, 0x7C0 },   /* Khmer, Lao, N’Ko */
		{ 0xFF0C, 0xFF10, 0x3400 }, /* full width */
		{ 0xFF1A, 0xFF21, 0x3400 },
		{ 0x4E00, 0x20000, 0x3400 },
		{ 0xAC00, 0xE81, 0xD7A4 },
		{ 0x1F600, 0x2192, 0xFFF0 }, /* emoji, an arrow */
		{ 0xFFFC, 0x2192, 0xFFF0 },
		{ 0x2030, 0x2028, 0x20D0 },
		{ 0x2010, 0x203F, 0x20D0 },
		{ 0xE9, 0xFB01, 0x301 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t k = 0; k < 2; k++)
			if (weight(rows[i][k]) <= weight(rows[i][k + 1]))
				fail_msg("U+%04X weighs no more than U+%04X",
					 (unsigned)rows[i][k],
					 (unsigned)rows[i][k + 1]);
}

/* What a row has in its midst does not part it: all else of it weighs alike. */
static void test_alike(void **state)
{
	static const uint32_t groups[][7] = {
		{ 0xA1, 0xA2, 0xA4, 0xD7, 0xF7 },
		{ 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x17E },
		{ 0x180, 0x19F, 0x1A2, 0x1AE, 0x1B1, 0x1DD, 0x217 },
		{ 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x218, 0x21B },
		{ 0x250, 0x2C5, 0x2DE, 0x2FF },
		{ 0x400, 0x45F, 0x490, 0x491 },
		{ 0x460, 0x489, 0x500, 0x530 },
		{ 0x48A, 0x48F, 0x492, 0x4FF },
		{ 0x370, 0x3FF, 0x400, 0x5D0, 0x628, 0x1F00, 0x1FFF },
		{ 0x900, 0x97F, 0x980, 0xDFF, 0xE00, 0xE7F, 0x5D0 },
		{ 0x1000, 0x13FF, 0x1780, 0x1DFF },
		{ 0x2000, 0x200F, 0x2028, 0x202F, 0x203F, 0x209F },
		{ 0x2010, 0x2015, 0x201B, 0x201F, 0x2027, 0x2030, 0x203E },
		{ 0x20A0, 0x20AB, 0x20AD, 0x20CF },
		{ 0xFF10, 0xFF19, 0xFF21, 0xFFEF },
		{ 0xFF01, 0xFF0F, 0xFF1A, 0xFF20 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(groups); i++)
		for (size_t k = 1; k < 7 && groups[i][k]; k++)
			if (weight(groups[i][k]) != weight(groups[i][0]))
				fail_msg("U+%04X weighs other than U+%04X",
					 (unsigned)groups[i][k],
					 (unsigned)groups[i][0]);
}

static void test_kinds(void **state)
{
	(void)state;
	for (uint32_t point = 0x80; point < 0x3000; point++) {
		const bool letter = mojibake_is_letter(point);
		const bool ordinary = mojibake_is_ordinary_mark(point);

		assert_false(letter && ordinary);
		assert_int_equal(mojibake_is_sign(point), !letter && !ordinary);
		assert_int_equal(mojibake_is_box(point),
				 point >= 0x2500 && point <= 0x25FF);
	}
	assert_false(mojibake_is_sign(0x7F));
	assert_true(mojibake_is_sign(0xAA));
	assert_true(mojibake_is_sign(0xB5));
	assert_true(mojibake_is_sign(0xBA));
	assert_true(mojibake_is_sign(0x192));
	assert_true(mojibake_is_sign(0x2C6));
	assert_true(mojibake_is_letter(0x2C7));
	assert_true(mojibake_is_letter(0x153));
}

static void test_mixed_scripts(void **state)
{
	static const struct {
		uint32_t a, b;
		bool mixed;
	} rows[] = {
		{ 'a', 0x430, true },	  { 0x430, 'a', true },
		{ 'a', 0xE9, false },	  { 0x430, 0x3B1, false },
		{ 'a', 0x24F, false },	  { 'a', 0x370, true },
		{ 'a', 0x1E00, false },	  { 'a', 0x1EFF, false },
		{ 'a', 0x1D2B, true },	  { 'a', 0x1F00, true },
		{ 'a', 0xFB00, false },	  { 'a', 0xFB06, false },
		{ 'a', 0xFB13, true },	  { '1', 0x430, false },
		{ 0x2014, 0x430, false }, { 0xB5, 0x430, false },
		{ 0x430, 0x1E00, true },  { 0x430, 0xFB00, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (mojibake_mixes_scripts(rows[i].a, rows[i].b) !=
		    rows[i].mixed)
			fail_msg("U+%04X and U+%04X", (unsigned)rows[i].a,
				 (unsigned)rows[i].b);
}

/* Œ œ Š š Ÿ Ž ž, and what the first bytes of two and three are. */
static void test_odd_pairs(void **state)
{
	static const uint32_t carons[] = { 0x152, 0x153, 0x160, 0x161,
					   0x178, 0x17D, 0x17E };
	static const uint32_t fronts[] = { 0xC2, 0xC3, 0xC4, 0xC5, 0xD0,
					   0xD1, 0xD8, 0xD9, 0xE2 };

	(void)state;
	for (uint32_t before = 0; before < 0x250; before++)
		for (uint32_t point = 0x80; point < 0x250; point++)
			assert_int_equal(
				mojibake_is_odd_pair(before, point),
				is_one_of(before, fronts, COUNT(fronts)) &&
					is_one_of(point, carons,
						  COUNT(carons)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_families),
		cmocka_unit_test(test_no_family),
		cmocka_unit_test(test_weights),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_alike),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_mixed_scripts),
		cmocka_unit_test(test_odd_pairs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
