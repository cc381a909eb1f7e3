/*
 * Covers: by which words a pattern is found.
 *
 * Of what a pattern needs one after the other the cheapest part serves; of a
 * group all branches are needed, of a set all phrases.
 */
#include "stages/boilerplate/pattern.h"

#include <string.h>

#define COST_PAIR 1u /* two words in a row, not both common */
#define COST_PAIR_FREQUENT 8u
#define COST_PAIR_COMMON 60u
#define COST_RARE 4u
#define COST_FREQUENT 20u
#define COST_COMMON 400u
#define FLAGS_ADDRESS (TOKEN_URL | TOKEN_MAIL | TOKEN_HANDLE | TOKEN_POST)
#define COST_NONE UINT32_MAX

/* A cover is some kilobytes: only what is in use is set and copied. */
static void cover_reset(struct cover *cover, uint32_t cost)
{
	cover->count = 0;
	cover->cost = cost;
	memset(cover->seen, 0, sizeof(cover->seen));
}

static void cover_copy(struct cover *to, const struct cover *from)
{
	memcpy(to->anchors, from->anchors,
	       from->count * sizeof(*from->anchors));
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

/* Whether the cover holds the anchor; its bit is set in any case. */
static bool holds(struct cover *cover, const struct anchor *anchor)
{
	const uint32_t bit = (anchor->word ^ anchor->other) % (COVER_SEEN * 64);
	const uint64_t mask = (uint64_t)1 << bit % 64;
	const bool seen = cover->seen[bit / 64] & mask;

	cover->seen[bit / 64] |= mask;
	for (size_t i = 0; seen && i < cover->count; i++)
		if (cover->anchors[i].word == anchor->word &&
		    cover->anchors[i].other == anchor->other &&
		    cover->anchors[i].kind == anchor->kind)
			return true;
	return false;
}

static void add_anchor(struct cover *cover, const struct anchor *anchor,
		       uint32_t cost)
{
	if (holds(cover, anchor))
		return;
	if (cover->cost == COST_NONE || cover->count == COVER_MAX) {
		cover->cost = COST_NONE;
		return;
	}
	cover->anchors[cover->count++] = *anchor;
	cover->cost += cost;
}

static void add_word(struct cover *cover, uint32_t hash, uint32_t cost)
{
	add_anchor(cover, &(struct anchor){ hash, 0, ANCHOR_WORD }, cost);
}

static void add_node(struct cover *cover, const struct node *node,
		     const struct word_costs *costs)
{
	const struct anchor caps = { node->value, 0, ANCHOR_CAPS };

	if (node->need & NEED_CAPS)
		add_anchor(cover, &caps, COST_RARE);
	else
		add_word(cover, node->value, word_cost(costs, node->value));
}

static void add_cover(struct cover *sum, const struct cover *part)
{
	if (part->cost == COST_NONE || !part->count) {
		sum->cost = COST_NONE;
		return;
	}
	for (size_t i = 0; i < part->count; i++)
		add_anchor(sum, &part->anchors[i], 0);
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
static void add_pair(struct cover *cover, uint32_t first, uint32_t second,
		     const struct word_costs *costs)
{
	const uint32_t one = word_cost(costs, first);
	const uint32_t two = word_cost(costs, second);
	const struct anchor anchor =
		one < two ? (struct anchor){ first, second, ANCHOR_BEFORE }
			  : (struct anchor){ second, first, ANCHOR_AFTER };

	add_anchor(cover, &anchor, pair_cost(one, two));
}

/* Two words at a line's front, found by the first. */
static void add_front_pair(struct cover *cover, uint32_t first, uint32_t second,
			   const struct word_costs *costs)
{
	const struct anchor anchor = { first, second, ANCHOR_BEFORE };

	add_anchor(
		cover, &anchor,
		pair_cost(word_cost(costs, first), word_cost(costs, second)));
}

/* The cheaper of the word at `at` and the pair that it makes with the next. */
static void cover_word(const struct pattern_table *table, uint32_t at,
		       uint32_t end, const struct word_costs *costs,
		       struct cover *cover)
{
	const struct node *node = &table->nodes[at];
	struct cover pair;
	uint32_t next = at + 1;

	cover_reset(&pair, 0);
	cover_reset(cover, 0);
	add_node(cover, node, costs);
	while (next < end && table->nodes[next].kind == NODE_GAP)
		next++;
	if (next >= end || table->nodes[next].kind != NODE_WORD)
		return;
	/* the quick look finds a sign, but not what stands beside it */
	if (node->value == token_sign_hash() ||
	    table->nodes[next].value == token_sign_hash())
		return;
	add_pair(&pair, node->value, table->nodes[next].value, costs);
	if (pair.cost < cover->cost)
		cover_copy(cover, &pair);
}

/* Of each phrase its first pair of words, or its only word. */
static void cover_set(const struct pattern_table *table, uint32_t index,
		      const struct word_costs *costs, struct cover *cover)
{
	const struct phrase_set *set = &table->sets[index];

	cover_reset(cover, 0);
	for (size_t i = 0; i < set->count; i++) {
		const struct phrase *phrase = &table->phrases[set->first + i];
		const uint32_t *hash = &table->hashes[phrase->first];

		if (phrase->count > 1)
			add_pair(cover, hash[0], hash[1], costs);
		else
			add_word(cover, hash[0], word_cost(costs, hash[0]));
	}
}

static void cover_chain(const struct pattern_table *table, uint32_t at,
			uint32_t end, const struct word_costs *costs,
			struct cover *best);

static void cover_group(const struct pattern_table *table, uint32_t at,
			const struct word_costs *costs, struct cover *cover)
{
	const uint32_t end = node_group_end(table->nodes, at);
	struct cover branch;

	cover_reset(cover, 0);
	while (node_splits_to(table->nodes, at, end)) {
		const uint32_t next = table->nodes[at].value;

		cover_chain(table, at + 1, next - 1, costs, &branch);
		add_cover(cover, &branch);
		at = next;
	}
	cover_chain(table, at, end, costs, &branch);
	add_cover(cover, &branch);
}

static void cover_chain(const struct pattern_table *table, uint32_t at,
			uint32_t end, const struct word_costs *costs,
			struct cover *best)
{
	cover_reset(best, COST_NONE);
	while (at < end && table->nodes[at].kind != NODE_END) {
		const struct node *node = &table->nodes[at];
		struct cover part;

		cover_reset(&part, COST_NONE);
		if (node->kind == NODE_WORD) {
			cover_word(table, at, end, costs, &part);
		} else if (node->kind == NODE_SET) {
			cover_set(table, node->value, costs, &part);
		} else if (node->kind == NODE_FLAG &&
			   node->value & FLAGS_ADDRESS) {
			cover_reset(&part, 0);
			add_word(&part,
				 token_flag_hash(node->value & TOKEN_POST
							 ? TOKEN_URL
							 : node->value),
				 COST_RARE);
		} else if (node->kind == NODE_SPLIT) {
			cover_group(table, at, costs, &part);
		}
		if (part.cost < best->cost)
			cover_copy(best, &part);
		at = node->kind == NODE_SPLIT ? node_group_end(table->nodes, at)
					      : at + 1;
	}
}

void pattern_cover(const struct pattern_table *table, uint32_t first,
		   const struct word_costs *costs, struct cover *cover)
{
	cover_chain(table, first, UINT32_MAX, costs, cover);
	if (cover->cost == COST_NONE)
		cover->count = 0;
}

/*
 * Fronts: the words, or better the pairs of words, with which a pattern can
 * begin. `first` is the word before `at`; 0: none yet.
 */
static void add_fronts(const struct pattern_table *table, uint32_t at,
		       uint32_t first, const struct word_costs *costs,
		       struct cover *cover);

static void add_front(const struct pattern_table *table, uint32_t at,
		      uint32_t first, uint32_t hash,
		      const struct word_costs *costs, struct cover *cover)
{
	if (first)
		add_front_pair(cover, first, hash, costs);
	else
		add_fronts(table, at + 1, hash, costs, cover);
}

static void add_set_fronts(const struct pattern_table *table, uint32_t at,
			   uint32_t first, const struct word_costs *costs,
			   struct cover *cover)
{
	const struct phrase_set *set = &table->sets[table->nodes[at].value];

	for (size_t i = 0; i < set->count; i++) {
		const struct phrase *phrase = &table->phrases[set->first + i];
		const uint32_t *hash = &table->hashes[phrase->first];

		if (!first && phrase->count > 1)
			add_front_pair(cover, hash[0], hash[1], costs);
		else
			add_front(table, at, first, hash[0], costs, cover);
		if (cover->cost == COST_NONE)
			return;
	}
}

static void add_fronts(const struct pattern_table *table, uint32_t at,
		       uint32_t first, const struct word_costs *costs,
		       struct cover *cover)
{
	const struct node *node = &table->nodes[at];

	if (cover->cost == COST_NONE)
		return;
	switch (node->kind) {
	case NODE_WORD:
		add_front(table, at, first, node->value, costs, cover);
		break;
	case NODE_SET:
		add_set_fronts(table, at, first, costs, cover);
		break;
	case NODE_SPLIT:
		add_fronts(table, at + 1, first, costs, cover);
		add_fronts(table, node->value, first, costs, cover);
		break;
	case NODE_JUMP:
		add_fronts(table, node->value, first, costs, cover);
		break;
	case NODE_GAP:
		add_fronts(table, at + 1, first, costs, cover);
		break;
	default:
		/* anything may follow: the first word must do */
		if (first)
			add_word(cover, first, word_cost(costs, first));
		else
			cover->cost = COST_NONE;
	}
}

void pattern_fronts(const struct pattern_table *table, uint32_t first,
		    const struct word_costs *costs, struct cover *cover)
{
	cover_reset(cover, 0);
	add_fronts(table, first, 0, costs, cover);
	if (cover->cost == COST_NONE)
		cover->count = 0;
}

/* Only the words with which it begins. */
static void add_first_words(const struct pattern_table *table, uint32_t at,
			    struct cover *cover)
{
	const struct node *node = &table->nodes[at];

	switch (node->kind) {
	case NODE_WORD:
		add_word(cover, node->value, COST_RARE);
		break;
	case NODE_SET: {
		const struct phrase_set *set = &table->sets[node->value];

		for (size_t i = 0; i < set->count; i++)
			add_word(cover,
				 table->hashes[table->phrases[set->first + i]
						       .first],
				 COST_RARE);
		break;
	}
	case NODE_SPLIT:
		add_first_words(table, at + 1, cover);
		add_first_words(table, node->value, cover);
		break;
	case NODE_JUMP:
		add_first_words(table, node->value, cover);
		break;
	case NODE_GAP:
		add_first_words(table, at + 1, cover);
		break;
	default:
		cover->cost = COST_NONE;
	}
}

void pattern_first_words(const struct pattern_table *table, uint32_t first,
			 struct cover *cover)
{
	cover_reset(cover, 0);
	add_first_words(table, first, cover);
	if (cover->cost == COST_NONE)
		cover->count = 0;
}
