/* What the public header promises where it is used wrongly. */
#include "support.h"

#include <malloc.h>
#include <stdint.h>

static const char dirty[] = "She  said \"no\".\n";

/* The desk is refused, with its reason, and so is what it is used for. */
static void check_refused(const struct cd_options *options,
			  enum cd_status wanted, const char *why)
{
	struct cd_result *result = NULL;
	struct cd_desk *desk = NULL;
	enum cd_proof proof = CD_PROOF_HOLDS;
	size_t at;

	assert_int_equal(cd_desk_new(options, &desk), wanted);
	assert_non_null(desk);
	assert_string_equal(cd_desk_error(desk), why);
	assert_int_equal(cd_run(desk, dirty, strlen(dirty), &result), CD_USAGE);
	assert_int_equal(cd_text(result).len, 0);
	assert_int_equal(cd_verify(desk, (struct cd_span){ "a", 1 },
				   (struct cd_span){ "a", 1 }, NULL, 0, &proof,
				   &at),
			 CD_USAGE);
	assert_int_equal(proof, CD_PROOF_BROKEN);
	cd_result_free(result);
	cd_desk_free(desk);
}

/* A cast, or a binding of another language, may bring any number. */
static void test_values(void **state)
{
	(void)state;
	check_refused(&(struct cd_options){ .quotes = (enum cd_quotes)3 },
		      CD_USAGE, "no such value of quotes: 3");
	check_refused(&(struct cd_options){ .casing = (enum cd_casing)77 },
		      CD_USAGE, "no such value of casing: 77");
	check_refused(&(struct cd_options){ .dashes = (enum cd_dashes)2 },
		      CD_USAGE, "no such value of dashes: 2");
	check_refused(&(struct cd_options){ .lang = "xx" }, CD_USAGE,
		      "no such language: xx");
	check_refused(&(struct cd_options){ .rules = "nothing" }, CD_USAGE,
		      "no such rule or stage: nothing");
}

static struct cd_options with_rules(const char *rules, size_t len)
{
	return (struct cd_options){ .boilerplate = rules,
				    .boilerplate_len = len };
}

/* Rules that are not text would match nothing, and nobody would know. */
static void test_rules_not_text(void **state)
{
	static const char latin1[] =
		"user any line :: a\nuser any line :: \xE9",
			  nul[] = "user any line :: a\0b\n";
	struct cd_options options;

	(void)state;
	options = with_rules(latin1, sizeof(latin1) - 1);
	check_refused(&options, CD_DATA, "boilerplate rules:2: not UTF-8 text");
	options = with_rules(nul, sizeof(nul) - 1);
	check_refused(&options, CD_DATA, "boilerplate rules:1: not UTF-8 text");
	options = with_rules(nul, SIZE_MAX);
	check_refused(&options, CD_DATA,
		      "boilerplate rules:1: longer than an article");
}

/* A byte order mark, as editors put, is none of the rules. */
static void test_rules_marked(void **state)
{
	static const char rules[] =
		"\xEF\xBB\xBFuser any line :: filed from ellis sound\n";
	static const char text[] = "Filed from Ellis Sound\n\nThe ferry said "
				   "no to it on Monday, and left.\n";
	const struct cd_options options = with_rules(rules, sizeof(rules) - 1);
	struct cd_desk *desk = desk_for(&options);
	struct cd_result *result = NULL;

	(void)state;
	assert_int_equal(cd_run(desk, text, strlen(text), &result), CD_OK);
	assert_memory_equal(cd_text(result).bytes, "The ferry", 9);
	cd_result_free(result);
	cd_desk_free(desk);
}

/* No bytes: their length counts for nothing. */
static void test_no_bytes(void **state)
{
	const struct cd_options options = { .boilerplate_len = 10,
					    .model_len = 10 };

	(void)state;
	cd_desk_free(desk_for(&options));
}

/* A value may be any bytes; what is said of it is a line of UTF-8. */
static void test_error_is_text(void **state)
{
	char tag[] = "\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0\xD0"
		     "\xB0\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0"
		     "\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0x\xD0"
		     "\xB0";

	(void)state;
	check_refused(&(struct cd_options){ .lang = "x\xFF\x1B[1m\n" },
		      CD_USAGE, "no such language: x??[1m?");
	check_refused(&(struct cd_options){ .rules = "\xC3\x28,\xE2\x82" },
		      CD_USAGE, "no such rule or stage: ?(");
	check_refused(&(struct cd_options){ .min_confidence = "\xE2\x82" },
		      CD_USAGE,
		      "no confidence of 0 to 100 percent, such as 50 or "
		      "quotes=50: ??");
	/* cut within a letter */
	check_refused(&(struct cd_options){ .lang = tag }, CD_USAGE,
		      "no such language: "
		      "\u0430\u0430\u0430\u0430\u0430\u0430\u0430\u0430\u0430"
		      "\u0430\u0430\u0430\u0430\u0430\u0430\u0430\u0430\u0430"
		      "\u0430x?");
}

/* A run fails so, and what its result held before is gone. */
static void assert_no_run(const struct cd_desk *desk, size_t len,
			  enum cd_status status)
{
	struct cd_desk *good = desk_for(NULL);
	struct cd_result *result = NULL;

	assert_int_equal(cd_run(good, dirty, strlen(dirty), &result), CD_OK);
	assert_true(cd_text(result).len > 0);
	assert_int_equal(cd_run(desk, dirty, len, &result), status);
	assert_int_equal(cd_text(result).len, 0);
	cd_result_free(result);
	cd_desk_free(good);
}

/* So does a proof, which then does not hold. */
static void assert_no_proof(const struct cd_desk *desk, size_t original,
			    size_t cleaned, enum cd_status status)
{
	enum cd_proof proof = CD_PROOF_HOLDS;
	size_t at;

	assert_int_equal(cd_verify(desk, (struct cd_span){ "a", original },
				   (struct cd_span){ "a", cleaned }, NULL, 0,
				   &proof, &at),
			 status);
	assert_int_equal(proof, CD_PROOF_BROKEN);
}

/* Where memory ran out there is no desk: it is refused as a failed one. */
static void test_no_desk(void **state)
{
	(void)state;
	assert_no_run(NULL, strlen(dirty), CD_USAGE);
	assert_no_proof(NULL, 1, 1, CD_USAGE);
	assert_null(cd_desk_markdown(NULL));
	assert_null(cd_desk_lines(NULL, CD_LINES_ONE));
	assert_false(cd_desk_selects(NULL, cd_rule(0)));
	assert_string_equal(cd_desk_version(NULL), "");
	assert_string_equal(cd_desk_error(NULL), "out of memory");
}

static void assert_same_spans(struct cd_span a, struct cd_span b)
{
	assert_int_equal(a.len, b.len);
	assert_memory_equal(a.bytes, b.bytes, a.len);
}

static void assert_same_results(struct cd_result *a, struct cd_result *b)
{
	const struct cd_finding *findings[2];
	const struct cd_stripped *spans[2];
	const struct cd_change *changes[2];
	size_t counts[2];

	assert_same_spans(cd_text(a), cd_text(b));
	assert_same_spans(cd_source(a), cd_source(b));
	assert_int_equal(cd_findings(a, &findings[0], &counts[0]), CD_OK);
	assert_int_equal(cd_findings(b, &findings[1], &counts[1]), CD_OK);
	assert_int_equal(counts[0], counts[1]);
	for (size_t i = 0; i < counts[0]; i++) {
		assert_string_equal(findings[0][i].message,
				    findings[1][i].message);
		for (size_t k = 0; k < findings[0][i].edit_count; k++)
			assert_same_spans(findings[0][i].edits[k].text,
					  findings[1][i].edits[k].text);
	}
	assert_int_equal(cd_stripped(a, &spans[0], &counts[0]), CD_OK);
	assert_int_equal(cd_stripped(b, &spans[1], &counts[1]), CD_OK);
	assert_int_equal(counts[0], counts[1]);
	for (size_t i = 0; i < counts[0]; i++)
		assert_same_spans(spans[0][i].text, spans[1][i].text);
	assert_int_equal(cd_changes(a, &changes[0], &counts[0]), CD_OK);
	assert_int_equal(cd_changes(b, &changes[1], &counts[1]), CD_OK);
	assert_int_equal(counts[0], counts[1]);
	for (size_t i = 0; i < counts[0]; i++)
		assert_same_spans(changes[0][i].text, changes[1][i].text);
}

/* What a result holds is its own: languages that collect garbage free the desk
   first, as it happens. */
static void test_result_outlives_desk(void **state)
{
	static const char raw[] =
		"(CNN) He said \"no\" and 'yes' , and caf\xC3\x83\xC2\xA9.\n"
		"A line by Iris Quill\n";
	static const char rules[] = "user any line :: a line by iris quill\n";
	const char *langs[] = { NULL, "en", "de", "fr", "und" };

	(void)state;
#ifdef M_PERTURB
	mallopt(M_PERTURB, '#'); /* what is freed is filled with that */
#endif
	for (size_t i = 0; i < sizeof(langs) / sizeof(*langs); i++) {
		const struct cd_options options = {
			.lang = langs[i],
			.rules = "all",
			.boilerplate = rules,
			.boilerplate_len = sizeof(rules) - 1,
		};
		struct cd_desk *gone = desk_for(&options),
			       *kept = desk_for(&options);
		struct cd_result *result = NULL, *wanted = NULL;

		assert_int_equal(cd_run(gone, raw, sizeof(raw) - 1, &result),
				 CD_OK);
		assert_int_equal(cd_run(kept, raw, sizeof(raw) - 1, &wanted),
				 CD_OK);
		cd_desk_free(gone);
		assert_same_results(result, wanted);
		cd_result_free(result);
		cd_result_free(wanted);
		cd_desk_free(kept);
	}
#ifdef M_PERTURB
	mallopt(M_PERTURB, 0);
#endif
}

/* After a failure there may be no result: it is an empty one. */
static void test_no_result(void **state)
{
	const struct cd_finding *findings;
	const struct cd_stripped *spans;
	const struct cd_change *changes;
	size_t count = 7;

	(void)state;
	assert_int_equal(cd_text(NULL).len, 0);
	assert_non_null(cd_text(NULL).bytes);
	assert_int_equal(cd_source(NULL).len, 0);
	assert_false(cd_changed(NULL));
	assert_false(cd_lossy(NULL));
	assert_int_equal(cd_conditions(NULL), 0);
	assert_int_equal(cd_findings(NULL, &findings, &count), CD_OK);
	assert_int_equal(count, 0);
	count = 7;
	assert_int_equal(cd_stripped(NULL, &spans, &count), CD_OK);
	assert_int_equal(count, 0);
	count = 7;
	assert_int_equal(cd_changes(NULL, &changes, &count), CD_OK);
	assert_int_equal(count, 0);
}

static void test_too_long(void **state)
{
	struct cd_desk *desk = desk_for(NULL);

	(void)state;
	assert_no_run(desk, SIZE_MAX, CD_TOO_LONG);
	assert_no_proof(desk, 1, SIZE_MAX, CD_TOO_LONG);
	assert_no_proof(desk, SIZE_MAX, 1, CD_TOO_LONG);
	cd_desk_free(desk);
}

/* A rule may be a copy: languages that copy structures have no other. */
static void test_selects(void **state)
{
	const struct cd_options options = { .rules = "-quotes/straight" };
	struct cd_desk *desk = desk_for(&options);
	struct cd_rule straight = *cd_rule_find("quotes/straight");
	struct cd_rule curly = *cd_rule_find("quotes/curly");

	(void)state;
	assert_false(cd_desk_selects(desk, &straight));
	assert_true(cd_desk_selects(desk, &curly));
	assert_false(cd_desk_selects(desk, NULL));
	straight.name = "quotes/none";
	assert_false(cd_desk_selects(desk, &straight));
	assert_null(cd_rule_find(NULL));
	cd_desk_free(desk);
}

static void test_no_charset(void **state)
{
	int confidence = 7;

	(void)state;
	assert_null(cd_unmarked_charset("plain", 5, &confidence));
	assert_int_equal(confidence, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_rules_not_text),
		cmocka_unit_test(test_rules_marked),
		cmocka_unit_test(test_no_bytes),
		cmocka_unit_test(test_error_is_text),
		cmocka_unit_test(test_no_desk),
		cmocka_unit_test(test_result_outlives_desk),
		cmocka_unit_test(test_no_result),
		cmocka_unit_test(test_too_long),
		cmocka_unit_test(test_selects),
		cmocka_unit_test(test_no_charset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
