/*
 * A language needs no code: what is tested was built with tests/lang/de beside
 * src/lang/en, and that folder holds words and rules only.
 */
#include "support.h"

#include "lang/lang.h"

struct text {
	const char *in, *out;
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void check(const char *lang, const struct text *texts, size_t count)
{
	const struct cd_options options = { .lang = lang };
	struct cd_desk *desk = desk_for(&options);

	for (size_t i = 0; i < count; i++) {
		size_t len;
		char *clean =
			normalise(desk, texts[i].in, strlen(texts[i].in), &len);
		char *again = normalise(desk, clean, len, &len);

		assert_string_equal(clean, texts[i].out);
		assert_string_equal(again, clean);
		free(clean);
		free(again);
	}
	cd_desk_free(desk);
}

static void test_folder(void **state)
{
	const struct lang *lang = lang_find("de-AT");

	(void)state;
	assert_string_equal(lang->name, "de");
	assert_non_null(lang->lists.bytes);
	assert_non_null(lang->abbreviations.bytes);
	assert_non_null(lang->boilerplate.bytes);
	assert_null(lang->speech.bytes);
	assert_null(lang->restore.bytes);
}

static const struct text abbreviations[] = {
	{ "Er kam aus St.Gallen, und Dr.Weber blieb dort.\n",
	  "Er kam aus St. Gallen, und Dr. Weber blieb dort.\n" },
	{ "Die Weber G. m. b. H. baut das Schiff.\n",
	  "Die Weber G.m.b.H. baut das Schiff.\n" },
};

static const struct text elisions[] = {
	{ "Er hat 'ne Idee, und sie hat 'nen Plan.\n",
	  "Er hat \u2019ne Idee, und sie hat \u2019nen Plan.\n" },
};

static const struct text clitics[] = {
	{ "Wie geht\xEF\xBF\xBDs dem Hafen? Da gibt\xEF\xBF\xBDs nichts.\n",
	  "Wie geht\u2019s dem Hafen? Da gibt\u2019s nichts.\n" },
	{ "Das ist Webers Boot, nicht Holt\xEF\xBF\xBDs.\n",
	  "Das ist Webers Boot, nicht Holt\xEF\xBF\xBDs.\n" },
};

static const struct text rules[] = {
	{ "Der Rat hat am Montag den Bau der Br\u00FCcke beschlossen.\n\n"
	  "Lesen Sie auch: Der Fluss steigt weiter\n\n"
	  "Die Arbeiten sollen im Mai beginnen und zwei Jahre dauern.\n\n"
	  "Stand: 4. Mai 2021\n",
	  "Der Rat hat am Montag den Bau der Br\u00FCcke beschlossen.\n\n"
	  "Die Arbeiten sollen im Mai beginnen und zwei Jahre dauern.\n" },
	{ "Der Rat liest am Montag die Pl\u00E4ne.\n\n"
	  "Sie lesen auch die Zeitung von gestern, sagte Weber.\n",
	  "Der Rat liest am Montag die Pl\u00E4ne.\n\n"
	  "Sie lesen auch die Zeitung von gestern, sagte Weber.\n" },
};

static void test_german(void **state)
{
	(void)state;
	check("de", abbreviations, COUNT(abbreviations));
	check("de", elisions, COUNT(elisions));
	check("de", clitics, COUNT(clitics));
	check("de", rules, COUNT(rules));
}

/* The words of one language are not another's. */
static void test_apart(void **state)
{
	static const struct text german_only[] = {
		{ "He said isn\xEF\xBF\xBDt it.\n",
		  "He said isn\xEF\xBF\xBDt it.\n" },
	};
	static const struct text english_only[] = {
		{ "Wie geht\xEF\xBF\xBDs dem Hafen? It isn\xEF\xBF\xBDt far.\n",
		  "Wie geht\u2019s dem Hafen? It isn\u2019t far.\n" },
		{ "Die Weber G. m. b. H. baut das Schiff.\n",
		  "Die Weber G. m. b. H. baut das Schiff.\n" },
	};

	(void)state;
	check("de", german_only, COUNT(german_only));
	check("en", english_only, COUNT(english_only));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_folder),
		cmocka_unit_test(test_german),
		cmocka_unit_test(test_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
