/* Lengths of lines that the prefilter tells apart, and what it lets pass. */
#include "support.h"

#include "lang/lang.h"
#include "stages/boilerplate/prefilter.h"
#include "stages/boilerplate/rules_file.h"

/* At each length from which a rule for fewer words may not apply. */
static void test_lengths(void **state)
{
	size_t steps = 0;

	(void)state;
	for (size_t len = 1; len < 2 * SHORT_LINE_BYTES; len++) {
		const bool alike = prefilter_treats_alike(len, len + 1);

		assert_int_equal(prefilter_treats_alike(len + 1, len), alike);
		assert_true(prefilter_treats_alike(len, len));
		assert_int_equal(alike, len > SHORT_LINE_BYTES || len % 16);
		steps += !alike;
	}
	assert_int_equal(steps, SHORT_LINE_BYTES / 16);
	assert_true(prefilter_treats_alike(161, 5000));
	assert_false(prefilter_treats_alike(160, 161));
}

/* One rule of each kind that the prefilter looks at. */
static const char rule_text[] =
	"set place = north quay | south quay | Lowell\n"
	"related any line words=2-8 :: read (more|the story) at <place>\n"
	"related any prefix :: the ferry to <place>\n"
	"share any inside handle :: follow us\n"
	"newsletter any inside mail :: write to us\n"
	"credit any line bracket :: reporting by <names>\n"
	"credit tail inside :: photo: <names>\n"
	"ad head inside colon :: (ferry|boat) tickets\n"
	"ad any inside :: (buy|sell) <some> tickets\n"
	"timestamp top prefix words=1-4 :: on monday\n"
	"copyright any suffix :: \u00A9 <*> post\n"
	"other end suffix :: all boats are late\n"
	"newsletter any front :: <n> readers: join us\n"
	"related any inline :: see www.quay.com/<w>\n"
	"share any line words=1-3 :: <w> <url>\n"
	"user any line open :: quay letter\n";

static const char *const words[] = {
	"the",	   "ferry",    "to",
	"north",   "quay",     "Lowell",
	"read",	   "more",     "at",
	"story",   "follow",   "us",
	"write",   "photo:",   "tickets",
	"boat",	   "buy",      "On",
	"Monday",  "late",     "all",
	"boats",   "are",      "post.",
	"\u00A9",  "(AP)",     "reporting",
	"by",	   "readers:", "join",
	"@quay",   "see",      "www.quay.com/a",
	"a@b.com", "letter,",  "sell",
	"harbour", "was",      "councillor",
	"said",	   "quay.org", "www.lowell",
	"com",	   "www",      "com.",
	"http:/a", "https:",   "a/quay.b/",
};

/* What passes, and by how much: a weaker prefilter costs time, and no more. */
static void test_strength(void **state)
{
	static const struct lang no_rules = { .name = "" };
	size_t passed = 0, edges = 0;
	struct strip_rules *rules;
	uint64_t seed = 7;
	char error[200];

	(void)state;
	assert_int_equal(strip_rules_new(&no_rules, rule_text,
					 strlen(rule_text), &rules, error,
					 sizeof(error)),
			 CD_OK);
	for (int i = 0; i < 40000; i++) {
		const size_t count = 2 + random_below(&seed, i % 4 ? 8 : 40);
		const unsigned edge = 1u << random_below(&seed, 4) & EDGES_ALL;
		struct stretch all;
		unsigned others;
		char text[1024] = "";

		for (size_t k = 0; k < count; k++) {
			strcat(text, k ? " " : i % 9 ? "" : "(");
			strcat(text,
			       words[random_below(
				       &seed, sizeof(words) / sizeof(*words))]);
		}
		strcat(text, i % 2 ? "." : "");
		all = (struct stretch){ text, strlen(text), 0, strlen(text) };
		passed += prefilter_passes(rules, &all, edge, &others);
		edges += others;
	}
	strip_rules_free(rules);
	assert_int_equal(passed, 19352);
	assert_int_equal(edges, 80525);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lengths),
		cmocka_unit_test(test_strength),
	};

	return cmocka_run_group_tests_name("prefilter", tests, NULL, NULL);
}
