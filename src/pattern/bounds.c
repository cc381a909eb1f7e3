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

unsigned pattern_first_flags(const struct pattern_table *table, uint32_t first)
{
	const struct node *node = &table->nodes[first];

	while (node->kind == NODE_GAP)
		node++;
	if (node->kind == NODE_FLAG || (node->kind == NODE_RUN && node->min))
		return node->value;
	return node->kind == NODE_NAMES && node->min ? TOKENS_NAME : 0;
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
			    uint32_t end)
{
	const struct node *nodes = table->nodes;
	size_t sum = 0;

	while (at < end && nodes[at].kind != NODE_END) {
		size_t most = 0;

		switch (nodes[at].kind) {
		case NODE_WORD:
		case NODE_FLAG:
			sum++;
			break;
		case NODE_ANY:
		case NODE_NAMES:
		case NODE_RUN:
			sum += nodes[at].max;
			break;
		case NODE_SET:
			sum += set_most(table, nodes[at].value);
			break;
		case NODE_SPLIT: {
			const uint32_t behind = node_group_end(nodes, at);

			while (node_splits_to(nodes, at, behind)) {
				const uint32_t next = nodes[at].value;
				const size_t branch =
					most_in_chain(table, at + 1, next - 1);

				if (branch > most)
					most = branch;
				at = next;
			}
			const size_t last = most_in_chain(table, at, behind);

			sum += last > most ? last : most;
			at = behind;
			continue;
		}
		default:
			break;
		}
		at++;
	}
	return sum;
}

size_t pattern_most_words(const struct pattern_table *table, uint32_t first)
{
	return most_in_chain(table, first, UINT32_MAX);
}
