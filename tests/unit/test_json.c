/* Scanning records, reading and writing strings. */
#include "support.h"

#include "support/json.h"

static bool scan(const char *record, struct json_query *query)
{
	query->field = "text";
	query->field_len = 4;
	return json_scan(record, strlen(record), query);
}

static void test_records(void **state)
{
	static const struct {
		const char *record;
		enum json_kind kind;
		const char *value;
	} rows[] = {
		{ "{}", JSON_MISSING, "" },
		{ " { } ", JSON_MISSING, "" },
		{ "{\"a\":1}", JSON_MISSING, "" },
		{ "{\"text\":\"x\"}", JSON_STRING, "x" },
		{ "{\"text\" :\t\"x\" , \"b\":[1,{\"text\":\"y\"}]}",
		  JSON_STRING, "x" },
		{ "{\"text\":\"x\",\"text\":\"y\"}", JSON_STRING, "y" },
		{ "{\"text\":\"x\",\"text\":[]}", JSON_OTHER, "" },
		{ "{\"text\":{\"text\":\"x\"}}", JSON_OTHER, "" },
		{ "{\"text\":null}", JSON_OTHER, "" },
		{ "{\"\\u0074ext\":\"x\"}", JSON_STRING, "x" },
		{ "{\"text\":\"a\\\"b\\\\\"}", JSON_STRING, "a\\\"b\\\\" },
		{ "{\"text\":12.5e-3}", JSON_OTHER, "12.5e-3" },
		{ "{\"n\":-0,\"m\":0.0,\"o\":1E+9,\"text\":\"\"}", JSON_STRING,
		  "" },
		{ "{\"n\":[[],{},[{}],true,false,null],\"text\":\"\"}",
		  JSON_STRING, "" },
		{ "{\"text\":\"\xFF\"}", JSON_STRING, "\xFF" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct json_query query;

		assert_true(scan(rows[i].record, &query));
		assert_int_equal(query.value.kind, rows[i].kind);
		if (query.value.kind == JSON_MISSING)
			continue;
		assert_int_equal(query.value.len, strlen(rows[i].value));
		assert_memory_equal(rows[i].record + query.value.at,
				    rows[i].value, query.value.len);
	}
}

static void test_not_records(void **state)
{
	static const char *const records[] = {
		"",
		" ",
		"{",
		"}",
		"[]",
		"\"text\"",
		"1",
		"null",
		"{} {}",
		"{}x",
		"{\"a\"}",
		"{\"a\":}",
		"{\"a\":1,}",
		"{,}",
		"{\"a\" 1}",
		"{\"a\":1 \"b\":2}",
		"{a:1}",
		"{'a':1}",
		"{\"a\":[1,]}",
		"{\"a\":[1 2]}",
		"{\"a\":[1}",
		"{\"a\":{]}",
		"{\"a\":01}",
		"{\"a\":1.}",
		"{\"a\":.5}",
		"{\"a\":+1}",
		"{\"a\":-}",
		"{\"a\":1e}",
		"{\"a\":tru}",
		"{\"a\":nul}",
		"{\"a\":True}",
		"{\"a\":\"\\x\"}",
		"{\"a\":\"\\u12\"}",
		"{\"a\":\"\\u12g4\"}",
		"{\"a\":\"\n\"}",
		"{\"a\":\"\x01\"}",
		"{\"a\":\"b}",
		"{\"a\":\"b\\\"}",
		"{\"a\":\"\\",
		"{\"a\":\"\xFF\"}",
		"{\"\xC3\":1}",
		"{\"a\":\"\xED\xA0\x80\"}",
		"{\"a\":NaNs}",
		"{\"a\":-NaN}",
		"{\"a\":-Inf}",
		"{\"a\":1}}",
		"{\"a\":1]",
		"\xEF\xBB\xBF{}",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(records) / sizeof(records[0]); i++) {
		struct json_query query;

		if (scan(records[i], &query))
			fail_msg("taken for a record: %s", records[i]);
		assert_non_null(query.error);
		assert_true(query.error_at <= strlen(records[i]));
	}
}

static void test_depth(void **state)
{
	char record[6000] = "{\"a\":";
	struct json_query query;

	(void)state;
	memset(record + 5, '[', 2047);
	memset(record + 5 + 2047, ']', 2047);
	memcpy(record + 5 + 2 * 2047, "}", 2);
	assert_true(scan(record, &query));
	memset(record + 5, '[', 2048);
	memset(record + 5 + 2048, ']', 2048);
	memcpy(record + 5 + 2 * 2048, "}", 2);
	assert_false(scan(record, &query));
}

/* Any prefix and any changed byte: an answer, and nothing read outside. */
static void test_damaged(void **state)
{
	static const char record[] =
		"{\"a\":[1.5e3,true,{\"b\":\"\\u00e9\\n\"}],\"text\":\"x\"}";
	const size_t len = sizeof(record) - 1;
	struct json_query query = { .field = "text", .field_len = 4 };
	uint64_t seed = 1;

	(void)state;
	for (size_t n = 0; n < len; n++) {
		char *part = malloc(n + 1);

		memcpy(part, record, n);
		assert_false(json_scan(part, n, &query));
		free(part);
	}
	for (int i = 0; i < 20000; i++) {
		char *part = malloc(len);

		memcpy(part, record, len);
		part[random_below(&seed, (uint32_t)len)] =
			(char)random_below(&seed, 256);
		if (json_scan(part, len, &query) &&
		    query.value.kind == JSON_STRING)
			assert_true(query.value.at + query.value.len < len);
		free(part);
	}
}

/* The same bytes on each kind of machine, wherever they are. */
static void test_plain(void **state)
{
	char text[80];

	(void)state;
	for (int kind = 0; kind < CPU_KINDS; kind++) {
		be_cpu((enum cpu_kind)kind);
		for (size_t i = 0; i < 256 * sizeof(text); i++) {
			const size_t at = i % sizeof(text), len = sizeof(text);
			const unsigned c = (unsigned)(i / sizeof(text));

			memset(text, 'a', len);
			text[at] = (char)c;
			assert_int_equal(
				json_plain(text, len),
				c < ' ' || c == '"' || c == '\\' ? at : len);
			assert_int_equal(json_plain(text, at), at);
		}
	}
	be_cpu(CPU_OWN);
}

static void test_unescape(void **state)
{
	static const struct {
		const char *string, *text;
		size_t lone;
	} rows[] = {
		{ "", "", 0 },
		{ "plain", "plain", 0 },
		{ "\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t", 0 },
		{ "\\u00e9\\u20AC\\u0041",
		  "\xC3\xA9\xE2\x82\xAC"
		  "A",
		  0 },
		{ "\\ud83d\\ude00", "\xF0\x9F\x98\x80", 0 },
		{ "\\ud83d", "\xEF\xBF\xBD", 1 },
		{ "\\ude00\\ud83d", "\xEF\xBF\xBD\xEF\xBF\xBD", 2 },
		{ "\\ud83d\\u0041",
		  "\xEF\xBF\xBD"
		  "A",
		  1 },
		{ "\\ud83dx", "\xEF\xBF\xBDx", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buffer out;

		buffer_init(&out);
		assert_int_equal(json_unescape(rows[i].string,
					       strlen(rows[i].string), &out),
				 rows[i].lone);
		assert_string_equal(buffer_text(&out), rows[i].text);
		buffer_release(&out);
	}
}

/* What is escaped reads as it was, and is a string. */
static void test_round_trip(void **state)
{
	uint64_t seed = 2;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		const size_t len = random_below(&seed, 40);
		struct buffer out, back;
		struct json_query query;
		char text[40];

		for (size_t k = 0; k < len; k++)
			text[k] = (char)random_below(&seed, 128);
		buffer_init(&out);
		buffer_init(&back);
		buffer_add_text(&out, "{\"text\":");
		json_string(&out, text, len);
		buffer_add_text(&out, "}");
		query.field = "text";
		query.field_len = 4;
		assert_true(json_scan(out.bytes, out.len, &query));
		json_unescape(out.bytes + query.value.at, query.value.len,
			      &back);
		assert_int_equal(back.len, len);
		if (len)
			assert_memory_equal(back.bytes, text, len);
		buffer_release(&out);
		buffer_release(&back);
	}
}

static void test_places(void **state)
{
	static const char string[] = "a\\n\\u00e9\\ud83d\\ude00\xC3\xA9z";
	static const size_t points[] = { 0, 1, 3, 9, 21, 22, 23 };
	struct json_place place = { 0, 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(points) / sizeof(points[0]); i++) {
		assert_int_equal(place.points, points[i]);
		json_step(string, sizeof(string) - 1, false, &place);
	}
	assert_int_equal(place.at, sizeof(string) - 1);
}

static void test_no_memory(void **state)
{
	struct buffer out;

	(void)state;
	for (long n = 0; n < 4; n++) {
		buffer_init(&out);
		fail_allocations_after(n);
		for (int i = 0; i < 200; i++)
			json_escape(&out, "\"text\" and more of it", 21);
		fail_allocations_off();
		assert_true(out.failed);
		buffer_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_not_records),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_unescape),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
