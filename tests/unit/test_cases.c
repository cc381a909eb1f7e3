/*
 * The rule tables tests/cases/STAGE.txt; src/README.md describes their format.
 * Each case also checks that a second run changes nothing; each
 * rule of a stage needs three cases that fire and three that must not.
 */
#include "support.h"

#include "base/utf8.h"
#include "case_file.h"

#define NEEDED 3

struct tally {
	char rule[RULE_NAME_MAX];
	int fires, quiet;
};

struct table {
	const char *path;
	char stage[RULE_NAME_MAX];
	bool markdown;
	struct tally tallies[128];
	size_t tally_count;
	int cases, failures;
	int skipped;	      /* cases that need a model; there is none */
	struct cd_desk *desk; /* of the case */
	char *desk_options;
	bool desk_model; /* they ask for one */
	bool starved;	 /* each case is run where memory ends, too */
};

static void complain(struct table *table, const struct test_case *c,
		     const char *what)
{
	table->failures++;
	print_error("%s:%zu: %s: %s: %s\n", table->path, c->line, c->rule,
		    c->title, what);
}

static bool same_text(struct cd_span text, const struct text *wanted)
{
	return text.len == wanted->len &&
	       !memcmp(text.bytes, wanted->bytes, text.len);
}

static void print_point(const char *what, struct cd_span text, size_t at)
{
	size_t bad;

	print_error(", %s ", what);
	if (at == text.len)
		print_error("the end");
	else if (utf8_length(text.bytes + at, text.len - at, &bad))
		print_error("U+%04X",
			    (unsigned)utf8_at(text.bytes, text.len, at));
	else
		print_error("byte %02X", (unsigned char)text.bytes[at]);
}

/* The place is inside a code point. */
static bool continues(struct cd_span text, size_t at)
{
	return at < text.len && ((unsigned char)text.bytes[at] & 0xC0) == 0x80;
}

/* Where two texts begin to differ, and by what. */
static void print_difference(struct cd_span wanted, struct cd_span got)
{
	size_t at = 0, line = 1, start = 0;

	while (at < wanted.len && at < got.len &&
	       wanted.bytes[at] == got.bytes[at]) {
		if (wanted.bytes[at++] == '\n') {
			line++;
			start = at;
		}
	}
	while (at > start && (continues(wanted, at) || continues(got, at)))
		at--;
	print_error("--- line %zu, column %zu", line,
		    1 + utf8_count(wanted.bytes + start, at - start));
	print_point("wanted", wanted, at);
	print_point("got", got, at);
	print_error("\n");
}

/* Both texts, and where they begin to differ. */
static void print_both(const struct text *wanted, struct cd_span got)
{
	const struct cd_span span = { wanted->bytes, wanted->len };

	print_error("--- wanted\n%.*s\n--- got\n%.*s\n", (int)span.len,
		    span.bytes, (int)got.len, got.bytes);
	print_difference(span, got);
}

static struct tally *tally_for(struct table *table, const char *rule)
{
	for (size_t i = 0; i < table->tally_count; i++) {
		if (!strcmp(table->tallies[i].rule, rule))
			return &table->tallies[i];
	}
	assert_true(table->tally_count < 128);
	snprintf(table->tallies[table->tally_count].rule, RULE_NAME_MAX, "%s",
		 rule);
	return &table->tallies[table->tally_count++];
}

static void check_findings(struct table *table, const struct test_case *c,
			   struct cd_result *result)
{
	struct tally *tally = tally_for(table, c->rule);
	const struct cd_finding *findings;
	struct text got = { NULL, 0 };
	bool fired = false;
	size_t count;

	assert_int_equal(cd_findings(result, &findings, &count), CD_OK);
	for (size_t i = 0; i < count; i++) {
		char line[128];

		snprintf(line, sizeof(line), "%zu:%zu %s\n", findings[i].line,
			 findings[i].col, findings[i].rule->name);
		text_add(&got, line, strlen(line));
		fired |= !strcmp(findings[i].rule->name, c->rule);
	}
	text_close(&got);
	if (c->has_findings &&
	    (got.len != c->findings.len ||
	     memcmp(got.bytes, c->findings.bytes, got.len))) {
		complain(table, c, "other findings");
		print_both(&c->findings,
			   (struct cd_span){ got.bytes, got.len });
	}
	tally->fires += fired;
	tally->quiet += !fired;
	free(got.bytes);
}

/* A run in which the allocation after so many fails, and all after it. */
static enum cd_status run_short(const struct cd_desk *desk,
				const struct test_case *c, long left,
				long *made)
{
	struct cd_result *result = NULL;
	enum cd_status status;

	fail_allocations_after(left);
	status = cd_run(desk, c->in.bytes, c->in.len, &result);
	*made = allocations_seen();
	fail_allocations_off();
	cd_result_free(result);
	return status;
}

/* Wherever memory runs out, that is what is told. */
static void check_failures(struct table *table, const struct test_case *c,
			   const struct cd_desk *desk)
{
	long all, made;

	run_short(desk, c, -1, &all);
	for (long i = 0; i < all; i++) {
		if (run_short(desk, c, i, &made) != CD_NOMEM) {
			complain(table, c, "memory that ran out is not told");
			return;
		}
	}
}

/* Most cases have the options of the one before. */
static void use_desk(struct table *table, struct test_case *c)
{
	char rules[RULE_NAME_MAX + 2];
	struct cd_options options = { .rules = rules };

	if (table->desk && !strcmp(table->desk_options, c->options))
		return;
	cd_desk_free(table->desk);
	free(table->desk_options);
	table->desk_options = strdup(c->options);
	snprintf(rules, sizeof(rules), "=%s", table->stage);
	if (!strcmp(table->stage, "article"))
		options.rules = NULL;
	case_options(c, &options);
	table->desk_model = c->needs_model;
	table->desk = desk_for(&options);
}

static void check_again(struct table *table, const struct test_case *c,
			const struct cd_desk *desk, struct cd_span text)
{
	struct cd_result *again = NULL;

	assert_int_equal(cd_run(desk, text.bytes, text.len, &again), CD_OK);
	if (cd_changed(again))
		complain(table, c, "a second run changes it again");
	cd_result_free(again);
	if (table->starved)
		check_failures(table, c, desk);
}

static void run_case(struct table *table, struct test_case *c)
{
	struct cd_result *result = NULL;
	const struct cd_desk *desk;

	use_desk(table, c);
	desk = table->markdown ? cd_desk_markdown(table->desk) : table->desk;
	if (table->desk_model && strstr(cd_desk_version(desk), "model none")) {
		table->skipped++;
		return;
	}
	mutant_forget();
	assert_int_equal(cd_run(desk, c->in.bytes, c->in.len, &result), CD_OK);
	if (!same_text(cd_text(result), c->has_out ? &c->out : &c->in)) {
		complain(table, c, "other text");
		print_both(c->has_out ? &c->out : &c->in, cd_text(result));
	}
	check_findings(table, c, result);
	if (mutant_met())
		check_again(table, c, desk, cd_text(result));
	cd_result_free(result);
	table->cases++;
	if (table->failures && getenv("FAIL_FAST"))
		exit(EXIT_FAILURE);
}

/* `make check T=quotes:WORDS`: the cases with these words in the heading. */
static bool is_chosen(const struct test_case *c)
{
	const char *words = getenv("TEST_CASE");
	char heading[sizeof(c->rule) + sizeof(c->title) + 2];

	snprintf(heading, sizeof(heading), "%s: %s", c->rule, c->title);
	return !words || strstr(heading, words);
}

static void meet_case(void *context, struct test_case *c)
{
	if (is_chosen(c))
		run_case(context, c);
}

static void check_tallies(struct table *table)
{
	const size_t stage_len = strlen(table->stage);

	for (size_t i = 0; i < cd_rule_count(); i++) {
		const struct cd_rule *rule = cd_rule(i);
		const struct tally *tally;

		if (strncmp(rule->name, table->stage, stage_len) ||
		    rule->name[stage_len] != '/')
			continue;
		tally = tally_for(table, rule->name);
		if (tally->fires >= NEEDED && tally->quiet >= NEEDED)
			continue;
		table->failures++;
		print_error(
			"%s: %s: %d cases fire, %d do not: %d each needed\n",
			table->path, rule->name, tally->fires, tally->quiet,
			NEEDED);
	}
}

static void test_table(void **state)
{
	struct table *table = *state;

	if (!cases_each(table->path, meet_case, table)) {
		print_message("%s: not there\n", table->path);
		skip();
	}
	cd_desk_free(table->desk);
	free(table->desk_options);
	if (table->skipped)
		print_message("%d cases that need a model: not there\n",
			      table->skipped);
	else if (!getenv("TEST_CASE"))
		check_tallies(table);
	print_message("%s: %d cases\n", table->path, table->cases);
	if (!table->cases && !table->skipped)
		fail_msg("no case has this heading");
	assert_int_equal(table->failures, 0);
}

static const struct table tables[] = {
	{ .path = "tests/cases/encoding.txt", .stage = "encoding" },
	{ .path = "tests/cases/casing.txt", .stage = "casing" },
	{ .path = "tests/cases/whitespace.txt", .stage = "whitespace" },
	{ .path = "tests/cases/boilerplate.txt", .stage = "boilerplate" },
	{ .path = "tests/cases/quotes.txt", .stage = "quotes" },
	{ .path = "tests/cases/article.txt", .stage = "article" },
	{ .path = "tests/cases/languages.txt", .stage = "article" },
	{ .path = "tests/cases/markdown.txt",
	  .stage = "article",
	  .markdown = true },
};

/* On whatever processor, memory is asked for at the same places. */
static int run_tables(const char *name, bool starved)
{
	struct table of[sizeof(tables) / sizeof(*tables)];
	const struct CMUnitTest tests[] = {
		{ "encoding cases", test_table, NULL, NULL, &of[0] },
		{ "casing cases", test_table, NULL, NULL, &of[1] },
		{ "whitespace cases", test_table, NULL, NULL, &of[2] },
		{ "boilerplate cases", test_table, NULL, NULL, &of[3] },
		{ "quotes cases", test_table, NULL, NULL, &of[4] },
		{ "article cases", test_table, NULL, NULL, &of[5] },
		{ "languages cases", test_table, NULL, NULL, &of[6] },
		{ "markdown cases", test_table, NULL, NULL, &of[7] },
	};

	memcpy(of, tables, sizeof(of));
	for (size_t i = 0; i < sizeof(of) / sizeof(*of); i++)
		of[i].starved = starved;
	return cmocka_run_group_tests_name(name, tests, NULL, NULL);
}

/*
 * As this machine reads them, and as others would. FOREIGN: it is emulated, and
 * memory runs out as it does on any other.
 */
int main(void)
{
	int failed = run_tables("cases", !getenv("FOREIGN"));

#ifdef __x86_64__
	be_cpu(CPU_LIKE_AVX2);
	failed += run_tables("cases, as with AVX2", false);
	be_cpu(CPU_PLAIN);
	failed += run_tables("cases, on any processor", false);
#endif
	return failed;
}
