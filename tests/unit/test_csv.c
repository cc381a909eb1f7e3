/* Records and fields of tables: no byte is lost, and libcsv reads the same. */
#include "support.h"

#include <csv.h>

#include "reader/csv.h"

/* Fields in brackets, records in lines. */
static void ours(const char *text, size_t len, struct buffer *out)
{
	size_t at = 0;

	while (at < len) {
		enum csv_state state = CSV_AT_START;
		bool ended;
		const size_t size =
			csv_record(text + at, len - at, ',', &state, &ended);
		const size_t body = csv_trim(text + at, size);
		struct csv_field field;
		size_t place = 0;

		for (;
		     body && csv_next(text + at, body, ',', &place, &field);) {
			buffer_add_byte(out, '[');
			csv_decode(text + at, &field, out);
			buffer_add_byte(out, ']');
		}
		if (body)
			buffer_add_byte(out, '\n');
		at += size;
	}
}

static void their_field(void *field, size_t len, void *out)
{
	buffer_add_byte(out, '[');
	buffer_add(out, field, len);
	buffer_add_byte(out, ']');
}

static void their_record(int end, void *out)
{
	(void)end;
	buffer_add_byte(out, '\n');
}

static int is_no_space(unsigned char c)
{
	(void)c;
	return 0;
}

static void theirs(const char *text, size_t len, struct buffer *out)
{
	struct csv_parser parser;

	assert_int_equal(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI), 0);
	/* It would trim blanks from plain fields. */
	csv_set_space_func(&parser, is_no_space);
	assert_int_equal(
		csv_parse(&parser, text, len, their_field, their_record, out),
		len);
	csv_fini(&parser, their_field, their_record, out);
	csv_free(&parser);
}

/* A table that is well formed, at random. */
static void make_table(struct buffer *table, uint64_t *seed)
{
	static const char *const parts[] = { "a",	    "\"\"", ",",
					     "\n",	    "\r\n", "x y",
					     "\xE2\x80\x99" };
	static const char *const plain[] = { "", "a", "x y", "7",
					     "\xE2\x80\x99" };

	for (size_t fields = 0; fields < 40; fields++) {
		buffer_add_text(table, !fields		       ? ""
				       : random_below(seed, 4) ? ","
				       : random_below(seed, 2) ? "\n"
							       : "\r\n");
		if (random_below(seed, 2)) {
			buffer_add_text(table, plain[random_below(seed, 5)]);
			continue;
		}
		buffer_add_byte(table, '"');
		for (size_t n = random_below(seed, 6); n; n--)
			buffer_add_text(table, parts[random_below(seed, 7)]);
		buffer_add_byte(table, '"');
	}
}

static void test_as_libcsv(void **state)
{
	uint64_t seed = 3;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		struct buffer table, a, b;

		buffer_init(&table);
		buffer_init(&a);
		buffer_init(&b);
		make_table(&table, &seed);
		ours(table.bytes, table.len, &a);
		theirs(table.bytes, table.len, &b);
		assert_string_equal(buffer_text(&a), buffer_text(&b));
		buffer_release(&table);
		buffer_release(&a);
		buffer_release(&b);
	}
}

/* However the bytes arrive, a record ends in the same place. */
static void test_parts(void **state)
{
	static const char text[] = "a,\"b\nc\"\"\",d\ne\n";
	const size_t len = sizeof(text) - 1;

	(void)state;
	for (size_t part = 1; part < len; part++) {
		enum csv_state scan = CSV_AT_START;
		bool ended = false;
		size_t at = 0;

		while (!ended) {
			const size_t left = len - at;

			at += csv_record(text + at, left < part ? left : part,
					 ',', &scan, &ended);
		}
		assert_int_equal(at, 12);
	}
}

static void test_bad_fields(void **state)
{
	static const char *const bad[] = { "\"a\"b", "\"a", "\"a\" ", "\"" };

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct csv_field field;
		size_t at = 0;

		assert_true(csv_next(bad[i], strlen(bad[i]), ',', &at, &field));
		assert_true(field.bad);
	}
}

/* Records of a table with tabs, their fields in brackets. */
static void tabbed(const char *text, size_t len, struct buffer *out)
{
	size_t at = 0;

	while (at < len) {
		struct csv_field field;
		bool ended;
		const size_t size = csv_tab_record(
			(struct csv_text){ text + at, len - at, true }, &ended);
		const size_t body = csv_trim(text + at, size);
		size_t place = 0;

		while (csv_next(text + at, body, '\t', &place, &field)) {
			assert_false(field.bad);
			buffer_add_byte(out, '[');
			csv_decode(text + at, &field, out);
			buffer_add_byte(out, ']');
		}
		buffer_add_byte(out, '|');
		at += size;
	}
}

static void test_tabs(void **state)
{
	static const struct {
		const char *text, *records;
	} rows[] = {
		{ "1\t\"No,\" she said\n2\tb\n",
		  "[1][\"No,\" she said]|[2][b]|" },
		{ "1\t\"No.\n2\tHe \"left\"\n",
		  "[1][\"No.]|[2][He \"left\"]|" },
		{ "1\t\"No.\n2\t\"Yes,\" he\n",
		  "[1][\"No.]|[2][\"Yes,\" he]|" },
		{ "1\t\"No.\n2\tb", "[1][\"No.]|[2][b]|" },
		{ "1\t\"a \"\"b\"\"\nc\"\td\r\n2\tb\n",
		  "[1][a \"b\"\nc][d]|[2][b]|" },
		{ "\"a\"\r\n\"\"\t\"b\"", "[a]|[][b]|" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buffer out;

		buffer_init(&out);
		tabbed(rows[i].text, strlen(rows[i].text), &out);
		assert_string_equal(buffer_text(&out), rows[i].records);
		buffer_release(&out);
	}
}

/* A NUL after a mark ends no field: the mark is the text's. */
static void test_tab_nul(void **state)
{
	static const char text[] = "\"a\"\0b\t1";
	struct csv_field field;
	size_t at = 0;

	(void)state;
	assert_true(csv_next(text, sizeof(text) - 1, '\t', &at, &field));
	assert_false(field.quoted);
	assert_false(field.bad);
	assert_int_equal(field.len, 5);
}

/* However much of it is there, a record has no other end. */
static void test_tab_parts(void **state)
{
	static const char *const texts[] = { "1\t\"a\"\"\nb\"\n2\n",
					     "1\t\"a\n2\t\"b\" c\n",
					     "a\tb\n\"\n" };
	static const size_t ends[] = { 10, 5, 4 };

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		const size_t len = strlen(texts[i]);

		for (size_t part = 1; part <= len; part++) {
			bool ended;
			const size_t size = csv_tab_record(
				(struct csv_text){ texts[i], part,
						   part == len },
				&ended);

			assert_int_equal(size, ended ? ends[i] : part);
		}
	}
}

static void test_encode(void **state)
{
	static const struct {
		const char *text, *field;
		bool quoted;
	} rows[] = {
		{ "", "", false },
		{ "", "\"\"", true },
		{ "a b", "a b", false },
		{ "a b", "\"a b\"", true },
		{ "a,b", "\"a,b\"", false },
		{ "a\nb", "\"a\nb\"", false },
		{ "a\"b", "\"a\"\"b\"", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buffer out;

		buffer_init(&out);
		csv_encode(&out, rows[i].text, strlen(rows[i].text), ',',
			   rows[i].quoted);
		assert_string_equal(buffer_text(&out), rows[i].field);
		buffer_release(&out);
	}
}

/* What databases write into tables with tabs, and what only looks so. */
static void test_escapes(void **state)
{
	static const struct {
		const char *field, *text; /* NULL: it is no such field */
	} rows[] = {
		{ "It is.\\nIt was.", "It is.\nIt was." },
		{ "It is.\\r\\n\\tA\\\\b", "It is.\r\n\tA\\b" },
		{ "and\\nit was.\\n", "and\nit was.\n" },
		{ "It is.", NULL },
		{ "\\N", NULL },
		{ "C:\\new\\temp", NULL },
		{ "C:\\Boats\\n", NULL },
		{ "It is.\\nIt was.\\", NULL },
		{ "\"It is.\\nIt was.\"", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct csv_field field = {
			.len = strlen(rows[i].field),
			.quoted = *rows[i].field == '"',
		};
		struct buffer out;

		assert_int_equal(csv_is_escaped(rows[i].field, &field),
				 rows[i].text != NULL);
		if (!rows[i].text)
			continue;
		buffer_init(&out);
		csv_unescape(rows[i].field, &field, &out);
		assert_string_equal(buffer_text(&out), rows[i].text);
		buffer_reset(&out);
		csv_escape(&out, rows[i].text, strlen(rows[i].text));
		assert_string_equal(buffer_text(&out), rows[i].field);
		buffer_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_as_libcsv),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_bad_fields),
		cmocka_unit_test(test_tabs),
		cmocka_unit_test(test_tab_nul),
		cmocka_unit_test(test_tab_parts),
		cmocka_unit_test(test_encode),
		cmocka_unit_test(test_escapes),
	};

	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
