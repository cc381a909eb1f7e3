/* A set of words. */
#include "stages/encoding/vocabulary.h"

#include <string.h>

#include "base/ascii.h"

/* FNV-1a, in lower case; never 0. */
static uint32_t hash_word(const char *word, size_t len)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ ascii_lower((unsigned char)word[i])) * 16777619u;
	return hash ? hash : 1;
}

static size_t find_slot(const struct vocabulary *vocabulary, uint32_t hash)
{
	size_t at = hash & (vocabulary->size - 1);

	while (vocabulary->slots[at] && vocabulary->slots[at] != hash)
		at = (at + 1) & (vocabulary->size - 1);
	return at;
}

static void add(struct vocabulary *vocabulary, const char *word, size_t len)
{
	const uint32_t hash = hash_word(word, len);

	vocabulary->slots[find_slot(vocabulary, hash)] = hash;
}

/* More than twice as many slots as there can be words. */
static bool make_room(struct vocabulary *vocabulary, size_t len,
		      struct arena *arena)
{
	size_t size = 64;

	while (size < len + 2)
		size *= 2;
	vocabulary->slots = arena_alloc(arena, size * sizeof(uint32_t));
	if (!vocabulary->slots)
		return false;
	memset(vocabulary->slots, 0, size * sizeof(uint32_t));
	vocabulary->size = size;
	return true;
}

bool vocabulary_read(struct vocabulary *vocabulary, const char *text,
		     size_t len, struct arena *arena)
{
	size_t at = 0;

	if (!make_room(vocabulary, len, arena))
		return false;
	while (at < len) {
		const size_t front = at;

		while (at < len && ascii_is_letter((unsigned char)text[at]))
			at++;
		if (at > front &&
		    (!front || (unsigned char)text[front - 1] < 0x80) &&
		    (at == len || (unsigned char)text[at] < 0x80))
			add(vocabulary, text + front, at - front);
		if (at == front)
			at++;
	}
	return true;
}

bool vocabulary_has(const struct vocabulary *vocabulary, const char *word,
		    size_t len)
{
	const uint32_t hash = hash_word(word, len);

	return vocabulary->size &&
	       vocabulary->slots[find_slot(vocabulary, hash)] == hash;
}
