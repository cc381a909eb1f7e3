/* Annotations within records. */
#include "support.h"

#include <string.h>

#include "reader/counted.h"

static void assert_places(const char *json, bool wanted)
{
	const struct cd_span start = { json, strlen(json) };

	if (counted_has_places(start) != wanted)
		fail_msg("%s", json);
}

static void test_places(void **state)
{
	static const char *const rows[] = {
		"{\"text\":\"a\",\"label\":[[5,10,\"SHIP\"]]}",
		"{\"text\":\"a\",\"labels\":[ [0, 3, \"A\"], [4, 9, \"B\"] ]}",
		"{\"text\":\"a\",\"label\":[]}\n{\"text\":\"b\",\"label\":[[1,"
		"2,\"A\"]",
		"{\"text\":\"a\",\"spans\":[{\"start\":5,\"end\":10,\"label\":"
		"\"A\"}]}",
		"{\"text\":\"a\",\"entities\":[{\"id\":3,\"label\":\"A\","
		"\"start_offset\":5,\"end_offset\":10}],\"relations\":[]}",
		"{\"data\":{},\"result\":[{\"value\":{\"start\":5,\"end\":10,"
		"\"text\":\"ferry\",\"labels\":[\"A\",\"B\"]},\"type\":\"x\"}]"
		"}",
		"{\"answers\":{\"text\":[\"ferry\"],\"answer_start\":[5]}}",
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_places(rows[i], true);
	(void)state;
}

static void test_no_places(void **state)
{
	static const char *const rows[] = {
		"",
		"{",
		"{\"text\":\"a\\\"",
		"{\"text\":\"see [[5, 10, \\\"x\\\"]]\",\"n\":[[5]]}",
		"{\"text\":\"a\",\"start\":0,\"end\":5,\"label\":\"x\"}",
		"{\"a\":[{\"start\":0.0,\"end\":5.2,\"label\":\"x\"}]}",
		"{\"a\":{\"start\":2019,\"end\":2021,\"name\":\"x\"}}",
		"{\"a\":{\"begin\":5,\"end_offset\":10,\"label\":\"x\"}}",
		"{\"votes\":[5,10,\"Ann\"],\"box\":[[5,10,20]]}",
		"{\"scores\":[[10,5,\"Ann\"]]}",
		"{\"tokens\":[\"a\"],\"ner_tags\":[0,1],\"a\":\"answer_"
		"start\"}",
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_places(rows[i], false);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_no_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
