/* The index: by which words of a line rules are found. */
#include "stages/boilerplate/index.h"

#include <stdlib.h>
#include <string.h>

static void note_in(struct token_set *set, uint32_t hash)
{
	static const unsigned flags[] = { TOKEN_URL, TOKEN_MAIL, TOKEN_HANDLE };

	token_set_add(set, hash);
	for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
		if (hash == token_flag_hash(flags[i]))
			token_set_add_flag(set, flags[i]);
}

/* The edges of which a rule needs one; 0: it serves anywhere. */
static unsigned edges_of(unsigned where)
{
	switch (where) {
	case WHERE_TOP:
	case WHERE_HEAD:
		return EDGE_HEAD;
	case WHERE_TAIL:
		return EDGE_TAIL;
	case WHERE_END:
		return EDGE_END;
	case WHERE_EDGE:
		return EDGE_HEAD | EDGE_TAIL;
	default:
		return 0;
	}
}

static void note_anchor(struct strip_index *index, uint32_t hash,
			const struct strip_rule *rule)
{
	const unsigned needed = edges_of(rule->where);

	token_set_add(&index->all_set, hash);
	if (rule->need & FACT_OPEN)
		return;
	note_in(&index->short_set, hash);
	if (rule->max_words <= SHORT_LINE_WORDS)
		return;
	for (unsigned edges = 0; edges < EDGE_SETS; edges++)
		if (!needed || edges & needed)
			note_in(&index->long_sets[edges], hash);
}

static bool add_anchors(const struct strip_rules *rules, uint32_t rule,
			const struct cover *cover, struct strip_index *index)
{
	for (size_t i = 0; i < cover->count; i++) {
		if (!array_grow(&index->anchors, &index->cap, index->count,
				sizeof(*index->anchors)))
			return false;
		index->anchors[index->count++] =
			(struct strip_anchor){ cover->hashes[i], rule };
		note_anchor(index, cover->hashes[i], &rules->rules[rule]);
	}
	return true;
}

static bool add_always(struct strip_rules *rules, uint32_t rule)
{
	if (!array_grow(&rules->always, &rules->always_cap, rules->always_count,
			sizeof(*rules->always)))
		return false;
	rules->always[rules->always_count++] = rule;
	return true;
}

static bool has_pattern(const struct strip_rule *rule)
{
	return rule->how != HOW_SHAPE && rule->how != HOW_REGEX;
}

/*
 * How many words of a line there are for each that begins one; less than there
 * are in truth, since common words like to begin lines.
 */
#define WORDS_A_LINE 8

/* Note with which words a rule can begin; all bits when any word will do. */
static void note_fronts(struct strip_rules *rules, struct strip_rule *rule)
{
	struct cover cover = { .count = 0 };

	if (has_pattern(rule))
		pattern_first_words(&rules->patterns, rule->pattern, &cover);
	if (!cover.count)
		memset(rule->fronts, 0xFF, sizeof(rule->fronts));
	for (size_t i = 0; i < cover.count; i++)
		rule->fronts[cover.hashes[i] >> 6 & 3] |=
			(uint64_t)1 << (cover.hashes[i] & 63);
}

/*
 * The words with which lines begin that the rule matches, if that is cheaper
 * than `cost`.
 */
static bool front_cover(const struct strip_rules *rules,
			const struct strip_rule *rule,
			const struct word_costs *costs, uint32_t cost,
			struct cover *cover)
{
	if (rule->how != HOW_LINE && rule->how != HOW_PREFIX &&
	    rule->how != HOW_FRONT)
		return false;
	pattern_fronts(&rules->patterns, rule->pattern, costs, cover);
	return cover->count && cover->cost / WORDS_A_LINE <= cost;
}

bool index_rule(struct strip_rules *rules, uint32_t index)
{
	struct strip_rule *rule = &rules->rules[index];
	const struct word_costs costs = { &rules->common, &rules->frequent };
	struct cover words, fronts;

	note_fronts(rules, rule);
	if (!has_pattern(rule))
		return add_always(rules, index);
	pattern_cover(&rules->patterns, rule->pattern, &costs, &words);
	if (front_cover(rules, rule, &costs,
			words.count ? words.cost : UINT32_MAX, &fronts))
		return add_anchors(rules, index, &fronts, &rules->fronts);
	return words.count ? add_anchors(rules, index, &words, &rules->words)
			   : add_always(rules, index);
}

static int by_hash(const void *left, const void *right)
{
	const struct strip_anchor *a = left, *b = right;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return a->rule < b->rule ? -1 : a->rule > b->rule;
}

static void sort_anchors(struct strip_index *index)
{
	if (index->count)
		qsort(index->anchors, index->count, sizeof(*index->anchors),
		      by_hash);
}

void index_sort(struct strip_rules *rules)
{
	sort_anchors(&rules->fronts);
	sort_anchors(&rules->words);
}

void strip_index_at(const struct strip_index *index, uint32_t hash,
		    size_t *first, size_t *end)
{
	size_t low = 0, high = index->count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (index->anchors[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	*first = low;
	while (low < index->count && index->anchors[low].hash == hash)
		low++;
	*end = low;
}
