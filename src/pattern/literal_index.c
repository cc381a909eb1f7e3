/* The literal index. */
#include "pattern/literal_index.h"

#include <stdlib.h>
#include <string.h>

static void let_pass(struct literal_filter *filter, uint32_t hash)
{
	const uint32_t bit = hash & (((uint32_t)1 << WORD_FRONT_BITS) - 1);

	filter->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

bool literal_index_add(struct literal_index *index,
		       const struct literal *literal, uint32_t owner,
		       enum literal_filters filters)
{
	if (!array_grow(&index->list, &index->cap, index->count,
			sizeof(*index->list)))
		return false;
	index->list[index->count++] =
		(struct indexed_literal){ *literal, owner, LITERAL_CHAIN_END };
	let_pass(&index->all, literal->word);
	if (filters >= LITERAL_SOME)
		let_pass(&index->some, literal->word);
	if (filters >= LITERAL_WIDE)
		let_pass(&index->wide, literal->word);
	return true;
}

/* Chains are linked from their ends, so that they keep the order of adding. */
bool literal_index_finish(struct literal_index *index)
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
		struct indexed_literal *entry = &index->list[i];
		uint32_t *head =
			&index->heads[entry->literal.word & (count - 1)];

		entry->next = *head;
		*head = (uint32_t)i;
	}
	return true;
}

void literal_index_release(struct literal_index *index)
{
	free(index->list);
	free(index->heads);
}
