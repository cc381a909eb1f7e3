/*
 * Loops over blocks of bytes are compiled for each kind of processor: all of
 * them make the same text and the same findings.
 */
#include "support.h"

#include "laws/texts.h"

#define TEXTS 200
#define PIECES 24  /* of an article */
#define BYTES 1000 /* of noise */

static const enum cpu_kind others[] = { CPU_LIKE_AVX2, CPU_PLAIN };

static void run_as(enum cpu_kind kind, const struct cd_desk *desk,
		   const struct random_text *text, struct cd_result **result)
{
	be_cpu(kind);
	assert_int_equal(cd_run(desk, text->bytes, text->len, result), CD_OK);
	be_cpu(CPU_OWN);
}

static void hold_same_text(const struct cd_result *one,
			   const struct cd_result *other)
{
	const struct cd_span a = cd_text(one), b = cd_text(other);

	assert_int_equal(a.len, b.len);
	assert_memory_equal(a.bytes, b.bytes, a.len);
}

static void hold_same_findings(struct cd_result *one, struct cd_result *other)
{
	const struct cd_finding *a, *b;
	size_t count, count_other;

	assert_int_equal(cd_findings(one, &a, &count), CD_OK);
	assert_int_equal(cd_findings(other, &b, &count_other), CD_OK);
	assert_int_equal(count, count_other);
	for (size_t i = 0; i < count; i++) {
		assert_ptr_equal(a[i].rule, b[i].rule);
		assert_int_equal(a[i].off, b[i].off);
		assert_int_equal(a[i].end, b[i].end);
	}
}

static void hold_same(const struct cd_options *options, uint64_t seed)
{
	struct cd_desk *desk = desk_for(options);
	struct cd_result *own = NULL, *other = NULL;

	for (int i = 0; i < TEXTS; i++) {
		struct random_text text = i % 2 ? random_article(&seed, PIECES)
						: random_bytes(&seed, BYTES);

		run_as(CPU_OWN, desk, &text, &own);
		for (size_t k = 0; k < sizeof(others) / sizeof(*others); k++) {
			run_as(others[k], desk, &text, &other);
			hold_same_text(own, other);
			hold_same_findings(own, other);
		}
		free(text.bytes);
	}
	cd_result_free(own);
	cd_result_free(other);
	cd_desk_free(desk);
}

static void test_default(void **state)
{
	(void)state;
	hold_same(NULL, 20260412);
}

static void test_all_rules(void **state)
{
	const struct cd_options options = {
		.rules = "all",
		.quotes = CD_QUOTES_STRAIGHT,
		.dashes = CD_DASHES_TYPOGRAPHIC,
	};

	(void)state;
	hold_same(&options, 20260413);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_default),
		cmocka_unit_test(test_all_rules),
	};

	return cmocka_run_group_tests_name("cpus", tests, NULL, NULL);
}
