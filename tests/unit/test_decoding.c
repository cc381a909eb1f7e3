/* The proof of the decoding steps: words outside markup may not go. */
#include "support.h"

#include "decoding.h"
#include "stages/encoding/markup.h"
#include "stages/stage.h"

static void test_words(void **state)
{
	static const struct {
		const char *text;
		size_t words;
	} rows[] = {
		{ "", 0 },
		{ "the owner", 2 },
		{ "<b>the owner</b>", 2 },
		{ "<a href=\"x > y z\">", 0 },
		{ "<!-- a note -->so", 1 },
		{ "<!-- a note", 0 },
		{ "<script>var a = 1; b = 2;</script>", 0 },
		{ "<script>\nThe owner stays.\n</script>", 3 },
		{ "<style>p { margin: 0 }</style >x", 1 },
		{ "<![CDATA[the owner]]>", 2 },
		{ "5 < 6 is so", 2 },
		{ "<script>a <script>b", 2 },
		{ "é ü", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(
			markup_words(rows[i].text, strlen(rows[i].text)),
			rows[i].words);
}

static void test_code(void **state)
{
	static const struct {
		const char *text;
		bool code;
	} rows[] = {
		{ "", true },
		{ " \n", true },
		{ "ads.push({a: 1});", true },
		{ "{\"name\": \"The county will not mend the bridge\"}", true },
		{ " tag into the form. Ann Sayre found it on Monday. ", false },
		{ "The owner (left) stays on the boat.", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(
			markup_is_code(rows[i].text, strlen(rows[i].text)),
			rows[i].code);
}

enum way { WAY_REPLACE, WAY_STRIP };

static bool holds(const char *text, const char *left, enum way way)
{
	struct settings settings = { .lang = NULL };
	struct layer layer;
	struct pass pass;
	bool result;

	memset(settings.selected, 0xFF, sizeof(settings.selected));
	layer_init(&layer);
	pass = (struct pass){ .text = text,
			      .len = strlen(text),
			      .settings = &settings,
			      .layer = &layer };
	if (way == WAY_STRIP)
		pass_strip(&pass, RULE_ENCODING_TAG, 0, pass.len);
	else
		pass_put(&pass, RULE_ENCODING_TAG, 0, pass.len, left);
	result = decoding_holds(&pass);
	layer_release(&layer);
	return result;
}

static void test_proof(void **state)
{
	(void)state;
	assert_true(holds("<b><i>", "", WAY_REPLACE));
	assert_true(holds("&nbsp;", " ", WAY_REPLACE));
	assert_true(holds("_x000D_", "", WAY_REPLACE));
	assert_true(holds("the owner", "the new owner", WAY_REPLACE));
	assert_false(holds("the owner", "", WAY_REPLACE));
	assert_false(
		holds("<script>the owner stays</script>", "", WAY_REPLACE));
	assert_false(holds("<b>the owner of it</b>", "the", WAY_REPLACE));
	assert_true(holds("the owner", "", WAY_STRIP));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_code),
		cmocka_unit_test(test_proof),
	};

	return cmocka_run_group_tests_name("decoding", tests, NULL, NULL);
}
