/* The literal index. */
#include "pattern/literal_index.h"

#include <stdlib.h>

#include "base/buffer.h"

#define BUCKETS_LEAST 64

static void filter_add(struct literal_filter *filter, uint32_t hash)
{
	const uint32_t bit = hash & (((uint32_t)1 << LITERAL_FILTER_BITS) - 1);

	filter->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

static void lead_add(struct literal_lead *lead, const struct literal *literal)
{
	const uint64_t one = 1;

	switch (literal->kind) {
	case LITERAL_AFTER:
		lead->beside |= one << literal_lead_last(literal->other);
		break;
	case LITERAL_BEFORE:
		lead->beside |= one << literal_lead_next(literal->other);
		break;
	case LITERAL_CAPS:
		lead->alone |= one << literal_lead_caps(literal->word);
		break;
	default:
		lead->alone |= one << literal_lead_alone(literal->word);
	}
}

bool literal_index_add(struct literal_index *index,
		       const struct literal *literal,
		       struct literal_owner owner)
{
	if (!array_grow(&index->list, &index->cap, index->count,
			sizeof(*index->list)))
		return false;
	index->list[index->count++] =
		(struct indexed_literal){ literal->word, literal->other,
					  owner.number, (uint16_t)literal->kind,
					  owner.edges };
	filter_add(&index->filter, literal->word);
	lead_add(&index->leads[literal_lead_of(literal->word)], literal);
	return true;
}

/* A counting sort, which keeps the order within a bucket. */
static void sort(const struct literal_index *index,
		 struct indexed_literal *sorted)
{
	const size_t buckets = index->bucket_count;
	uint32_t *starts = index->starts;

	for (size_t i = 0; i < index->count; i++)
		starts[(index->list[i].word & (buckets - 1)) + 1]++;
	for (size_t i = 0; i < buckets; i++)
		starts[i + 1] += starts[i];
	for (size_t i = index->count; i-- > 0;) {
		const size_t bucket = index->list[i].word & (buckets - 1);

		sorted[--starts[bucket + 1]] = index->list[i];
	}
	/* each start moved down to the one before its bucket's */
	for (size_t i = 0; i < buckets; i++)
		starts[i] = starts[i + 1];
	starts[buckets] = (uint32_t)index->count;
}

bool literal_index_finish(struct literal_index *index)
{
	struct indexed_literal *sorted;

	index->bucket_count = BUCKETS_LEAST;
	while (index->bucket_count < index->count)
		index->bucket_count *= 2;
	index->starts = calloc(index->bucket_count + 1, sizeof(*index->starts));
	sorted = malloc((index->count + 1) * sizeof(*sorted));
	if (!index->starts || !sorted) {
		free(sorted);
		return false;
	}
	sort(index, sorted);
	free(index->list);
	index->list = sorted;
	return true;
}

void literal_index_release(struct literal_index *index)
{
	free(index->list);
	free(index->starts);
}
