/* The table of entities, and reading them. */
#include "support.h"

#include "base/utf8.h"
#include "stages/encoding/entities.h"
#include "stages/encoding/entity_name.h"

static void test_table(void **state)
{
	(void)state;
	assert_int_equal(entity_name_count, 2128);
	for (size_t i = 0; i < entity_name_count; i++) {
		const struct entity_name *row = &entity_names[i];
		const size_t len = strlen(row->text);
		char text[64];
		struct entity entity;

		if (i)
			assert_true(strcmp(row[-1].name, row->name) < 0);
		assert_true(len > 0 && len <= ENTITY_TEXT_MAX);
		assert_int_equal(utf8_valid_prefix(row->text, len), len);
		assert_ptr_equal(entity_find(row->name, strlen(row->name)),
				 row);
		snprintf(text, sizeof(text), "&%s;", row->name);
		assert_true(entity_read(text, strlen(text), &entity));
		assert_int_equal(entity.len, strlen(text));
		assert_int_equal(entity.text_len, len);
		assert_memory_equal(entity.text, row->text, len);
	}
}

static void test_find(void **state)
{
	(void)state;
	assert_string_equal(entity_find("amp", 3)->text, "&");
	assert_string_equal(entity_find("ampx", 3)->text, "&");
	assert_null(entity_find("am", 2));
	assert_null(entity_find("", 0));
	assert_null(entity_find("zzzz", 4));
}

static void check(bool (*read)(const char *, size_t, struct entity *),
		  const char *text, size_t len, const char *wanted)
{
	struct entity entity;

	if (!wanted) {
		assert_false(read(text, strlen(text), &entity));
		return;
	}
	assert_true(read(text, strlen(text), &entity));
	assert_int_equal(entity.len, len);
	assert_int_equal(entity.text_len, strlen(wanted));
	assert_memory_equal(entity.text, wanted, entity.text_len);
}

static void test_read(void **state)
{
	static const struct {
		const char *text;
		size_t len;
		const char *wanted;
	} rows[] = {
		{ "&amp;", 5, "&" },
		{ "&amp;quot;x", 10, "\"" },
		{ "&amp;amp;#39;", 13, "'" },
		{ "&amp; so", 5, "&" },
		{ "&#39;s", 5, "'" },
		{ "&#x2019;", 8, "’" },
		{ "&#X2019;", 8, "’" },
		{ "&#8217 s", 6, "’" },
		{ "&#146;", 6, "’" },
		{ "&#128;", 6, "€" },
		{ "&#159;", 6, "\u0178" },
		{ "&#160;", 6, "\u00A0" },
		{ "&#31;", 5, "" },
		{ "&#32;", 5, " " },
		{ "&#0;", 0, NULL },
		{ "&#xD800;", 0, NULL },
		{ "&#7;", 4, "" },
		{ "&#10;", 5, "\n" },
		{ "& # 39; n", 7, "'" },
		{ "& quot ;", 8, "\"" },
		{ "&NotEqualTilde;", 15, "≂̸" },
		{ "&#55357;&#56832;", 16, "\xF0\x9F\x98\x80" },
		{ "&eacute au", 7, "é" },
		{ "&eacutes", 7, "é" },
		{ "&szlige", 6, "ß" },
		{ "&rsquos", 6, "’" },
		{ "&ndash or", 6, "–" },
		{ "&hellip", 7, "…" },
		{ "&ndash=1", 0, NULL },
		{ "&ampere", 0, NULL },
		{ "&copying", 0, NULL },
		{ "&Rsquo;S", 7, "’" },
		{ "&Amp;", 5, "&" },
		{ "&Hearts;", 0, NULL },
		{ "&#8217s", 6, "’" },
		{ "&#821790s", 6, "’" },
		{ "&#1634,000", 5, "£" },
		{ "&#39s", 4, "'" },
		{ "&#x2019d", 7, "’" },
		{ "&#x2a19g", 0, NULL },
		{ "&#201910s", 0, NULL },
		{ "&#82...", 0, NULL },
		{ "&#821...", 0, NULL },
		{ "&#14 ", 0, NULL },
		{ "&#x20", 0, NULL },
		{ "&#x201 ", 0, NULL },
		{ "&#82;", 5, "R" },
		{ "&#821;", 6, "\u0335" },
		{ "&#8217...", 6, "’" },
		{ "&#233...", 5, "é" },
		{ "&#9731 x", 6, "☃" },
		{ "&#9731x", 0, NULL },
		{ "&#0;", 0, NULL },
		{ "&#55357;", 0, NULL },
		{ "&#99999999999;", 0, NULL },
		{ "&#;", 0, NULL },
		{ "&#x;", 0, NULL },
		{ "&;", 0, NULL },
		{ "&", 0, NULL },
		{ "&am", 0, NULL },
		{ "&copy=2", 0, NULL },
		{ "&ETH rose", 0, NULL },
		{ "& so;", 0, NULL },
		{ "& in;", 0, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check(entity_read, rows[i].text, rows[i].len, rows[i].wanted);
}

static void test_read_broken(void **state)
{
	static const struct {
		const char *text;
		size_t len;
		const char *wanted;
	} rows[] = {
		{ "quot;", 5, "\"" },  { "#39;s", 4, "'" },
		{ "#038;", 5, "&" },   { "#8217;", 6, "’" },
		{ "amp;lt;", 7, "<" }, { "#12;", 0, NULL },
		{ "#3;", 0, NULL },    { "#39", 0, NULL },
		{ "quote;", 0, NULL }, { "eacute;", 0, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check(entity_read_broken, rows[i].text, rows[i].len,
		      rows[i].wanted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_read_broken),
	};

	return cmocka_run_group_tests_name("entities", tests, NULL, NULL);
}
