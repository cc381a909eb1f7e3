/* The quotation marks of languages. */
#include "support.h"

#include "unicode/delimiters.h"

static const struct {
	const char *lang;
	struct quote_marks marks;
} languages[] = {
	{ "en",
	  { { "\u201C", "\u201D" },
	    { "\u2018", "\u2019" },
	    { "\u2018", "\u2019" } } },
	{ "en-GB",
	  { { "\u201C", "\u201D" },
	    { "\u2018", "\u2019" },
	    { "\u2018", "\u2019" } } },
	{ "de",
	  { { "\u201E", "\u201C" },
	    { "\u201A", "\u2018" },
	    { "\u201A", "\u2018" } } },
	/* Swiss and Serbian papers set others than CLDR has. */
	{ "de-CH",
	  { { "\u00AB", "\u00BB" },
	    { "\u2039", "\u203A" },
	    { "\u2039", "\u203A" } } },
	{ "sr",
	  { { "\u201E", "\u201C" },
	    { "\u2019", "\u2019" },
	    { "\u2019", "\u2019" } } },
	{ "sv",
	  { { "\u201D", "\u201D" },
	    { "\u2019", "\u2019" },
	    { "\u2019", "\u2019" } } },
	/* Outer guillemets serve the typed "; inner ones are as French papers
	   have them. */
	{ "fr",
	  { { "\u00AB\u00A0", "\u00A0\u00BB" },
	    { "\u2018", "\u2019" },
	    { "\u201C", "\u201D" } } },
	{ "fr-CH",
	  { { "\u00AB", "\u00BB" },
	    { "\u2039", "\u203A" },
	    { "\u2039", "\u203A" } } },
	/* The outer pair of Dutch is single. */
	{ "nl",
	  { { "\u201C", "\u201D" },
	    { "\u2018", "\u2019" },
	    { "\u201C", "\u201D" } } },
	{ "ja",
	  { { "\u300C", "\u300D" },
	    { "\u2018", "\u2019" },
	    { "\u300E", "\u300F" } } },
};

static void assert_marks(const struct quote_marks *got,
			 const struct quote_marks *want)
{
	assert_string_equal(got->doubles.open, want->doubles.open);
	assert_string_equal(got->doubles.close, want->doubles.close);
	assert_string_equal(got->singles.open, want->singles.open);
	assert_string_equal(got->singles.close, want->singles.close);
	assert_string_equal(got->inner.open, want->inner.open);
	assert_string_equal(got->inner.close, want->inner.close);
}

static void test_languages(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++) {
		const struct quote_marks *want = &languages[i].marks;
		struct quote_marks got;

		assert_int_equal(quote_marks_for(languages[i].lang, &got),
				 CD_OK);
		assert_marks(&got, want);
	}
}

/* Unknown languages get English marks, whatever the machine's locale is. */
static void test_unknown(void **state)
{
	static const char *const tags[] = { NULL, "", "xx", "qaa-Latn",
					    "not a tag" };

	(void)state;
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++) {
		struct quote_marks got;

		assert_int_equal(quote_marks_for(tags[i], &got), CD_OK);
		assert_marks(&got, &quote_marks_english);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_unknown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
