/*
 * The contract on any text: valid UTF-8 out, no letter lost, at rest after one
 * run, positions that fit the source, borrowed where unchanged. Articles must
 * not need the engine's own safeguards either (internal/...): where one speaks
 * up, a stage is wrong. Random bytes may come out as they went in.
 */
#include "support.h"

#include "base/utf8.h"
#include "laws/texts.h"

#define TEXTS 1500

static const struct cd_options option_sets[] = {
	{ 0 },
	{ .quotes = CD_QUOTES_KEEP, .rules = "all" },
	{ .quotes = CD_QUOTES_STRAIGHT, .casing = CD_CASING_NEVER },
	{ .rules = "=encoding,whitespace", .no_model = true },
	{ .lang = "de", .rules = "all" },
	{ .casing = CD_CASING_ALWAYS, .min_confidence = 90 },
};

#define OPTION_SETS (sizeof(option_sets) / sizeof(*option_sets))

struct trial {
	const struct cd_desk *desk;
	struct cd_result *result; /* of the text */
	struct cd_result *again;  /* of its output */
	struct random_text text;
};

typedef void law(struct trial *trial);

static void show(const struct trial *trial)
{
	const struct cd_finding *findings;
	size_t count;

	if (cd_findings(trial->result, &findings, &count) == CD_OK) {
		for (size_t i = 0; i < count; i++)
			print_error("%zu:%zu %s\n", findings[i].line,
				    findings[i].col, findings[i].rule->name);
	}
	print_error("the text, as a C string:\n\"");
	for (size_t i = 0; i < trial->text.len; i++)
		print_error("\\%03o", (unsigned char)trial->text.bytes[i]);
	print_error("\"\n%.*s\n--- becomes\n%.*s\n", (int)trial->text.len,
		    trial->text.bytes, (int)cd_text(trial->result).len,
		    cd_text(trial->result).bytes);
}

#define HOLD(trial, condition)                                                 \
	do {                                                                   \
		if (!(condition)) {                                            \
			show(trial);                                           \
			fail_msg("%s does not hold", #condition);              \
		}                                                              \
	} while (0)

static void law_utf8(struct trial *trial)
{
	const struct cd_span text = cd_text(trial->result);

	HOLD(trial, utf8_valid_prefix(text.bytes, text.len) == text.len);
}

static void law_rest(struct trial *trial)
{
	const struct cd_span text = cd_text(trial->result);

	assert_int_equal(
		cd_run(trial->desk, text.bytes, text.len, &trial->again),
		CD_OK);
	if (cd_changed(trial->again))
		print_error("--- and then\n%.*s\n",
			    (int)cd_text(trial->again).len,
			    cd_text(trial->again).bytes);
	HOLD(trial, !cd_changed(trial->again));
}

static void law_letters(struct trial *trial)
{
	const struct cd_stripped *spans;
	enum cd_proof proof;
	size_t count, at;

	assert_int_equal(cd_stripped(trial->result, &spans, &count), CD_OK);
	for (size_t i = 0; i + 1 < count; i++)
		HOLD(trial, spans[i].end <= spans[i + 1].off);
	assert_int_equal(cd_verify(trial->desk,
				   (struct cd_span){ trial->text.bytes,
						     trial->text.len },
				   cd_text(trial->result), spans, count, &proof,
				   &at),
			 CD_OK);
	HOLD(trial, proof == CD_PROOF_HOLDS);
}

static void law_calm(struct trial *trial)
{
	const struct cd_finding *findings;
	size_t count;

	assert_int_equal(cd_findings(trial->result, &findings, &count), CD_OK);
	for (size_t i = 0; i < count; i++)
		HOLD(trial, strncmp(findings[i].rule->name, "internal/", 9));
}

static bool on_boundary(struct cd_span source, size_t off)
{
	return off == source.len ||
	       ((unsigned char)source.bytes[off] & 0xC0) != 0x80;
}

static void law_places(struct trial *trial)
{
	const struct cd_span source = cd_source(trial->result);
	const struct cd_finding *findings;
	size_t count, last = 0;

	assert_int_equal(cd_findings(trial->result, &findings, &count), CD_OK);
	for (size_t i = 0; i < count; i++) {
		const struct cd_finding *f = &findings[i];

		HOLD(trial, f->off >= last && f->off <= f->end);
		HOLD(trial, f->end <= source.len);
		HOLD(trial, on_boundary(source, f->off));
		HOLD(trial, on_boundary(source, f->end));
		HOLD(trial, f->line >= 1 && f->col >= 1);
		for (size_t k = 0; k < f->edit_count; k++)
			HOLD(trial, f->edits[k].off <= f->edits[k].end &&
					    f->edits[k].end <= source.len);
		last = f->off;
	}
}

/* A change is explained by a finding; text without one is borrowed. */
static void law_explained(struct trial *trial)
{
	const struct cd_finding *findings;
	bool fixable = false;
	size_t count;

	assert_int_equal(cd_findings(trial->result, &findings, &count), CD_OK);
	for (size_t i = 0; i < count; i++)
		fixable |= findings[i].fixable;
	if (!cd_lossy(trial->result))
		HOLD(trial, fixable == cd_changed(trial->result));
	if (!cd_changed(trial->result))
		HOLD(trial,
		     cd_text(trial->result).len == 0 ||
			     cd_text(trial->result).bytes == trial->text.bytes);
}

static void hold(law *check, struct random_text (*make)(uint64_t *, uint32_t),
		 uint32_t size)
{
	uint64_t state = 20260101;
	struct cd_desk *desks[OPTION_SETS];
	struct trial trial = { 0 };

	for (size_t i = 0; i < OPTION_SETS; i++)
		desks[i] = desk_for(&option_sets[i]);
	for (int i = 0; i < TEXTS; i++) {
		trial.text = make(&state, 1 + random_below(&state, size));
		trial.desk = desks[i % OPTION_SETS];
		assert_int_equal(cd_run(trial.desk, trial.text.bytes,
					trial.text.len, &trial.result),
				 CD_OK);
		check(&trial);
		free(trial.text.bytes);
	}
	cd_result_free(trial.result);
	cd_result_free(trial.again);
	for (size_t i = 0; i < OPTION_SETS; i++)
		cd_desk_free(desks[i]);
}

#define ARTICLE_LAW(name)                                                      \
	static void test_##name##_articles(void **state)                       \
	{                                                                      \
		(void)state;                                                   \
		hold(law_##name, random_article, 24);                          \
	}

#define LAW(name)                                                              \
	ARTICLE_LAW(name)                                                      \
	static void test_##name##_bytes(void **state)                          \
	{                                                                      \
		(void)state;                                                   \
		hold(law_##name, random_bytes, 400);                           \
	}

LAW(utf8)
LAW(rest)
LAW(letters)
LAW(places)
LAW(explained)
ARTICLE_LAW(calm)

/* A failed allocation gives an error, no crash and no leak, at any place. */
static void test_memory(void **state)
{
	uint64_t seed = 7;
	struct random_text text = random_article(&seed, 20);
	struct cd_desk *desk = desk_for(NULL);
	long total;

	(void)state;
	fail_allocations_after(-1);
	for (long left = 0;; left++) {
		struct cd_result *result = NULL;
		const struct cd_finding *findings;
		enum cd_status status;
		size_t count;

		fail_allocations_after(left);
		status = cd_run(desk, text.bytes, text.len, &result);
		if (status == CD_OK)
			status = cd_findings(result, &findings, &count);
		total = allocations_seen();
		fail_allocations_off();
		cd_result_free(result);
		if (total <= left) {
			assert_int_equal(status, CD_OK);
			break;
		}
		assert_int_equal(status, CD_NOMEM);
	}
	cd_desk_free(desk);
	free(text.bytes);
}

static void test_desk_memory(void **state)
{
	(void)state;
	for (long left = 0;; left++) {
		struct cd_desk *desk;
		enum cd_status status;
		long seen;

		fail_allocations_after(left);
		status = cd_desk_new(NULL, &desk);
		seen = allocations_seen();
		fail_allocations_off();
		cd_desk_free(desk);
		if (seen <= left) {
			assert_int_equal(status, CD_OK);
			break;
		}
		assert_int_equal(status, CD_NOMEM);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_utf8_articles),
		cmocka_unit_test(test_utf8_bytes),
		cmocka_unit_test(test_rest_articles),
		cmocka_unit_test(test_rest_bytes),
		cmocka_unit_test(test_letters_articles),
		cmocka_unit_test(test_letters_bytes),
		cmocka_unit_test(test_places_articles),
		cmocka_unit_test(test_places_bytes),
		cmocka_unit_test(test_explained_articles),
		cmocka_unit_test(test_explained_bytes),
		cmocka_unit_test(test_calm_articles),
		cmocka_unit_test(test_memory),
		cmocka_unit_test(test_desk_memory),
	};

	return cmocka_run_group_tests_name("contract", tests, NULL, NULL);
}
