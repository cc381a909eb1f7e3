/* An article's lines to sightings. */
#include <string.h>

#include <xxhash.h>

#include "learn/sketch.h"
#include "learn/template.h"
#include "text/lines.h"

#define MOST_WORDS 40 /* longer lines are left to the built-in rules */
#define MOST_BYTES 600
#define EDGE 3 /* lines from either end that count as an edge */

/* Keys that an article has counted, so that none counts twice. */
struct seen_keys {
	uint64_t *keys;
	size_t count, cap; /* cap: a power of two */
};

static bool first_time(struct seen_keys *seen, uint64_t key)
{
	size_t slot = key & (seen->cap - 1);

	while (seen->keys[slot]) {
		if (seen->keys[slot] == key)
			return false;
		slot = (slot + 1) & (seen->cap - 1);
	}
	seen->keys[slot] = key;
	return true;
}

static uint64_t pattern_key(const struct buffer *pattern)
{
	const uint64_t key = XXH3_64bits(pattern->bytes, pattern->len);

	return key ? key : 1;
}

static bool has_stop(const struct tokens *words)
{
	return words->count > 2 && words->word[words->count].gap & GAP_STOP;
}

/* Count one line under each of its patterns. */
static bool learn_line(struct learn *learn, struct seen_keys *seen,
		       const char *text, const struct sighting *place)
{
	struct sighting sightings[TEMPLATE_KINDS] = { 0 };
	const size_t len = place->end - place->at;
	struct tokens words;

	if (len > MOST_BYTES)
		return true;
	if (!tokens_split(&words, &learn->arena, text, place->at, place->end))
		return false;
	if (!words.count || words.count > MOST_WORDS)
		return true;
	for (int kind = TEMPLATE_KINDS; kind-- > 0;) {
		struct sighting *sighting = &sightings[kind];

		*sighting = *place;
		sighting->key = 0;
		sighting->kind = (uint8_t)kind;
		sighting->sentence = has_stop(&words);
		if (template_write((enum template_kind)kind, &words, text,
				   &learn->pattern))
			sighting->key = pattern_key(&learn->pattern);
		if (learn->pattern.failed)
			return false;
	}
	for (int kind = 0; kind < TEMPLATE_KINDS; kind++) {
		struct sighting *sighting = &sightings[kind];

		sighting->literal = (uint32_t)sightings[0].key;
		if (kind == TEMPLATE_LITERAL) {
			sighting->parents[0] = sightings[1].key;
			sighting->parents[1] = sightings[2].key;
		}
		if (!sighting->key || !first_time(seen, sighting->key))
			continue;
		template_write((enum template_kind)kind, &words, text,
			       &learn->pattern);
		if (!sketch_note(learn, sighting, text + place->at, len))
			return false;
	}
	return true;
}

/* Note a paragraph; true when it had been noted before. */
static bool was_seen(struct learn *learn, const char *text, size_t len)
{
	const XXH128_hash_t hash = XXH3_128bits(text, len);
	const size_t bits[] = { hash.low64 % SEEN_BITS,
				hash.high64 % SEEN_BITS };
	bool all = true;

	for (size_t i = 0; i < 2; i++) {
		uint64_t *word = &learn->seen[bits[i] / 64];
		const uint64_t bit = (uint64_t)1 << bits[i] % 64;

		all &= (*word & bit) != 0;
		*word |= bit;
	}
	return all;
}

/* How many lines an article has, and whether its longest one is known. */
static size_t look_over(struct learn *learn, const char *text, size_t len,
			bool *copy)
{
	size_t next = 0, at, end, count = 0, longest = 0, longest_len = 0;

	for (; text_next_line(text, len, &next, &at, &end); count++) {
		if (end - at > longest_len) {
			longest = at;
			longest_len = end - at;
		}
	}
	*copy = count && was_seen(learn, text + longest, longest_len);
	return count;
}

static bool make_room(struct seen_keys *seen, struct arena *arena, size_t lines)
{
	seen->cap = 16;
	while (seen->cap < lines * TEMPLATE_KINDS * 2)
		seen->cap *= 2;
	seen->keys = arena_alloc(arena, seen->cap * sizeof(*seen->keys));
	if (seen->keys)
		memset(seen->keys, 0, seen->cap * sizeof(*seen->keys));
	return seen->keys != NULL;
}

bool learn_article(struct learn *learn, const char *text, size_t len)
{
	struct seen_keys seen = { 0 };
	size_t next = 0, at, end, line = 0, count;
	bool copy;

	arena_reset(&learn->arena);
	count = look_over(learn, text, len, &copy);
	if (copy) {
		learn->repeated++;
		return true;
	}
	learn->articles++;
	if (!make_room(&seen, &learn->arena, count))
		return false;
	for (; text_next_line(text, len, &next, &at, &end); line++) {
		const struct sighting place = {
			.at = (uint32_t)at,
			.end = (uint32_t)end,
			.head = line < EDGE,
			.tail = count - line <= EDGE,
		};

		if (!learn_line(learn, &seen, text, &place))
			return false;
	}
	return true;
}
