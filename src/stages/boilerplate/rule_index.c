/* The index: by which words of a line rules are found. */
#include "stages/boilerplate/rule_index.h"

#include <string.h>

#include "text/domains.h"

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

/* Which lines a literal is looked for in: a sentence, and a long one. */
static enum literal_filters filters_of(const struct strip_rule *rule,
				       const struct literal *literal)
{
	if (rule->need & FEATURE_OPEN)
		return LITERAL_ALL;
	/* an address is several words, of which few may be counted */
	if (rule->max_words <= SHORT_LINE_WORDS &&
	    literal->kind != LITERAL_PART)
		return LITERAL_SOME;
	return LITERAL_WIDE;
}

static bool add_literal(struct strip_rules *rules, struct literal_index *index,
			const struct literal *literal, uint32_t rule)
{
	return literal_index_add(index, literal, rule,
				 filters_of(&rules->rules[rule], literal));
}

static bool add_part(struct strip_rules *rules, struct literal_index *index,
		     const char *part, uint32_t rule)
{
	const struct literal literal = { token_hash(part, strlen(part)), 0,
					 LITERAL_PART };

	return add_literal(rules, index, &literal, rule);
}

/*
 * Words of which web addresses are made. Domains that are common words are
 * found by their path.
 */
static bool add_address_parts(struct strip_rules *rules,
			      struct literal_index *index, uint32_t rule)
{
	static const char *const parts[] = { "http", "https", "www", "pic" };
	const char *domain;
	enum domain kind;

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (!add_part(rules, index, parts[i], rule))
			return false;
	}
	for (size_t i = 0; (domain = domain_at(i, &kind)) != NULL; i++) {
		if (kind != DOMAIN_PATH &&
		    !add_part(rules, index, domain, rule))
			return false;
	}
	return true;
}

static bool add_literals(struct strip_rules *rules, struct literal_index *index,
			 const struct literals *literals, uint32_t rule)
{
	const uint32_t address = token_flag_hash(TOKEN_URL);

	for (size_t i = 0; i < literals->count; i++)
		if (!add_literal(rules, index, &literals->list[i], rule) ||
		    (literals->list[i].word == address &&
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
	if (has_pattern(rule) && !(rule->need & FEATURE_OPEN) &&
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
static void note_first_words(struct strip_rules *rules, struct strip_rule *rule)
{
	struct literals literals = { .count = 0 };

	if (has_pattern(rule))
		pattern_first_words(&rules->patterns, rule->pattern, &literals);
	if (!literals.count)
		memset(rule->prefixes, 0xFF, sizeof(rule->prefixes));
	for (size_t i = 0; i < literals.count; i++)
		rule->prefixes[literals.list[i].word >> 6 & 3] |=
			(uint64_t)1 << (literals.list[i].word & 63);
}

/*
 * The words with which lines begin that the rule matches, if that is cheaper
 * than `cost`.
 */
static bool prefix_literals(const struct strip_rules *rules,
			    const struct strip_rule *rule,
			    const struct word_costs *costs, uint32_t cost,
			    struct literals *literals)
{
	if (rule->how != HOW_LINE && rule->how != HOW_PREFIX &&
	    rule->how != HOW_FRONT)
		return false;
	pattern_prefixes(&rules->patterns, rule->pattern, costs, literals);
	return literals->count && literals->cost / WORDS_A_LINE <= cost;
}

bool index_rule(struct strip_rules *rules, uint32_t index)
{
	struct strip_rule *rule = &rules->rules[index];
	const struct word_costs costs = { &rules->common, &rules->frequent };
	struct literals words, prefixes;

	rule->edges = edges_of(rule->where);
	note_first_words(rules, rule);
	if (!has_pattern(rule))
		return add_always(rules, index);
	rule->marks = (uint16_t)pattern_marks(&rules->patterns, rule->pattern);
	rule->first_word =
		(uint16_t)pattern_first_flags(&rules->patterns, rule->pattern);
	pattern_literals(&rules->patterns, rule->pattern, &costs, &words);
	if (prefix_literals(rules, rule, &costs,
			    words.count ? words.cost : UINT32_MAX, &prefixes))
		return add_literals(rules, &rules->prefixes, &prefixes, index);
	return words.count ? add_literals(rules, &rules->words, &words, index)
			   : add_always(rules, index);
}

bool index_finish(struct strip_rules *rules)
{
	return literal_index_finish(&rules->prefixes) &&
	       literal_index_finish(&rules->words);
}
