/*
 * The rule tables tests/cases/STAGE.txt; src/README.md describes their format.
 * Each case also checks that a second run changes nothing; each
 * rule of a stage needs three cases that fire and three that must not.
 */
#include "support.h"

#include "base/utf8.h"

#define NEEDED 3
#define NAME_MAX_LEN 64

struct text {
	char *bytes;
	size_t len;
};

struct test_case {
	const char *file;
	size_t line;
	char rule[NAME_MAX_LEN];
	char title[160];
	char options[512];
	struct text in, out, findings;
	bool has_out, has_findings;
	bool needs_model;
};

struct tally {
	char rule[NAME_MAX_LEN];
	int fires, quiet;
};

struct table {
	const char *path;
	char stage[NAME_MAX_LEN];
	struct tally tallies[128];
	size_t tally_count;
	int cases, failures;
	int skipped; /* cases that need a model; there is none */
};

static void text_add(struct text *text, const char *bytes, size_t len)
{
	text->bytes = realloc(text->bytes, text->len + len + 1);
	assert_non_null(text->bytes);
	memcpy(text->bytes + text->len, bytes, len);
	text->len += len;
	text->bytes[text->len] = '\0';
}

/* \u{XXXX}, \x{XX}, \s, \t, \r and \\. */
static void unescape(struct text *text)
{
	size_t to = 0;

	for (size_t at = 0; at < text->len; at++) {
		char *end;
		unsigned long value;

		if (text->bytes[at] != '\\' || at + 1 == text->len) {
			text->bytes[to++] = text->bytes[at];
			continue;
		}
		at++;
		switch (text->bytes[at]) {
		case 's':
			text->bytes[to++] = ' ';
			break;
		case 't':
			text->bytes[to++] = '\t';
			break;
		case 'r':
			text->bytes[to++] = '\r';
			break;
		case 'u':
		case 'x':
			value = strtoul(text->bytes + at + 2, &end, 16);
			if (text->bytes[at] == 'x')
				text->bytes[to++] = (char)value;
			else
				to += utf8_encode((uint32_t)value,
						  text->bytes + to);
			at = (size_t)(end - text->bytes);
			break;
		default:
			text->bytes[to++] = text->bytes[at];
		}
	}
	text->len = to;
	text->bytes[to] = '\0';
}

/* The last newline of a section is not part of the text. */
static void close_text(struct text *text)
{
	if (!text->bytes)
		text_add(text, "", 0);
	if (text->len && text->bytes[text->len - 1] == '\n')
		text->bytes[--text->len] = '\0';
}

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
	snprintf(table->tallies[table->tally_count].rule, NAME_MAX_LEN, "%s",
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
	close_text(&got);
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

/* Options are lines "quotes=curly", "rules==quotes", "lang=de" ... */
static void set_option(struct test_case *c, struct cd_options *options,
		       char *line)
{
	char *value = strchr(line, '=');

	assert_non_null(value);
	*value++ = '\0';
	if (!strcmp(line, "rules"))
		options->rules = value;
	else if (!strcmp(line, "lang"))
		options->lang = value;
	else if (!strcmp(line, "dashes"))
		options->dashes = !strcmp(value, "keep")
					  ? CD_DASHES_KEEP
					  : CD_DASHES_TYPOGRAPHIC;
	else if (!strcmp(line, "quotes"))
		options->quotes = !strcmp(value, "keep") ? CD_QUOTES_KEEP
				  : !strcmp(value, "straight")
					  ? CD_QUOTES_STRAIGHT
					  : CD_QUOTES_CURLY;
	else if (!strcmp(line, "casing"))
		options->casing = !strcmp(value, "never")    ? CD_CASING_NEVER
				  : !strcmp(value, "always") ? CD_CASING_ALWAYS
							     : CD_CASING_AUTO;
	else if (!strcmp(line, "model")) {
		options->no_model = !strcmp(value, "none");
		c->needs_model = !strcmp(value, "built-in");
	} else if (!strcmp(line, "boilerplate")) {
		options->boilerplate = value;
		options->boilerplate_len = strlen(value);
	} else
		fail_msg("unknown option in a case: %s", line);
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

static void run_case(struct table *table, struct test_case *c)
{
	char rules[NAME_MAX_LEN + 2];
	struct cd_options options = { .rules = rules };
	struct cd_result *result = NULL, *again = NULL;
	struct cd_desk *desk;
	char *line, *save = NULL;

	snprintf(rules, sizeof(rules), "=%s", table->stage);
	if (!strcmp(table->stage, "article"))
		options.rules = NULL;
	for (line = strtok_r(c->options, "\n", &save); line;
	     line = strtok_r(NULL, "\n", &save))
		set_option(c, &options, line);
	desk = desk_for(&options);
	if (c->needs_model && strstr(cd_desk_version(desk), "model none")) {
		cd_desk_free(desk);
		table->skipped++;
		return;
	}
	unescape(&c->in);
	if (c->has_out)
		unescape(&c->out);
	assert_int_equal(cd_run(desk, c->in.bytes, c->in.len, &result), CD_OK);
	if (!same_text(cd_text(result), c->has_out ? &c->out : &c->in)) {
		complain(table, c, "other text");
		print_both(c->has_out ? &c->out : &c->in, cd_text(result));
	}
	check_findings(table, c, result);
	assert_int_equal(cd_run(desk, cd_text(result).bytes,
				cd_text(result).len, &again),
			 CD_OK);
	if (cd_changed(again))
		complain(table, c, "a second run changes it again");
	check_failures(table, c, desk);
	cd_result_free(again);
	cd_result_free(result);
	cd_desk_free(desk);
	table->cases++;
}

/* `make check T=quotes:WORDS`: the cases with these words in the heading. */
static bool is_chosen(const struct test_case *c)
{
	const char *words = getenv("TEST_CASE");
	char heading[sizeof(c->rule) + sizeof(c->title) + 2];

	snprintf(heading, sizeof(heading), "%s: %s", c->rule, c->title);
	return !words || strstr(heading, words);
}

static void end_case(struct table *table, struct test_case *c)
{
	if (c->title[0] && is_chosen(c)) {
		close_text(&c->in);
		if (c->has_out)
			close_text(&c->out);
		if (c->has_findings)
			close_text(&c->findings);
		run_case(table, c);
	}
	free(c->in.bytes);
	free(c->out.bytes);
	free(c->findings.bytes);
	memset(c, 0, sizeof(*c));
}

static void begin_case(struct test_case *c, const char *heading, size_t line)
{
	const char *colon = strstr(heading, ": ");

	assert_non_null(colon);
	c->line = line;
	snprintf(c->rule, sizeof(c->rule), "%.*s", (int)(colon - heading),
		 heading);
	snprintf(c->title, sizeof(c->title), "%s", colon + 2);
}

/* The section that a "--- NAME" line opens; NULL: options. */
static struct text *open_section(struct test_case *c, const char *name)
{
	if (!strcmp(name, "in"))
		return &c->in;
	if (!strcmp(name, "out")) {
		c->has_out = true;
		return &c->out;
	}
	if (!strcmp(name, "findings")) {
		c->has_findings = true;
		return &c->findings;
	}
	assert_string_equal(name, "options");
	return NULL;
}

static void run_table(struct table *table, char *bytes)
{
	struct test_case c = { 0 };
	struct text *section = NULL;
	size_t number = 0;
	char *next;

	for (char *line = bytes; line && *line; line = next) {
		char *end = strchr(line, '\n');
		const size_t len = end ? (size_t)(end - line) : strlen(line);

		next = end ? end + 1 : NULL;
		number++;
		if (len >= 4 && !memcmp(line, "=== ", 4)) {
			end_case(table, &c);
			line[len] = '\0';
			begin_case(&c, line + 4, number);
			section = NULL;
		} else if (len >= 4 && !memcmp(line, "--- ", 4)) {
			line[len] = '\0';
			section = open_section(&c, line + 4);
		} else if (section) {
			text_add(section, line, len + (end != NULL));
		} else if (c.title[0] && len && line[0] != '#') {
			const size_t have = strlen(c.options);

			snprintf(c.options + have, sizeof(c.options) - have,
				 "%.*s\n", (int)len, line);
		}
	}
	end_case(table, &c);
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
	size_t len;
	char *bytes = read_file(table->path, &len);

	if (!bytes) {
		print_message("%s: not there\n", table->path);
		skip();
	}
	run_table(table, bytes);
	free(bytes);
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
};

static int run_tables(const char *name)
{
	struct table of[sizeof(tables) / sizeof(*tables)];
	const struct CMUnitTest tests[] = {
		{ "encoding cases", test_table, NULL, NULL, &of[0] },
		{ "casing cases", test_table, NULL, NULL, &of[1] },
		{ "whitespace cases", test_table, NULL, NULL, &of[2] },
		{ "boilerplate cases", test_table, NULL, NULL, &of[3] },
		{ "quotes cases", test_table, NULL, NULL, &of[4] },
		{ "article cases", test_table, NULL, NULL, &of[5] },
		{ "language cases", test_table, NULL, NULL, &of[6] },
	};

	memcpy(of, tables, sizeof(of));
	return cmocka_run_group_tests_name(name, tests, NULL, NULL);
}

/* As this machine reads them, and as others would. */
int main(void)
{
	int failed = run_tables("cases");

	be_cpu(CPU_LIKE_AVX2);
	failed += run_tables("cases, as with AVX2");
	be_cpu(CPU_PLAIN);
	return failed + run_tables("cases, on any processor");
}
