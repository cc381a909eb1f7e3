/* Counting findings of the same rule and line. */
#include "writer/occurrences.h"

#include <stdlib.h>

struct occurrence {
	const struct cd_rule *rule; /* NULL: the slot is free */
	uint64_t hash;
	size_t count;
};

void occurrences_release(struct occurrences *seen)
{
	free(seen->slots);
	*seen = (struct occurrences){ 0 };
}

/* The slot of the item, or the free one that is to be it. */
static struct occurrence *slot_of(const struct occurrences *seen,
				  const struct cd_rule *rule, uint64_t hash)
{
	const size_t mask = seen->cap - 1;
	size_t at = (size_t)(hash + (uintptr_t)rule) & mask;

	while (seen->slots[at].rule &&
	       (seen->slots[at].rule != rule || seen->slots[at].hash != hash))
		at = (at + 1) & mask;
	return &seen->slots[at];
}

static bool grow(struct occurrences *seen)
{
	struct occurrences grown = { .cap = seen->cap ? seen->cap * 2 : 64 };

	grown.slots = calloc(grown.cap, sizeof(*grown.slots));
	if (!grown.slots)
		return false;
	for (size_t i = 0; i < seen->cap; i++) {
		const struct occurrence *old = &seen->slots[i];

		if (old->rule)
			*slot_of(&grown, old->rule, old->hash) = *old;
	}
	grown.count = seen->count;
	free(seen->slots);
	*seen = grown;
	return true;
}

size_t occurrences_add(struct occurrences *seen, const struct report_item *item)
{
	struct occurrence *slot;

	if (seen->count >= seen->cap / 2 && !grow(seen))
		return 0;
	slot = slot_of(seen, item->rule, item->hash);
	seen->count += !slot->rule;
	slot->rule = item->rule;
	slot->hash = item->hash;
	return ++slot->count;
}
