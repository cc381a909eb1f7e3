/* Tags: the table of names, and what is no tag. */
#include "support.h"

#include "stages/encoding/tags.h"

static bool reads(const char *text, struct tag *tag)
{
	struct tag_text tags = { .bytes = text, .len = strlen(text) };

	return tag_read(&tags, 0, tag);
}

/* Each name is found, so the table is in order. */
static void test_names(void **state)
{
	static const char names[] =
		"a abbr acronym address article aside audio b bdi bdo big "
		"blockquote body br button caption center cite code dd del dfn "
		"div dl dt em embed figcaption figure font footer form h1 h2 "
		"h3 h4 h5 h6 header hr i iframe img input ins kbd label li "
		"link main mark meta nav nobr noscript object ol p param path "
		"picture pre q s samp script section small source span strike "
		"strong style sub sup svg table tbody td tfoot th thead time "
		"tr tt u ul var video wbr ";
	const char *name = names;

	(void)state;
	while (*name) {
		const size_t len = strcspn(name, " ");
		char text[32];
		struct tag tag;

		snprintf(text, sizeof(text), "</%.*s>", (int)len, name);
		assert_true(reads(text, &tag));
		assert_int_equal(tag.end, len + 3);
		snprintf(text, sizeof(text), "<%.*sx>", (int)len, name);
		if (strcmp(text, "<bx>") && strcmp(text, "<ux>"))
			assert_false(reads(text, &tag));
		name += len + 1;
	}
}

static void test_forms(void **state)
{
	static const struct {
		const char *text;
		size_t len; /* 0: no tag */
	} rows[] = {
		{ "<b>", 3 },
		{ "<B >", 4 },
		{ "<br/>", 5 },
		{ "<br />", 6 },
		{ "<a href=\"x>y\">z", 14 },
		{ "<a href='x'>", 12 },
		{ "<a href=x>", 10 },
		{ "<iframe allowfullscreen>", 24 },
		{ "<font size=\"2\"\\ color=red>", 26 },
		{ "<!-- > -->", 10 },
		{ "<!DOCTYPE html>", 15 },
		{ "<script>a<b</script>c", 20 },
		{ "<style>x", 7 },
		{ "<b", 0 },
		{ "<", 0 },
		{ "<3", 0 },
		{ "< b>", 0 },
		{ "<b and c>", 0 },
		{ "<b <i>", 0 },
		{ "<a href=\"x", 0 },
		{ "<a href=>", 0 },
		{ "<TXN.N>", 0 },
		{ "<!-- ", 0 },
		{ "<!", 0 },
		{ "<ann@a.example>", 0 },
		{ "<http://a.example>", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct tag tag;

		assert_int_equal(reads(rows[i].text, &tag), rows[i].len > 0);
		if (rows[i].len)
			assert_int_equal(tag.end, rows[i].len);
	}
}

static void test_page(void **state)
{
	static const char *const pages[] = {
		"<!DOCTYPE html><html>",
		"\n <html lang=en>",
		"\xEF\xBB\xBF<HTML>",
	};
	static const char *const texts[] = { "", "<p>", "html", "<!-- -->" };

	(void)state;
	for (size_t i = 0; i < 3; i++)
		assert_true(tag_begins_page(pages[i], strlen(pages[i])));
	for (size_t i = 0; i < 4; i++)
		assert_false(tag_begins_page(texts[i], strlen(texts[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_page),
	};

	return cmocka_run_group_tests_name("tags", tests, NULL, NULL);
}
