/* Texts made from the cases, and what is recorded of them. */
#define _DEFAULT_SOURCE
#include "laws/recorded.h"

#include "support.h"

#include <sys/mman.h>
#include <unistd.h>

#define LINE_MAX_LEN 256
#define SHOWN 20 /* cases of a table that fail: the others are not tried */
#define FENCED ((size_t)64 << 10) /* a multiple of all sizes of pages */
#define FNV_START 0x811C9DC5u
#define FNV_PRIME 0x01000193u

struct table {
	const char *name; /* of its files */
	const char *rules;
	const char *folder;
	recorded_maker *make;
	struct text lines;    /* as they were recorded */
	size_t next;	      /* in them: cases are in order */
	FILE *record;	      /* they are written here, not compared */
	struct cd_desk *desk; /* of the case */
	char *desk_options;
	struct cd_desk *all; /* with all rules */
	size_t fresh, failures;
	int reached; /* cases that a mutant is met in */
};

static struct table tables[] = {
	{ .name = "encoding", .rules = "=encoding" },
	{ .name = "casing", .rules = "=casing" },
	{ .name = "whitespace", .rules = "=whitespace" },
	{ .name = "boilerplate", .rules = "=boilerplate" },
	{ .name = "quotes", .rules = "=quotes" },
	{ .name = "article" },
	{ .name = "languages" },
};

#define TABLES (sizeof(tables) / sizeof(*tables))

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

static void hold_laws(struct recorded_case *one)
{
	for (size_t i = 0; i < LAWS; i++) {
		const char *broken = laws[i](&one->trial);

		if (!broken)
			continue;
		one->broken++;
		print_error("%s: a text of its kind breaks %s\n", one->heading,
			    broken);
		trial_show(&one->trial);
	}
}

/*
 * The text between pages that cannot be read, next to the one after it or the
 * one before, in turn: what is read beside a text ends the test.
 */
static const char *fenced(const char *bytes, size_t len)
{
	static char *room;
	static size_t page, turn;
	char *at;

	if (!room) {
		page = (size_t)sysconf(_SC_PAGESIZE);
		room = mmap(NULL, FENCED + 2 * page, PROT_NONE,
			    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		assert_true(room != MAP_FAILED);
		room += page;
		assert_int_equal(mprotect(room, FENCED, PROT_READ | PROT_WRITE),
				 0);
	}
	if (len > FENCED)
		return bytes;
	at = turn++ % 2 ? room : room + FENCED - len;
	memcpy(at, bytes, len);
	return at;
}

void recorded_try(struct recorded_case *one, const struct cd_desk *desk,
		  const char *bytes, size_t len, bool lawful)
{
	one->trial.text = (struct cd_span){ fenced(bytes, len), len };
	one->trial.desk = desk;
	assert_int_equal(
		cd_run(desk, one->trial.text.bytes, len, &one->trial.result),
		CD_OK);
	if (getenv("SHOW"))
		trial_show(&one->trial);
	if (lawful)
		hold_laws(one);
	one->sum = hash_result(one->sum, one->trial.result);
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
		print_error("%s: texts of its kind become something "
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

/* Of the cases that do not reach a mutant nothing is asked. */
static bool reaches_mutant(struct table *table, struct recorded_case *one)
{
	struct cd_result *result = NULL;
	const struct text *in = &one->test->in;

	mutant_forget();
	if (mutant_met())
		return true;
	assert_int_equal(cd_run(one->own, in->bytes, in->len, &result), CD_OK);
	assert_int_equal(cd_run(one->all, in->bytes, in->len, &result), CD_OK);
	cd_result_free(result);
	return mutant_met() && table->reached++ < atoi(getenv("MUTANT"));
}

static void meet_case(void *context, struct test_case *c)
{
	struct table *table = context;
	const char *words = getenv("TEST_CASE");
	char heading[LINE_MAX_LEN];
	struct recorded_case one = {
		.test = c,
		.state = 1 + hash(FNV_START, c->in.bytes, c->in.len),
		.heading = heading,
		.sum = FNV_START,
	};

	snprintf(heading, sizeof(heading), "%s: %s", c->rule, c->title);
	if (table->failures == SHOWN || strstr(c->options, "model=built-in") ||
	    (words && !strstr(heading, words)))
		return;
	use_desk(table, c);
	one.own = table->desk;
	one.all = table->all;
	if (!reaches_mutant(table, &one))
		return;
	table->make(&one);
	cd_result_free(one.trial.result);
	cd_result_free(one.trial.again);
	table->failures += one.broken;
	if (table->record)
		fprintf(table->record, "%08x %s\n", (unsigned)one.sum, heading);
	else if (table->lines.bytes && !one.skipped)
		compare(table, heading, one.sum);
	if (table->failures && getenv("FAIL_FAST"))
		exit(EXIT_FAILURE);
}

/* NEIGHBOURS=1000, for a search: nothing is compared then. */
static void open_lines(struct table *table)
{
	char path[LINE_MAX_LEN];

	snprintf(path, sizeof(path), "%s/%s.txt", table->folder, table->name);
	if (getenv("RECORD")) {
		table->record = fopen(path, "w");
		assert_non_null(table->record);
	} else if (!getenv("NEIGHBOURS")) {
		table->lines.bytes = read_file(path, &table->lines.len);
	}
}

static void test_table(void **state)
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

/* TABLE_FIRST=quotes: that table, for one who waits for what fails. */
static void put_first(const char *name)
{
	for (size_t i = 1; i < TABLES; i++) {
		const struct table table = tables[i];

		if (strcmp(table.name, name) != 0)
			continue;
		tables[i] = tables[0];
		tables[0] = table;
	}
}

int recorded_run(const char *name, const char *folder, recorded_maker *make)
{
	struct CMUnitTest tests[TABLES] = { 0 };
	size_t count = 0;

	if (getenv("TABLE_FIRST"))
		put_first(getenv("TABLE_FIRST"));
	for (size_t i = 0; i < TABLES; i++) {
		tables[i].folder = folder;
		tables[i].make = make;
		if (is_of_part(i))
			tests[count++] = (struct CMUnitTest){
				.name = tables[i].name,
				.test_func = test_table,
				.initial_state = &tables[i],
			};
	}
	/* the number of tests, and not of the array, is what it takes */
	return _cmocka_run_group_tests(name, tests, count, NULL, NULL);
}
