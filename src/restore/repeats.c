/* Counting words and pairs of words. */
#include "restore/repeats.h"

#include <stdlib.h>

#include "restore/lexicon.h"
#include "restore/words.h"

#define COUNTERS 131072

/*
 * Counters by the low bits of a hash, saturating. Two keys on one counter make
 * a word look more frequent, never less.
 */
struct counters {
	uint8_t words[COUNTERS], pairs[COUNTERS];
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

static uint64_t *hash_words(const struct words *words)
{
	uint64_t *hashes = malloc((words->count + 1) * sizeof(*hashes));

	for (size_t i = 0; hashes && i < words->count; i++) {
		const struct word *word = &words->items[i];
		struct lexeme lexeme;

		lexeme_read(&lexeme, words->text + word->at,
			    word->end - word->at);
		hashes[i] = lexicon_hash(&lexeme);
	}
	return hashes;
}

static void count_all(struct counters *counters, const uint64_t *hashes,
		      size_t words)
{
	for (size_t i = 0; i < words; i++) {
		count(counters->words, hashes[i]);
		if (i)
			count(counters->pairs,
			      pair_hash(hashes[i - 1], hashes[i]));
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

bool repeats_read(struct repeats *repeats, const char *text, size_t len)
{
	struct counters *counters = NULL;
	uint64_t *hashes = NULL;
	struct words words;

	*repeats = (struct repeats){ 0 };
	if (!words_split(&words, text, len))
		return false;
	hashes = hash_words(&words);
	counters = calloc(1, sizeof(*counters));
	if (hashes && counters)
		repeats->rows = malloc(words.count + 1);
	if (repeats->rows) {
		repeats->count = words.count;
		count_all(counters, hashes, words.count);
		number_all(counters, hashes, repeats);
	}
	free(counters);
	free(hashes);
	words_release(&words);
	return repeats->rows != NULL;
}

void repeats_release(struct repeats *repeats)
{
	free(repeats->rows);
	*repeats = (struct repeats){ 0 };
}
