/* One case for a name. */
#include "restore/concord.h"

#include <stdlib.h>

/* One place counts so much at most, in 1/256 nat. */
#define SAY 1024

struct entry {
	uint64_t hash; /* 0: free */
	int32_t capital, upper;
	uint32_t count;
};

struct concord {
	size_t mask;
	struct entry entries[];
};

struct concord *concord_new(size_t words)
{
	struct concord *concord;
	size_t slots = 16;

	while (slots < 2 * words)
		slots *= 2;
	concord =
		calloc(1, sizeof(*concord) + slots * sizeof(*concord->entries));
	if (concord)
		concord->mask = slots - 1;
	return concord;
}

void concord_free(struct concord *concord)
{
	free(concord);
}

static size_t slot_of(const struct concord *concord, uint64_t hash)
{
	size_t slot = hash & concord->mask;

	while (concord->entries[slot].hash &&
	       concord->entries[slot].hash != hash)
		slot = (slot + 1) & concord->mask;
	return slot;
}

static int32_t limit(int32_t say)
{
	return say > SAY ? SAY : say < -SAY ? -SAY : say;
}

void concord_add(struct concord *concord, uint64_t hash, int32_t capital,
		 int32_t upper)
{
	struct entry *entry = &concord->entries[slot_of(concord, hash | 1)];

	entry->hash = hash | 1;
	entry->capital += limit(capital);
	entry->upper += limit(upper);
	entry->count++;
}

unsigned concord_case(const struct concord *concord, uint64_t hash,
		      unsigned letters, bool begins)
{
	const struct entry *entry =
		&concord->entries[slot_of(concord, hash | 1)];
	const unsigned raised =
		entry->upper > 0 ? RESTORE_UPPER : RESTORE_TITLE;

	if (entry->count < 2 || !entry->capital)
		return letters;
	if (entry->capital > 0)
		return raised;
	return begins ? letters : RESTORE_LOWER;
}
