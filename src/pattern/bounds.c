/*
 * Measures: what can be said of a pattern without matching it.
 */
#include "pattern/pattern.h"

static unsigned marks_in_chain(const struct pattern_table *table, uint32_t at,
			       uint32_t end);

/* What every branch of a group needs. */
static unsigned marks_in_group(const struct pattern_table *table, uint32_t at)
{
	const uint32_t end = node_group_end(table->nodes, at);
	unsigned marks = ~0u;

	while (node_splits_to(table->nodes, at, end)) {
		const uint32_t next = table->nodes[at].value;

		marks &= marks_in_chain(table, at + 1, next - 1);
		at = next;
	}
	return marks & marks_in_chain(table, at, end);
}

static unsigned marks_in_chain(const struct pattern_table *table, uint32_t at,
			       uint32_t end)
{
	unsigned marks = 0;

	while (at < end && table->nodes[at].kind != NODE_END) {
		const struct node *node = &table->nodes[at];

		if (node->kind == NODE_GAP)
			marks |= node->value;
		if (node->kind == NODE_SPLIT) {
			marks |= marks_in_group(table, at);
			at = node_group_end(table->nodes, at);
		} else {
			at++;
		}
	}
	return marks;
}

unsigned pattern_marks(const struct pattern_table *table, uint32_t first)
{
	return marks_in_chain(table, first, UINT32_MAX);
}

static const struct node *skip_gaps(const struct node *node)
{
	while (node->kind == NODE_GAP)
		node++;
	return node;
}

/* The flags of which the first word of what a node takes has one. */
static unsigned node_flags(const struct node *node)
{
	if (node->kind == NODE_FLAG || (node->kind == NODE_RUN && node->min))
		return node->value;
	return node->kind == NODE_NAMES && node->min ? TOKENS_NAME : 0;
}

unsigned pattern_first_flags(const struct pattern_table *table, uint32_t first)
{
	return node_flags(skip_gaps(&table->nodes[first]));
}

unsigned pattern_second_flags(const struct pattern_table *table, uint32_t first)
{
	const struct node *node = skip_gaps(&table->nodes[first]);

	/* an address is one word here, and several to who counts them quickly
	 */
	return node->kind == NODE_FLAG && !(node->value & TOKENS_ADDRESS)
		       ? node_flags(skip_gaps(node + 1))
		       : 0;
}

static size_t set_most(const struct pattern_table *table, uint32_t index)
{
	const struct phrase_set *set = &table->sets[index];
	size_t most = 0;

	for (size_t i = 0; i < set->count; i++)
		if (table->phrases[set->first + i].count > most)
			most = table->phrases[set->first + i].count;
	return most;
}

static size_t most_in_chain(const struct pattern_table *table, uint32_t at,
			    uint32_t end);

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t most_in_group(const struct pattern_table *table, uint32_t at)
{
	const struct node *nodes = table->nodes;
	const uint32_t end = node_group_end(nodes, at);
	size_t most = 0;

	while (node_splits_to(nodes, at, end)) {
		const uint32_t next = nodes[at].value;

		most = larger(most, most_in_chain(table, at + 1, next - 1));
		at = next;
	}
	return larger(most, most_in_chain(table, at, end));
}

/* Of one node, which is no group. */
static size_t most_in_node(const struct pattern_table *table,
			   const struct node *node)
{
	switch (node->kind) {
	case NODE_WORD:
	case NODE_FLAG:
		return 1;
	case NODE_ANY:
	case NODE_NAMES:
	case NODE_RUN:
		return node->max;
	case NODE_SET:
		return set_most(table, node->value);
	default:
		return 0;
	}
}

static size_t most_in_chain(const struct pattern_table *table, uint32_t at,
			    uint32_t end)
{
	const struct node *nodes = table->nodes;
	size_t sum = 0;

	while (at < end && nodes[at].kind != NODE_END) {
		if (nodes[at].kind == NODE_SPLIT) {
			sum += most_in_group(table, at);
			at = node_group_end(nodes, at);
		} else {
			sum += most_in_node(table, &nodes[at++]);
		}
	}
	return sum;
}

size_t pattern_most_words(const struct pattern_table *table, uint32_t first)
{
	return most_in_chain(table, first, UINT32_MAX);
}
