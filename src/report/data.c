/*
 * The data of a page. Rules are named by their place in the table; lists are
 * bounded, so that the page is.
 */
#include "report/data.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "report/inert.h"
#include "writer/report.h"

#define GROUPS_SHOWN 250
#define LINES_SHOWN 300
#define SAMPLES_BYTES ((size_t)900 << 10)

static void add_key(struct buffer *out, const char *key)
{
	buffer_printf(out, ",\n\"%s\":", key);
}

static void add_number(struct buffer *out, const char *key, uint64_t number)
{
	add_key(out, key);
	buffer_printf(out, "%" PRIu64, number);
}

static void add_numbers(struct buffer *out, const char *key,
			const uint64_t *numbers, size_t count)
{
	add_key(out, key);
	for (size_t i = 0; i < count; i++)
		buffer_printf(out, "%c%" PRIu64, i ? ',' : '[', numbers[i]);
	buffer_add_byte(out, ']');
}

/* [[rule, count], ...] */
static void add_rule_counts(struct buffer *out, const uint32_t *rules)
{
	const char *comma = "[";

	for (size_t i = 0; i < TALLY_RULES; i++) {
		if (!rules[i])
			continue;
		buffer_printf(out, "%s[%zu,%u]", comma, i, rules[i]);
		comma = ",";
	}
	buffer_add_text(out, *comma == '[' ? "[]" : "]");
}

static void add_rules(struct buffer *out, const struct corpus *corpus)
{
	add_key(out, "rules");
	for (size_t i = 0; i < cd_rule_count(); i++) {
		const struct cd_rule *rule = cd_rule(i);

		buffer_add_text(out, i ? ",\n{\"name\":" : "[{\"name\":");
		inert_text(out, rule->name);
		buffer_printf(out, ",\"kind\":\"%s\",\"severity\":\"%s\"",
			      report_kind(rule->kind),
			      report_severity(rule->severity));
		buffer_add_text(out, ",\"summary\":");
		inert_text(out, rule->summary);
		buffer_add_text(out, ",\"reason\":");
		inert_text(out, rule->reason);
		buffer_printf(out, ",\"findings\":%" PRIu64,
			      corpus->rule_findings[i]);
		buffer_printf(out, ",\"articles\":%" PRIu64 "}",
			      corpus->rule_articles[i]);
	}
	buffer_add_byte(out, ']');
}

static void add_conditions(struct buffer *out, const struct corpus *corpus)
{
	add_key(out, "conditions");
	for (size_t i = 0; i < cd_condition_count(); i++) {
		buffer_add_text(out, i ? ",\n[" : "[[");
		inert_text(out, cd_condition(i)->name);
		buffer_add_byte(out, ',');
		inert_text(out, cd_condition(i)->summary);
		buffer_printf(out, ",%" PRIu64 "]", corpus->conditions[i]);
	}
	buffer_add_byte(out, ']');
}

static void add_group(struct buffer *out, const struct group *group)
{
	buffer_add_byte(out, '[');
	inert_text(out, group->name ? group->name : "");
	for (size_t i = 0; i < CLASS_COUNT; i++)
		buffer_printf(out, "%s%u", i ? "," : ",[", group->classes[i]);
	buffer_printf(out, "],%u,%u,%" PRIu64 ",", group->articles,
		      group->findings, group->words);
	add_rule_counts(out, group->rules);
	buffer_add_byte(out, ']');
}

/* {"rows": [...], "more": how many are left out} */
static void add_groups(struct buffer *out, const char *key,
		       struct groups *groups)
{
	const size_t shown =
		groups->count < GROUPS_SHOWN ? groups->count : GROUPS_SHOWN;

	groups_sort(groups);
	add_key(out, key);
	buffer_add_text(out, "{\"rows\":[");
	for (size_t i = 0; i < shown; i++) {
		buffer_add_text(out, i ? ",\n" : "");
		add_group(out, &groups->list[i]);
	}
	buffer_printf(out, "],\"more\":%zu,\"rest\":", groups->count - shown);
	add_group(out, &groups->rest);
	buffer_add_byte(out, '}');
}

/* What is said of an article in any list, without the closing brace. */
static void add_article(struct buffer *out, const struct sample *sample)
{
	buffer_add_text(out, "{\"path\":");
	inert_text(out, sample->path);
	buffer_printf(out, ",\"record\":%zu,\"line\":%zu", sample->record,
		      sample->line);
	buffer_add_text(out, ",\"source\":");
	inert_string(out, sample->group.bytes, sample->group.len);
	buffer_add_text(out, ",\"opening\":");
	inert_string(out, sample->opening.bytes, sample->opening.len);
	buffer_printf(out, ",\"words\":%u,\"findings\":%u,\"edits\":%u",
		      sample->words, sample->findings, sample->edits);
	buffer_printf(out, ",\"conditions\":%u,\"rules\":", sample->conditions);
	add_rule_counts(out, sample->rules);
}

static void add_worst(struct buffer *out, const struct worst *worst)
{
	add_key(out, "worst");
	buffer_add_byte(out, '[');
	for (size_t i = 0; i < worst->count; i++) {
		buffer_add_text(out, i ? ",\n" : "");
		add_article(out, worst->list[i]);
		buffer_add_byte(out, '}');
	}
	buffer_add_byte(out, ']');
}

static void add_sample(struct buffer *out, struct sample *sample)
{
	add_article(out, sample);
	buffer_add_text(out, ",\"parts\":");
	buffer_add(out, sample->parts.bytes, sample->parts.len);
	buffer_add_byte(out, '}');
	sample->shown = true;
}

struct ranked {
	size_t rule;
	uint64_t articles;
};

static int by_articles(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;

	if (a->articles != b->articles)
		return a->articles > b->articles ? -1 : 1;
	return a->rule < b->rule ? -1 : a->rule > b->rule;
}

/* The rules, those of the most articles first. */
static void rank_rules(const struct corpus *corpus,
		       struct ranked ranked[TALLY_RULES])
{
	for (size_t i = 0; i < TALLY_RULES; i++)
		ranked[i] = (struct ranked){ i, corpus->rule_articles[i] };
	qsort(ranked, TALLY_RULES, sizeof(*ranked), by_articles);
}

/* Each rule's first winner, then the second ones, as long as there is room. */
static void add_samples(struct buffer *out, struct corpus *corpus)
{
	struct ranked ranked[TALLY_RULES];
	const char *comma = "[";
	size_t bytes = 0;

	rank_rules(corpus, ranked);
	add_key(out, "samples");
	for (size_t i = 0; i < LOTTERY_WINNERS; i++)
		for (size_t k = 0; k < TALLY_RULES; k++) {
			struct sample *sample =
				corpus->lottery.won[ranked[k].rule][i];

			if (!sample || sample->shown || bytes > SAMPLES_BYTES)
				continue;
			buffer_add_text(out, comma);
			add_sample(out, sample);
			bytes += sample->parts.len;
			comma = ",\n";
		}
	buffer_add_text(out, *comma == '[' ? "[]" : "]");
}

/* Lines that are certain to have come twice. */
static void add_lines(struct buffer *out, struct frequent *frequent)
{
	const struct frequent_line *lines;
	size_t count;

	lines = frequent_sorted(frequent, &count);
	add_key(out, "stripped");
	buffer_add_byte(out, '[');
	for (size_t i = 0; i < count && i < LINES_SHOWN; i++) {
		if (lines[i].count - lines[i].error < 2)
			break;
		buffer_add_text(out, i ? ",\n[" : "[");
		inert_string(out, lines[i].text, lines[i].len);
		buffer_printf(out, ",%u,%u,%u]", lines[i].count, lines[i].error,
			      lines[i].rule);
	}
	buffer_add_byte(out, ']');
}

/* One line of rules: "# COUNT: EXAMPLE" is [example, count]. */
static bool add_example(struct buffer *out, const char *line, size_t len)
{
	size_t at = 2, count = 0;

	if (len < 6 || memcmp(line, "# ", 2) != 0)
		return false;
	for (; at < len && line[at] >= '0' && line[at] <= '9'; at++)
		count = count * 10 + (size_t)(line[at] - '0');
	if (!count || at + 2 > len || memcmp(line + at, ": ", 2) != 0)
		return false;
	buffer_add_byte(out, '[');
	inert_string(out, line + at + 2, len - at - 2);
	buffer_printf(out, ",%zu]", count);
	return true;
}

/* Lines that no rule takes: the examples of what learn would write. */
static void add_left(struct buffer *out, const struct page *page)
{
	struct cd_span rules = { "", 0 };
	size_t shown = 0;
	const char *at, *end;

	if (cd_learner_rules(page->corpus->learner, page->min_articles,
			     &rules) != CD_OK)
		out->failed = true;
	add_number(out, "minArticles", page->min_articles);
	add_key(out, "left");
	buffer_add_byte(out, '[');
	end = rules.bytes + rules.len;
	for (at = rules.bytes; at < end && shown < LINES_SHOWN;) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		const size_t len = out->len;

		buffer_add_text(out, shown ? ",\n" : "");
		if (stop && add_example(out, at, (size_t)(stop - at)))
			shown++;
		else
			out->len = len;
		at = stop ? stop + 1 : end;
	}
	buffer_add_byte(out, ']');
}

void data_write(const struct page *page, struct buffer *out)
{
	struct corpus *corpus = page->corpus;

	buffer_add_text(out, "{\"title\":");
	inert_text(out, page->title);
	add_key(out, "version");
	inert_text(out, page->version);
	add_key(out, "group");
	inert_text(out, page->group);
	add_number(out, "files", page->stats->files);
	add_number(out, "bytes", page->stats->bytes);
	add_number(out, "trouble", page->trouble);
	add_number(out, "articles", corpus->articles);
	add_number(out, "findings", corpus->findings);
	add_number(out, "words", corpus->words);
	add_number(out, "strippedWords", corpus->stripped_words);
	add_numbers(out, "classes", corpus->classes, CLASS_COUNT);
	add_numbers(out, "histogram", corpus->histogram, HISTOGRAM_BARS);
	add_rules(out, corpus);
	add_conditions(out, corpus);
	add_groups(out, "folders", &corpus->folders);
	add_groups(out, "sources", &corpus->sources);
	add_worst(out, &corpus->worst);
	add_samples(out, corpus);
	add_lines(out, &corpus->stripped);
	add_left(out, page);
	buffer_add_text(out, "}\n");
}
