/* What a check found, in numbers. */
#include "cli/statistics.h"

#include <stdlib.h>

#include "support/count.h"

void statistics_add(struct statistics *statistics,
		    const struct report_item *item, enum cd_severity fail_level)
{
	const size_t rule = (size_t)(item->rule - cd_rule(0));

	statistics->findings++;
	statistics->in_file++;
	statistics->fixable += item->fixable;
	statistics->notes += item->rule->severity == CD_SEVERITY_NOTE;
	statistics->serious += item->rule->severity >= fail_level;
	if (rule >= TALLY_RULES)
		return;
	statistics->rules[rule].count++;
	statistics->rules[rule].in_file++;
	statistics->rules[rule].fixable += item->fixable;
}

bool statistics_file(struct statistics *statistics)
{
	const bool found = statistics->in_file != 0;

	statistics->files += found;
	statistics->in_file = 0;
	for (size_t i = 0; found && i < TALLY_RULES; i++) {
		statistics->rules[i].files += statistics->rules[i].in_file != 0;
		statistics->rules[i].in_file = 0;
	}
	return found;
}

/* A rule that found something. */
struct row {
	size_t rule, count;
};

static int by_count(const void *left, const void *right)
{
	const struct row *a = left, *b = right;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return a->rule < b->rule ? -1 : 1;
}

/* The rules that found something, in the order to show them; their number. */
static size_t sorted(const struct statistics *statistics,
		     struct row rows[TALLY_RULES])
{
	size_t count = 0;

	for (size_t i = 0; i < TALLY_RULES && i < cd_rule_count(); i++) {
		if (statistics->rules[i].count)
			rows[count++] =
				(struct row){ i, statistics->rules[i].count };
	}
	qsort(rows, count, sizeof(*rows), by_count);
	return count;
}

/* A number in a column, with a space after it. */
static void add_column(struct buffer *out, size_t number, size_t width)
{
	const size_t from = out->len;
	struct buffer text;

	buffer_init(&text);
	add_count(&text, number);
	while (out->len + text.len < from + width)
		buffer_add_byte(out, ' ');
	buffer_add(out, text.bytes, text.len);
	buffer_add_text(out, "  ");
	buffer_release(&text);
}

void statistics_text(const struct statistics *statistics, struct buffer *out)
{
	struct row rows[TALLY_RULES] = { { 0, 0 } };
	const size_t count = sorted(statistics, rows);

	if (count)
		buffer_printf(out, "%10s  %10s  %8s  rule\n", "findings",
			      "fixable", "files");
	for (size_t i = 0; i < count; i++) {
		const size_t rule = rows[i].rule;

		add_column(out, rows[i].count, 10);
		add_column(out, statistics->rules[rule].fixable, 10);
		add_column(out, statistics->rules[rule].files, 8);
		buffer_add_text(out, cd_rule(rule)->name);
		buffer_add_byte(out, '\n');
	}
}

void statistics_json(const struct statistics *statistics, struct buffer *out)
{
	struct row rows[TALLY_RULES] = { { 0, 0 } };
	const size_t count = sorted(statistics, rows);

	buffer_add_byte(out, '[');
	for (size_t i = 0; i < count; i++) {
		const size_t rule = rows[i].rule;

		buffer_printf(out, "%s\n  {\"rule\": \"%s\", ", i ? "," : "",
			      cd_rule(rule)->name);
		buffer_printf(
			out,
			"\"count\": %zu, \"fixable\": %zu, \"files\": %zu}",
			rows[i].count, statistics->rules[rule].fixable,
			statistics->rules[rule].files);
	}
	buffer_add_text(out, count ? "\n]\n" : "]\n");
}
