/* Counting words and pairs of words. */
#include "restore/repeats.h"

#include <stdlib.h>

#include "restore/lexicon.h"

#define COUNTERS (REPEATS_COUNTERS / 2)

/*
 * Counters by the low bits of a hash, saturating. Two keys on one counter make
 * a word look more frequent, never less.
 */
struct counters {
	uint8_t *words, *pairs;
};

static uint64_t pair_hash(uint64_t before, uint64_t word)
{
	return lexicon_mix(before * 0x9E3779B97F4A7C15u + word);
}

static void count(uint8_t *counters, uint64_t hash)
{
	uint8_t *counter = &counters[hash % COUNTERS];

	*counter = (uint8_t)(*counter + (*counter < UINT8_MAX));
}

/* How often, in steps. */
static unsigned word_level(const struct counters *counters, uint64_t hash)
{
	static const uint8_t levels[] = { 0, 0, 1, 2, 3, 3, 4, 4, 4, 4, 5 };
	const unsigned times = counters->words[hash % COUNTERS];

	return levels[times < 10 ? times : 10];
}

static unsigned pair_level(const struct counters *counters, uint64_t hash)
{
	static const uint8_t levels[] = { 0, 0, 1, 2, 3 };
	const unsigned times = counters->pairs[hash % COUNTERS];

	return levels[times < 4 ? times : 4];
}

static void count_all(const struct counters *counters, const uint64_t *hashes,
		      size_t words)
{
	for (size_t i = 0; i < words; i++) {
		count(counters->words, hashes[i]);
		if (i)
			count(counters->pairs,
			      pair_hash(hashes[i - 1], hashes[i]));
	}
}

/* Only those that were counted: there are many more. */
static void clear_all(const struct counters *counters, const uint64_t *hashes,
		      size_t words)
{
	for (size_t i = 0; i < words; i++) {
		counters->words[hashes[i] % COUNTERS] = 0;
		if (i)
			counters->pairs[pair_hash(hashes[i - 1], hashes[i]) %
					COUNTERS] = 0;
	}
}

static void number_all(const struct counters *counters, const uint64_t *hashes,
		       struct repeats *repeats)
{
	unsigned before = 0;

	for (size_t i = 0; i < repeats->count; i++) {
		unsigned after = 0;

		if (i + 1 < repeats->count)
			after = pair_level(counters,
					   pair_hash(hashes[i], hashes[i + 1]));
		repeats->rows[i] =
			(uint8_t)(16 * word_level(counters, hashes[i]) +
				  4 * before + after);
		before = after;
	}
}

bool repeats_read(struct repeats *repeats, uint8_t *counters,
		  const uint64_t *hashes, size_t count)
{
	const struct counters all = { counters, counters + COUNTERS };

	*repeats = (struct repeats){ malloc(count + 1), count };
	if (!repeats->rows)
		return false;
	count_all(&all, hashes, count);
	number_all(&all, hashes, repeats);
	clear_all(&all, hashes, count);
	return true;
}

void repeats_release(struct repeats *repeats)
{
	free(repeats->rows);
	*repeats = (struct repeats){ 0 };
}
