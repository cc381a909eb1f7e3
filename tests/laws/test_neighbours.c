/*
 * What becomes of texts that are nearly those of tests/cases: the contract
 * holds for them, and nothing about them changes that nobody meant to change.
 *
 * tests/neighbours/STAGE.txt has a line a case: a hash of the texts and
 * findings that its neighbours get, and its heading. `make neighbours` writes
 * them again; which lines changed then says for which cases to look.
 * TEST_CASE=HEADING and SHOW=1 print what their neighbours become, to compare
 * with an older program.
 */
#include "support.h"

#include "case_file.h"
#include "laws/contract.h"
#include "laws/neighbours.h"

#define NEIGHBOURS 240
#define LAWFUL 8 /* the laws are held against every so many of them */
#define LINE_MAX_LEN 256
#define SHOWN 20 /* cases of a table that fail: the others are not tried */
#define FNV_START 0x811C9DC5u
#define FNV_PRIME 0x01000193u

struct table {
	const char *name; /* of its files */
	const char *rules;
	struct text lines;    /* as they were recorded */
	size_t next;	      /* in them: cases are in order */
	FILE *record;	      /* they are written here, not compared */
	struct cd_desk *desk; /* of the case */
	char *desk_options;
	struct cd_desk *all; /* with all rules */
	size_t cases, fresh, failures;
};

static const struct table tables[] = {
	{ .name = "encoding", .rules = "=encoding" },
	{ .name = "casing", .rules = "=casing" },
	{ .name = "whitespace", .rules = "=whitespace" },
	{ .name = "boilerplate", .rules = "=boilerplate" },
	{ .name = "quotes", .rules = "=quotes" },
	{ .name = "article" },
	{ .name = "languages" },
};

/* What the engine gives up on comes out as it went in: any text may be so odd.
 */
static law *const laws[] = { law_utf8, law_letters, law_idempotent };

#define LAWS (sizeof(laws) / sizeof(*laws))

static uint32_t hash(uint32_t sum, const void *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		sum = (sum ^ ((const unsigned char *)bytes)[i]) * FNV_PRIME;
	return sum;
}

/* Of the text, its conditions, and of each finding's rule and place. */
static uint32_t hash_result(uint32_t sum, struct cd_result *result)
{
	const struct cd_span text = cd_text(result);
	const struct cd_finding *findings;
	char line[128];
	size_t count;

	assert_int_equal(cd_findings(result, &findings, &count), CD_OK);
	sum = hash(sum, text.bytes, text.len);
	snprintf(line, sizeof(line), "%x", (unsigned)cd_conditions(result));
	sum = hash(sum, line, strlen(line));
	for (size_t i = 0; i < count; i++) {
		snprintf(line, sizeof(line), "%s %zu %zu",
			 findings[i].rule->name, findings[i].off,
			 findings[i].end);
		sum = hash(sum, line, strlen(line));
	}
	return sum;
}

static void hold_laws(struct table *table, const char *heading,
		      struct trial *trial)
{
	for (size_t i = 0; i < LAWS; i++) {
		const char *broken = laws[i](trial);

		if (!broken)
			continue;
		table->failures++;
		print_error("%s: a neighbour breaks %s\n", heading, broken);
		trial_show(trial);
	}
}

/* More for a search: NEIGHBOURS=1000; nothing is compared then. */
static int neighbour_count(void)
{
	const char *count = getenv("NEIGHBOURS");

	return count ? atoi(count) : NEIGHBOURS;
}

/* Half of them by the case's rules, half by all. */
static uint32_t try_neighbours(struct table *table, const char *heading,
			       const struct text *in)
{
	uint64_t state = 1 + hash(FNV_START, in->bytes, in->len);
	struct trial trial = { 0 };
	uint32_t sum = FNV_START;

	for (int i = 0; i < neighbour_count(); i++) {
		const struct random_text text =
			neighbour(&state, in->bytes, in->len);

		trial.text = (struct cd_span){ text.bytes, text.len };
		trial.desk = i % 2 ? table->all : table->desk;
		assert_int_equal(
			cd_run(trial.desk, text.bytes, text.len, &trial.result),
			CD_OK);
		if (getenv("SHOW"))
			trial_show(&trial);
		if (i % (LAWFUL + 1) == 0)
			hold_laws(table, heading, &trial);
		sum = hash_result(sum, trial.result);
		free(text.bytes);
	}
	cd_result_free(trial.result);
	cd_result_free(trial.again);
	return sum;
}

/* The recorded line of the heading: what begins it, or NULL. */
static const char *recorded(struct table *table, const char *heading)
{
	const size_t len = strlen(heading);
	const char *line = table->lines.bytes + table->next;

	for (; line && strlen(line) > 9;
	     line = strchr(line, '\n'), line += !!line)
		if (!strncmp(line + 9, heading, len) && line[9 + len] == '\n') {
			table->next =
				(size_t)(line + 9 + len - table->lines.bytes);
			return line;
		}
	return NULL;
}

static void compare(struct table *table, const char *heading, uint32_t sum)
{
	const char *line = recorded(table, heading);
	char now[16];

	snprintf(now, sizeof(now), "%08x ", (unsigned)sum);
	if (!line) {
		table->fresh++;
	} else if (strncmp(line, now, strlen(now)) != 0) {
		table->failures++;
		print_error("%s: its neighbours become something "
			    "else: make neighbours, where that is meant\n",
			    heading);
	}
}

/* Most cases have the options of the one before. */
static void use_desk(struct table *table, struct test_case *c)
{
	struct cd_options options = { .rules = table->rules, .no_model = true };

	if (table->desk && !strcmp(table->desk_options, c->options))
		return;
	cd_desk_free(table->desk);
	free(table->desk_options);
	table->desk_options = strdup(c->options);
	case_options(c, &options);
	table->desk = desk_for(&options);
}

static void meet_case(void *context, struct test_case *c)
{
	struct table *table = context;
	const char *words = getenv("TEST_CASE");
	char heading[LINE_MAX_LEN];
	uint32_t sum;

	snprintf(heading, sizeof(heading), "%s: %s", c->rule, c->title);
	if (table->failures == SHOWN || strstr(c->options, "model=built-in") ||
	    (words && !strstr(heading, words)))
		return;
	use_desk(table, c);
	sum = try_neighbours(table, heading, &c->in);
	table->cases++;
	if (table->record)
		fprintf(table->record, "%08x %s\n", (unsigned)sum, heading);
	else if (!getenv("NEIGHBOURS"))
		compare(table, heading, sum);
}

static void open_lines(struct table *table)
{
	char path[LINE_MAX_LEN];

	snprintf(path, sizeof(path), "tests/neighbours/%s.txt", table->name);
	if (getenv("RECORD")) {
		table->record = fopen(path, "w");
		assert_non_null(table->record);
	} else {
		table->lines.bytes = read_file(path, &table->lines.len);
	}
}

static void test_neighbours(void **state)
{
	static const struct cd_options all = { .rules = "all",
					       .no_model = true };
	struct table table = *(const struct table *)*state;
	char path[LINE_MAX_LEN];

	snprintf(path, sizeof(path), "tests/cases/%s.txt", table.name);
	open_lines(&table);
	table.all = desk_for(&all);
	assert_true(cases_each(path, meet_case, &table));
	if (table.record)
		assert_int_equal(fclose(table.record), 0);
	if (table.fresh)
		print_message("%zu cases are not recorded: make neighbours\n",
			      table.fresh);
	free(table.lines.bytes);
	free(table.desk_options);
	cd_desk_free(table.desk);
	cd_desk_free(table.all);
	assert_int_equal(table.failures, 0);
}

int main(void)
{
	struct CMUnitTest tests[sizeof(tables) / sizeof(*tables)] = { 0 };

	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		tests[i].name = tables[i].name;
		tests[i].test_func = test_neighbours;
		tests[i].initial_state = (void *)&tables[i];
	}
	return cmocka_run_group_tests_name("neighbours", tests, NULL, NULL);
}
