/* The index: by which words of a line rules are found. */
#include "stages/boilerplate/rule_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "text/domains.h"

/* Which of a table's indexes. */
enum index_part { PREFIXES, WORDS };

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

/* Whether a full sentence of that kind, which has words, may go by a rule. */
static bool serves(const struct strip_rule *rule, unsigned kind)
{
	const unsigned most = kind & SENTENCE_LONG ? SHORT_LINE_WORDS : 0;

	return rule->points >= 0 && !(rule->need & FEATURE_OPEN) &&
	       (!rule->edges || kind & SENTENCE_EDGE) && rule->max_words > most;
}

/* A literal of a rule, of words or prefixes. */
static bool add_literal(struct strip_rules *rules, enum index_part part,
			const struct literal *literal, uint32_t rule)
{
	const struct literal_owner owner = { rule, rules->rules[rule].edges };

	if (!literal_index_add(part == PREFIXES ? &rules->prefixes
						: &rules->words,
			       literal, owner))
		return false;
	for (unsigned kind = 0; kind < SENTENCE_KINDS; kind++) {
		struct sentence_rules *some = &rules->sentences[kind];

		if (serves(&rules->rules[rule], kind) &&
		    !literal_index_add(part == PREFIXES ? &some->prefixes
							: &some->words,
				       literal, owner))
			return false;
	}
	return true;
}

/* A part of an address, which is several words: any rule for one may match. */
static bool add_part(struct sentence_rules *some, const char *word)
{
	const struct literal literal = { token_hash(word, strlen(word)), 0,
					 LITERAL_PART };

	const struct literal_owner nobody = { NO_RULE, 0 };

	return literal_index_add(&some->words, &literal, nobody);
}

/*
 * Words of which web addresses are made, once. Domains that are common words
 * are found by their path.
 */
static bool add_address_parts(struct sentence_rules *some)
{
	static const char *const parts[] = { "http", "https", "www", "pic" };
	const char *domain;
	enum domain kind;

	if (some->parts)
		return true;
	some->parts = true;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (!add_part(some, parts[i]))
			return false;
	for (size_t i = 0; (domain = domain_at(i, &kind)) != NULL; i++)
		if (kind != DOMAIN_PATH && !add_part(some, domain))
			return false;
	return true;
}

static bool add_literals(struct strip_rules *rules, enum index_part part,
			 const struct literals *literals, uint32_t rule)
{
	const uint32_t address = token_flag_hash(TOKEN_URL);

	for (size_t i = 0; i < literals->count; i++) {
		if (!add_literal(rules, part, &literals->list[i], rule))
			return false;
		if (literals->list[i].word != address)
			continue;
		for (unsigned kind = 0; kind < SENTENCE_KINDS; kind++)
			if (!add_address_parts(&rules->sentences[kind]))
				return false;
	}
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
	for (unsigned kind = 0; kind < SENTENCE_KINDS; kind++) {
		struct sentence_rules *some = &rules->sentences[kind];

		if (has_pattern(rule) && serves(rule, kind) &&
		    !add_to(&some->always, &some->always_count,
			    &some->always_cap, index))
			return false;
	}
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
	struct literals literals;

	if (!has_pattern(rule))
		return;
	pattern_first_words(&rules->patterns, rule->pattern, &literals);
	if (!literals.count) {
		memset(&rule->begins, 0xFF, sizeof(rule->begins));
		memset(&rule->begins_by, 0xFF, sizeof(rule->begins_by));
	}
	for (size_t i = 0; i < literals.count; i++) {
		word_bits_add(&rule->begins, literals.list[i].word);
		word_bits_add(&rule->begins_by, literals.list[i].word >> 8);
	}
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
	rule->second_word =
		(uint16_t)pattern_second_flags(&rules->patterns, rule->pattern);
	pattern_literals(&rules->patterns, rule->pattern, &costs, &words);
	if (prefix_literals(rules, rule, &costs,
			    words.count ? words.cost : UINT32_MAX, &prefixes))
		return add_literals(rules, PREFIXES, &prefixes, index);
	return words.count ? add_literals(rules, WORDS, &words, index)
			   : add_always(rules, index);
}

/* What is asked of each rule that is met. */
static bool make_gates(struct strip_rules *rules)
{
	rules->gates = malloc((rules->rule_count + 1) * sizeof(*rules->gates));
	for (size_t i = 0; rules->gates && i < rules->rule_count; i++) {
		const struct strip_rule *rule = &rules->rules[i];

		rules->gates[i] = (struct rule_gate){
			.need = rule->need &
				~(uint32_t)(FEATURES_LATE | FEATURES_PROSE),
			.forbid = rule->forbid,
			.min_words = rule->min_words,
			.max_words = rule->max_words,
			.marks = rule->marks,
			.how = rule->how,
			.edges = rule->edges,
			.begins = rule->begins.of[0] | rule->begins.of[1] |
				  rule->begins.of[2] | rule->begins.of[3],
			.pattern = has_pattern(rule) ? rule->pattern : 0,
		};
	}
	return rules->gates != NULL;
}

bool index_finish(struct strip_rules *rules)
{
	if (!make_gates(rules))
		return false;
	for (unsigned kind = 0; kind < SENTENCE_KINDS; kind++) {
		struct sentence_rules *some = &rules->sentences[kind];

		if (!literal_index_finish(&some->prefixes) ||
		    !literal_index_finish(&some->words))
			return false;
	}
	return literal_index_finish(&rules->prefixes) &&
	       literal_index_finish(&rules->words);
}

void index_release(struct strip_rules *rules)
{
	for (unsigned kind = 0; kind < SENTENCE_KINDS; kind++) {
		struct sentence_rules *some = &rules->sentences[kind];

		literal_index_release(&some->prefixes);
		literal_index_release(&some->words);
		free(some->always);
	}
	literal_index_release(&rules->prefixes);
	literal_index_release(&rules->words);
	free(rules->gates);
	free(rules->shapes);
	free(rules->always);
}
