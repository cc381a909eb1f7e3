/* The index: by which words of a line rules are found. */
#include "stages/boilerplate/index.h"

#include <stdlib.h>
#include <string.h>

/* The edges of which a rule needs one; 0: it serves anywhere. */
static uint8_t edges_of(unsigned where)
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

static void let_pass(struct strip_filter *filter, uint32_t hash)
{
	const uint32_t bit = hash & (((uint32_t)1 << WORD_FRONT_BITS) - 1);

	filter->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

static bool add_anchor(struct strip_rules *rules, struct strip_index *index,
		       const struct anchor *anchor, uint32_t rule)
{
	if (!array_grow(&index->anchors, &index->cap, index->count,
			sizeof(*index->anchors)))
		return false;
	index->anchors[index->count++] =
		(struct strip_anchor){ *anchor, rule, STRIP_CHAIN_END };
	let_pass(&index->all, anchor->word);
	if (!(rules->rules[rule].need & FACT_OPEN))
		let_pass(&index->closed, anchor->word);
	return true;
}

/* Words that stand in addresses of the web, of which the text has words. */
static bool add_address_parts(struct strip_rules *rules,
			      struct strip_index *index, uint32_t rule)
{
	static const char *const parts[] = {
		"http", "https", "www", "com", "org",
		"net",	"gov",	 "edu", "ly",  "pic",
	};

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		const struct anchor anchor = {
			token_hash(parts[i], strlen(parts[i])), 0, ANCHOR_PART
		};

		if (!add_anchor(rules, index, &anchor, rule))
			return false;
	}
	return true;
}

static bool add_anchors(struct strip_rules *rules, struct strip_index *index,
			const struct cover *cover, uint32_t rule)
{
	const uint32_t address = token_flag_hash(TOKEN_URL);

	for (size_t i = 0; i < cover->count; i++)
		if (!add_anchor(rules, index, &cover->anchors[i], rule) ||
		    (cover->anchors[i].word == address &&
		     !add_address_parts(rules, index, rule)))
			return false;
	return true;
}

static bool add_to(uint32_t **list, size_t *count, size_t *cap, uint32_t rule)
{
	if (!array_grow(list, cap, *count, sizeof(**list)))
		return false;
	(*list)[(*count)++] = rule;
	return true;
}

static bool has_pattern(const struct strip_rule *rule)
{
	return rule->how != HOW_SHAPE && rule->how != HOW_REGEX;
}

static bool add_always(struct strip_rules *rules, uint32_t index)
{
	const struct strip_rule *rule = &rules->rules[index];

	if (rule->how == HOW_SHAPE)
		return add_to(&rules->shapes, &rules->shape_count,
			      &rules->shape_cap, index);
	if (has_pattern(rule) && !(rule->need & FACT_OPEN) &&
	    !add_to(&rules->closed, &rules->closed_count, &rules->closed_cap,
		    index))
		return false;
	return add_to(&rules->always, &rules->always_count, &rules->always_cap,
		      index);
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
		rule->fronts[cover.anchors[i].word >> 6 & 3] |=
			(uint64_t)1 << (cover.anchors[i].word & 63);
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

	rule->edges = edges_of(rule->where);
	note_fronts(rules, rule);
	if (!has_pattern(rule))
		return add_always(rules, index);
	rule->marks = (uint16_t)pattern_marks(&rules->patterns, rule->pattern);
	rule->first_word =
		(uint16_t)pattern_first_flags(&rules->patterns, rule->pattern);
	pattern_cover(&rules->patterns, rule->pattern, &costs, &words);
	if (front_cover(rules, rule, &costs,
			words.count ? words.cost : UINT32_MAX, &fronts))
		return add_anchors(rules, &rules->fronts, &fronts, index);
	return words.count ? add_anchors(rules, &rules->words, &words, index)
			   : add_always(rules, index);
}

/* Chains are linked from their ends, so that they keep the rules' order. */
static bool link_chains(struct strip_index *index)
{
	size_t count = 64;

	while (count < index->count)
		count *= 2;
	index->heads = malloc(count * sizeof(*index->heads));
	if (!index->heads)
		return false;
	memset(index->heads, 0xFF, count * sizeof(*index->heads));
	index->head_count = count;
	for (size_t i = index->count; i-- > 0;) {
		struct strip_anchor *anchor = &index->anchors[i];
		uint32_t *head =
			&index->heads[anchor->anchor.word & (count - 1)];

		anchor->next = *head;
		*head = (uint32_t)i;
	}
	return true;
}

bool index_finish(struct strip_rules *rules)
{
	return link_chains(&rules->fronts) && link_chains(&rules->words);
}

void index_release(struct strip_index *index)
{
	free(index->anchors);
	free(index->heads);
}
