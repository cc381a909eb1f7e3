/*
 * Required literals: words of which at least one is in every text that a
 * pattern matches, so that texts without them need not be tried.
 *
 * A pattern is a sequence: the literals of its cheapest part are enough. A
 * group needs those of all its branches, a set those of all its phrases.
 */
#include "pattern/pattern.h"

#include <string.h>

#define COST_PAIR 1u /* two words in a row, not both common */
#define COST_PAIR_FREQUENT 8u
#define COST_PAIR_COMMON 60u
#define COST_RARE 4u
#define COST_FREQUENT 20u
#define COST_COMMON 400u
#define COST_NONE UINT32_MAX

/* It is some kilobytes: only what is in use is set and copied. */
static void literals_reset(struct literals *literals, uint32_t cost)
{
	literals->count = 0;
	literals->cost = cost;
	memset(literals->seen, 0, sizeof(literals->seen));
}

static void literals_copy(struct literals *to, const struct literals *from)
{
	memcpy(to->list, from->list, from->count * sizeof(*from->list));
	memcpy(to->seen, from->seen, sizeof(from->seen));
	to->count = from->count;
	to->cost = from->cost;
}

static uint32_t word_cost(const struct word_costs *costs, uint32_t hash)
{
	if (token_set_has(costs->common, hash))
		return COST_COMMON;
	return token_set_has(costs->frequent, hash) ? COST_FREQUENT : COST_RARE;
}

/* Whether the set holds the literal; its bit is set in any case. */
static bool holds(struct literals *literals, const struct literal *literal)
{
	const uint32_t bit =
		(literal->word ^ literal->other) % (LITERALS_SEEN * 64);
	const uint64_t mask = (uint64_t)1 << bit % 64;
	const bool seen = literals->seen[bit / 64] & mask;

	literals->seen[bit / 64] |= mask;
	for (size_t i = 0; seen && i < literals->count; i++)
		if (literals->list[i].word == literal->word &&
		    literals->list[i].other == literal->other &&
		    literals->list[i].kind == literal->kind)
			return true;
	return false;
}

static void add_literal(struct literals *literals,
			const struct literal *literal, uint32_t cost)
{
	if (literals->cost == COST_NONE || holds(literals, literal))
		return;
	if (literals->count == LITERALS_MAX) {
		literals->cost = COST_NONE;
		return;
	}
	literals->list[literals->count++] = *literal;
	literals->cost += cost;
}

static void add_word(struct literals *literals, uint32_t hash, uint32_t cost)
{
	add_literal(literals, &(struct literal){ hash, 0, LITERAL_WORD }, cost);
}

static void add_node(struct literals *literals, const struct node *node,
		     const struct word_costs *costs)
{
	const struct literal caps = { node->value, 0, LITERAL_CAPS };

	if (node->need & NEED_CAPS)
		add_literal(literals, &caps, COST_RARE);
	else
		add_word(literals, node->value, word_cost(costs, node->value));
}

static void add_cover(struct literals *sum, const struct literals *part)
{
	if (part->cost == COST_NONE || !part->count) {
		sum->cost = COST_NONE;
		return;
	}
	for (size_t i = 0; i < part->count; i++)
		add_literal(sum, &part->list[i], 0);
	if (sum->cost != COST_NONE)
		sum->cost += part->cost;
}

static uint32_t pair_cost(uint32_t one, uint32_t two)
{
	if (one == COST_COMMON && two == COST_COMMON)
		return COST_PAIR_COMMON;
	return one == COST_RARE || two == COST_RARE ? COST_PAIR
						    : COST_PAIR_FREQUENT;
}

/* Two words in a row, found by the rarer one. */
static void add_pair(struct literals *literals, uint32_t first, uint32_t second,
		     const struct word_costs *costs)
{
	const uint32_t one = word_cost(costs, first);
	const uint32_t two = word_cost(costs, second);
	const struct literal literal =
		one < two ? (struct literal){ first, second, LITERAL_BEFORE }
			  : (struct literal){ second, first, LITERAL_AFTER };

	add_literal(literals, &literal, pair_cost(one, two));
}

/* Two words at a line's start, found by the first. */
static void add_front_pair(struct literals *literals, uint32_t first,
			   uint32_t second, const struct word_costs *costs)
{
	const struct literal literal = { first, second, LITERAL_BEFORE };

	add_literal(
		literals, &literal,
		pair_cost(word_cost(costs, first), word_cost(costs, second)));
}

/* Where words are looked for, and what they cost. */
struct search {
	const struct pattern_table *table;
	const struct word_costs *costs;
};

/* The cheaper of the word at `at` and the pair that it makes with the next. */
static void literals_word(const struct search *search, uint32_t at,
			  uint32_t end, struct literals *literals)
{
	const struct pattern_table *table = search->table;
	const struct node *node = &table->nodes[at];
	struct literals pair;
	uint32_t next = at + 1;

	literals_reset(&pair, 0);
	literals_reset(literals, 0);
	add_node(literals, node, search->costs);
	while (next < end && table->nodes[next].kind == NODE_GAP)
		next++;
	if (next >= end || table->nodes[next].kind != NODE_WORD)
		return;
	/* the prefilter finds a sign, but not what is beside it */
	if (node->value == token_sign_hash() ||
	    table->nodes[next].value == token_sign_hash())
		return;
	add_pair(&pair, node->value, table->nodes[next].value, search->costs);
	if (pair.cost < literals->cost)
		literals_copy(literals, &pair);
}

/* Of each phrase its first pair of words, or its only word. */
static void literals_set(const struct search *search, uint32_t index,
			 struct literals *literals)
{
	const struct pattern_table *table = search->table;
	const struct word_costs *costs = search->costs;
	const struct phrase_set *set = &table->sets[index];

	literals_reset(literals, 0);
	for (size_t i = 0; i < set->count; i++) {
		const struct phrase *phrase = &table->phrases[set->first + i];
		const uint32_t *hash = &table->hashes[phrase->first];

		if (phrase->count > 1)
			add_pair(literals, hash[0], hash[1], costs);
		else
			add_word(literals, hash[0], word_cost(costs, hash[0]));
	}
}

static void literals_chain(const struct search *search, uint32_t at,
			   uint32_t end, struct literals *best);

static void literals_group(const struct search *search, uint32_t at,
			   struct literals *literals)
{
	const struct node *nodes = search->table->nodes;
	const uint32_t end = node_group_end(nodes, at);
	struct literals branch;

	literals_reset(literals, 0);
	while (node_splits_to(nodes, at, end)) {
		const uint32_t next = nodes[at].value;

		literals_chain(search, at + 1, next - 1, &branch);
		add_cover(literals, &branch);
		at = next;
	}
	literals_chain(search, at, end, &branch);
	add_cover(literals, &branch);
}

static void literals_chain(const struct search *search, uint32_t at,
			   uint32_t end, struct literals *best)
{
	const struct node *nodes = search->table->nodes;

	literals_reset(best, COST_NONE);
	while (at < end && nodes[at].kind != NODE_END) {
		const struct node *node = &nodes[at];
		struct literals part;

		part.cost = COST_NONE;
		if (node->kind == NODE_WORD) {
			literals_word(search, at, end, &part);
		} else if (node->kind == NODE_SET) {
			literals_set(search, node->value, &part);
		} else if (node->kind == NODE_FLAG &&
			   node->value & TOKENS_ADDRESS) {
			literals_reset(&part, 0);
			add_word(&part,
				 token_flag_hash(node->value & TOKEN_POST
							 ? TOKEN_URL
							 : node->value),
				 COST_RARE);
		} else if (node->kind == NODE_SPLIT) {
			literals_group(search, at, &part);
		}
		if (part.cost < best->cost)
			literals_copy(best, &part);
		at = node->kind == NODE_SPLIT ? node_group_end(nodes, at)
					      : at + 1;
	}
}

void pattern_literals(const struct pattern_table *table, uint32_t first,
		      const struct word_costs *costs, struct literals *literals)
{
	const struct search search = { table, costs };

	literals_chain(&search, first, UINT32_MAX, literals);
	if (literals->cost == COST_NONE)
		literals->count = 0;
}

struct prefixes {
	const struct pattern_table *table;
	const struct word_costs *costs;
	struct literals *found;
};

/*
 * Prefixes: the words, or better the pairs of words, with which a pattern can
 * begin. `first` is the word before `at`; 0: none yet.
 */
static void add_fronts(const struct prefixes *prefixes, uint32_t at,
		       uint32_t first);

/* The word at `at`. */
static void add_front(const struct prefixes *prefixes, uint32_t at,
		      uint32_t first, uint32_t hash)
{
	if (first)
		add_front_pair(prefixes->found, first, hash, prefixes->costs);
	else
		add_fronts(prefixes, at + 1, hash);
}

static void add_set_fronts(const struct prefixes *prefixes, uint32_t at,
			   uint32_t first)
{
	const struct pattern_table *table = prefixes->table;
	const struct phrase_set *set = &table->sets[table->nodes[at].value];

	for (size_t i = 0; i < set->count; i++) {
		const struct phrase *phrase = &table->phrases[set->first + i];
		const uint32_t *hash = &table->hashes[phrase->first];

		if (!first && phrase->count > 1)
			add_front_pair(prefixes->found, hash[0], hash[1],
				       prefixes->costs);
		else
			add_front(prefixes, at, first, hash[0]);
		if (prefixes->found->cost == COST_NONE)
			return;
	}
}

static void add_fronts(const struct prefixes *prefixes, uint32_t at,
		       uint32_t first)
{
	const struct node *node = &prefixes->table->nodes[at];
	struct literals *literals = prefixes->found;

	if (literals->cost == COST_NONE)
		return;
	switch (node->kind) {
	case NODE_WORD:
		add_front(prefixes, at, first, node->value);
		break;
	case NODE_SET:
		add_set_fronts(prefixes, at, first);
		break;
	case NODE_SPLIT:
		add_fronts(prefixes, at + 1, first);
		add_fronts(prefixes, node->value, first);
		break;
	case NODE_JUMP:
		add_fronts(prefixes, node->value, first);
		break;
	case NODE_GAP:
		add_fronts(prefixes, at + 1, first);
		break;
	default:
		/* anything may follow: the first word must do */
		if (first)
			add_word(literals, first,
				 word_cost(prefixes->costs, first));
		else
			literals->cost = COST_NONE;
	}
}

void pattern_prefixes(const struct pattern_table *table, uint32_t first,
		      const struct word_costs *costs, struct literals *literals)
{
	const struct prefixes prefixes = { table, costs, literals };

	literals_reset(literals, 0);
	add_fronts(&prefixes, first, 0);
	if (literals->cost == COST_NONE)
		literals->count = 0;
}

/* Only the words with which it begins. */
static void add_first_words(const struct pattern_table *table, uint32_t at,
			    struct literals *literals)
{
	const struct node *node = &table->nodes[at];

	switch (node->kind) {
	case NODE_WORD:
		add_word(literals, node->value, COST_RARE);
		break;
	case NODE_SET: {
		const struct phrase_set *set = &table->sets[node->value];

		for (size_t i = 0; i < set->count; i++)
			add_word(literals,
				 table->hashes[table->phrases[set->first + i]
						       .first],
				 COST_RARE);
		break;
	}
	case NODE_SPLIT:
		add_first_words(table, at + 1, literals);
		add_first_words(table, node->value, literals);
		break;
	case NODE_JUMP:
		add_first_words(table, node->value, literals);
		break;
	case NODE_GAP:
		add_first_words(table, at + 1, literals);
		break;
	default:
		literals->cost = COST_NONE;
	}
}

void pattern_first_words(const struct pattern_table *table, uint32_t first,
			 struct literals *literals)
{
	literals_reset(literals, 0);
	add_first_words(table, first, literals);
	if (literals->cost == COST_NONE)
		literals->count = 0;
}
