/* How much confidence is asked of an edit, by its kind. */
#include "support.h"

#include "restore/least.h"

static struct restore_leasts read(const char *terms)
{
	struct restore_leasts leasts;
	const char *bad;
	size_t len;

	assert_true(restore_leasts_read(&leasts, terms, &bad, &len));
	return leasts;
}

static void test_one_kind(void **state)
{
	const struct restore_leasts defaults = read(NULL);
	const struct restore_leasts found = read("breaks=5,breaks=30,");

	(void)state;
	for (int i = 0; i < LOSS_COUNT; i++) {
		assert_int_equal(found.of[i].of[RESTORE_BREAKS], 30);
		assert_int_equal(found.of[i].of[RESTORE_NUMBERS],
				 defaults.of[i].of[RESTORE_NUMBERS]);
		assert_int_equal(found.of[i].of[RESTORE_QUOTES],
				 defaults.of[i].of[RESTORE_QUOTES]);
	}
	assert_true(defaults.of[LOSS_COLLAPSED].of[RESTORE_QUOTES] >
		    defaults.of[LOSS_WIRE].of[RESTORE_QUOTES]);
}

/* A bare figure is what every kind is asked at least. */
static void test_every_kind(void **state)
{
	const struct restore_leasts found = read("numbers=0,60");
	const struct restore_leasts after = read("60,numbers=0");

	(void)state;
	assert_int_equal(found.of[LOSS_WIRE].of[RESTORE_CAPITALS], 60);
	assert_int_equal(found.of[LOSS_WIRE].of[RESTORE_MARKS], 60);
	assert_int_equal(found.of[LOSS_WIRE].of[RESTORE_NUMBERS], 60);
	assert_int_equal(found.of[LOSS_WIRE].of[RESTORE_CURRENCY],
			 read(NULL).of[LOSS_WIRE].of[RESTORE_CURRENCY]);
	assert_int_equal(after.of[LOSS_WIRE].of[RESTORE_NUMBERS], 0);
}

static void test_wrong_terms(void **state)
{
	static const char *const wrong[] = {
		"101",	     "quotes=101", "quotes=",  "=50",  "quots=50",
		"quotes=5x", "-1",	   "quotes 5", "1000", "quote=5",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct restore_leasts leasts;
		char terms[64];
		const char *bad;
		size_t len;

		snprintf(terms, sizeof(terms), "marks=5,%s,70", wrong[i]);
		assert_false(restore_leasts_read(&leasts, terms, &bad, &len));
		assert_ptr_equal(bad, terms + 8);
		assert_int_equal(len, strlen(wrong[i]));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_kind),
		cmocka_unit_test(test_every_kind),
		cmocka_unit_test(test_wrong_terms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
