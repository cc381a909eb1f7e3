/* One case for a name. */
#include "restore/case_agreement.h"

#include <stdlib.h>

/* One place counts so much at most, in 1/256 nat. */
#define SAY 1024

struct entry {
	uint64_t hash; /* 0: free */
	int32_t capital, upper;
	uint32_t count;
};

struct case_agreement {
	size_t mask;
	struct entry entries[];
};

struct case_agreement *case_agreement_new(size_t words)
{
	struct case_agreement *agreement;
	size_t slots = 16;

	while (slots < 2 * words)
		slots *= 2;
	agreement = calloc(1, sizeof(*agreement) +
				      slots * sizeof(*agreement->entries));
	if (agreement)
		agreement->mask = slots - 1;
	return agreement;
}

void case_agreement_free(struct case_agreement *agreement)
{
	free(agreement);
}

static size_t slot_of(const struct case_agreement *agreement, uint64_t hash)
{
	size_t slot = hash & agreement->mask;

	while (agreement->entries[slot].hash &&
	       agreement->entries[slot].hash != hash)
		slot = (slot + 1) & agreement->mask;
	return slot;
}

static int32_t limit(int32_t say)
{
	return say > SAY ? SAY : say < -SAY ? -SAY : say;
}

void case_agreement_add(struct case_agreement *agreement, uint64_t hash,
			int32_t capital, int32_t upper)
{
	struct entry *entry = &agreement->entries[slot_of(agreement, hash | 1)];

	entry->hash = hash | 1;
	entry->capital += limit(capital);
	entry->upper += limit(upper);
	entry->count++;
}

uint32_t case_agreement_count(const struct case_agreement *agreement,
			      uint64_t hash)
{
	return agreement->entries[slot_of(agreement, hash | 1)].count;
}

bool case_agreement_differs(const struct case_agreement *agreement,
			    uint64_t hash)
{
	const struct entry *entry =
		&agreement->entries[slot_of(agreement, hash | 1)];

	return (uint32_t)abs(entry->upper) < entry->count;
}

unsigned agreed_case(const struct case_agreement *agreement, uint64_t hash,
		     unsigned letters, bool begins)
{
	const struct entry *entry =
		&agreement->entries[slot_of(agreement, hash | 1)];
	const unsigned raised =
		entry->upper > 0 ? RESTORE_UPPER : RESTORE_TITLE;

	if (entry->count < 2 || !entry->capital)
		return letters;
	if (entry->capital > 0)
		return raised;
	return begins ? letters : RESTORE_LOWER;
}

unsigned agreed_capitals(const struct case_agreement *agreement, uint64_t hash,
			 unsigned letters)
{
	const struct entry *entry =
		&agreement->entries[slot_of(agreement, hash | 1)];

	if (entry->count < 2 || !entry->upper)
		return letters;
	return entry->upper > 0 ? RESTORE_UPPER : RESTORE_TITLE;
}
