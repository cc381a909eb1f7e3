/* Code in a line of prose: what tells it, and how far it is looked for. */
#include "support.h"

#include "text/code.h"

#define TICKED_MOST 60
#define OBJECT_MAX 2000

static bool is_ticked(const char *text)
{
	const char *part = strchr(text, '<');
	const size_t at = (size_t)(part - text);

	return text_is_ticked(text, strlen(text), at, at + strlen("<b>"));
}

static void test_ticked(void **state)
{
	static const struct {
		const char *text;
		bool ticked;
	} rows[] = {
		{ "`<b>`", true },
		{ "see `<b>` there", true },
		{ "`a<b>c`", true },
		{ "``<b>``", true },
		{ "```<b>```", true },
		{ "``<b>`", false },
		{ "`<b>``", false },
		{ "`<b>", false },
		{ "<b>`", false },
		{ "`a <b>`", false },
		{ "`<b> a`", false },
		{ "a<b>c", false },
		{ "`\u00A0<b>`", false },
		{ "`<b>\u2003`", false },
		{ "`\u00E9<b>\u00E9`", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (is_ticked(rows[i].text) != rows[i].ticked)
			fail_msg("%s", rows[i].text);
}

/* "`aa<b>`" or, `after`, "`<b>aa`": so many letters. */
static bool is_ticked_beside(size_t letters, bool after)
{
	char a[TICKED_MOST + 2] = "", text[2 * sizeof(a) + 8];

	memset(a, 'a', letters);
	snprintf(text, sizeof(text), "`%s<b>%s`", after ? "" : a,
		 after ? a : "");
	return is_ticked(text);
}

static void test_ticked_limits(void **state)
{
	(void)state;
	for (int after = 0; after < 2; after++) {
		assert_true(is_ticked_beside(TICKED_MOST, after));
		assert_false(is_ticked_beside(TICKED_MOST + 1, after));
	}
}

static void test_calls(void **state)
{
	static const struct {
		const char *text;
		bool calls, code;
	} rows[] = {
		{ "print(\"late\")", true, true },
		{ "print('late')", true, true },
		{ "boats[\"b\"]", false, true },
		{ "name=\"b\"", false, true },
		{ "(\"late\")", false, false },
		{ "he said (\"late\") so", false, false },
		{ "print(late)", false, false },
		/* one sign in twenty bytes, and in twenty-one */
		{ "the boats; are late.", false, true },
		{ "the boats; were late.", false, false },
		/* a row of them is one */
		{ "boats == late, and they said", false, false },
		{ "======================", false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *text = rows[i].text;

		if (text_calls(text, 0, strlen(text)) != rows[i].calls ||
		    text_holds_code(text, 0, strlen(text)) != rows[i].code)
			fail_msg("%s", text);
	}
}

/* Where the object ends that begins a text; 0: there is none. */
static size_t object_end(const char *text)
{
	const size_t end = text_object_end(text, strlen(text), 1);

	return end == 1 ? 0 : end;
}

static void test_objects(void **state)
{
	static const char *const objects[] = {
		"{\"a\": 1}",
		"{'a': 1}",
		"{\"a\": {\"b\": {}}}",
	};
	static const char *const others[] = {
		"{\"a\" 1}",   "{\"a\": 1", "{\"a\": {\"b\": 1}",
		"{\"a\":\n1}", "{\"a: 1}",  "{}",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(objects) / sizeof(*objects); i++) {
		char text[64];

		snprintf(text, sizeof(text), "%s} it", objects[i]);
		if (object_end(text) != strlen(objects[i]))
			fail_msg("%s", text);
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (object_end(others[i]))
			fail_msg("%s", others[i]);
}

/* With so many bytes after its first bracket. */
static size_t long_object_end(size_t bytes)
{
	char text[OBJECT_MAX + 16];
	size_t len = (size_t)snprintf(text, sizeof(text), "{\"a\":");

	while (len < bytes)
		text[len++] = ' ';
	text[len++] = '}';
	text[len] = '\0';
	return object_end(text);
}

static void test_object_limits(void **state)
{
	(void)state;
	assert_int_equal(long_object_end(OBJECT_MAX), OBJECT_MAX + 1);
	assert_int_equal(long_object_end(OBJECT_MAX + 1), 0);
}

/* Each byte of a text: '1' in an object. */
static void test_in_object(void **state)
{
	static const char text[] = "a {\"b\": 1} x{\"c\": 1} [{\"d\": 1}] {e}";
	static const char in[] = "00011111110000000000000111111100000";
	struct code_object object = { 0, 0 };

	(void)state;
	for (size_t at = 0; text[at]; at++)
		if (text_is_in_object(text, strlen(text), at, &object) !=
		    (in[at] == '1'))
			fail_msg("at %zu: %s", at, text + at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ticked),
		cmocka_unit_test(test_ticked_limits),
		cmocka_unit_test(test_calls),
		cmocka_unit_test(test_objects),
		cmocka_unit_test(test_object_limits),
		cmocka_unit_test(test_in_object),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
