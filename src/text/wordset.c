/* The words of an article, by their hashes. */
#include "text/wordset.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define SLOTS_LEAST 64

/* A slot for so many bytes at first: news has a new word in some fifty. */
#define BYTES_A_SLOT 32

/* A text that is being read. */
struct reading {
	struct wordset *set;
	struct arena *arena;
	const char *text;
	size_t len;
	size_t count; /* words in the set */
	bool failed;
};

/* FNV-1a. */
#define HASH_START 0xCBF29CE484222325u

static uint64_t hash_on(uint64_t value, unsigned char c)
{
	return (value ^ ascii_lower(c)) * 0x100000001B3u;
}

uint64_t wordset_hash(const char *word, size_t len)
{
	uint64_t value = HASH_START;

	for (size_t i = 0; i < len; i++)
		value = hash_on(value, (unsigned char)word[i]);
	return value ? value : 1;
}

static uint64_t *slot_of(const struct wordset *set, uint64_t value)
{
	size_t i = (size_t)value & set->mask;

	while (set->slots[i] && set->slots[i] != value)
		i = (i + 1) & set->mask;
	return &set->slots[i];
}

static bool make_slots(struct wordset *set, struct arena *arena, size_t slots)
{
	const size_t size = slots * sizeof(*set->slots);
	uint64_t *const made = arena_alloc(arena, size);

	if (!made)
		return false;
	memset(made, 0, size);
	*set = (struct wordset){ made, slots - 1 };
	return true;
}

/* Four times the slots: the old ones are a third of the new ones. */
static bool grow(struct reading *reading)
{
	const struct wordset old = *reading->set;

	if (!make_slots(reading->set, reading->arena, (old.mask + 1) * 4))
		return false;
	for (size_t i = 0; i <= old.mask; i++) {
		if (old.slots[i])
			*slot_of(reading->set, old.slots[i]) = old.slots[i];
	}
	return true;
}

static void add(struct reading *reading, uint64_t hash)
{
	const uint64_t value = hash ? hash : 1;
	uint64_t *slot = slot_of(reading->set, value);

	if (reading->failed || *slot == value)
		return;
	*slot = value;
	if (++reading->count > reading->set->mask / 2 && !grow(reading))
		reading->failed = true;
}

static bool is_letter(const char *text, size_t len, size_t at)
{
	return at < len && ascii_is_letter((unsigned char)text[at]);
}

/* A letter above ASCII, a digit, or what stands for a lost letter. */
static bool goes_on(uint32_t point)
{
	return point < 0x80
		       ? ascii_is_digit(point)
		       : point == UTF8_REPLACEMENT || unicode_is_word(point);
}

bool wordset_is_piece(const char *text, size_t len, size_t at, size_t end)
{
	return goes_on(utf8_at(text, len, end)) ||
	       goes_on(utf8_before(text, at));
}

/* The end of the letters from text[at] on, and their hash. */
static size_t read_letters(const struct reading *reading, size_t at,
			   uint64_t *hash)
{
	uint64_t value = HASH_START;

	for (; is_letter(reading->text, reading->len, at); at++)
		value = hash_on(value, (unsigned char)reading->text[at]);
	*hash = value;
	return at;
}

/* Words of one letter are not kept. */
static void add_word(struct reading *reading, size_t at, size_t end)
{
	if (end - at > 1)
		add(reading, wordset_hash(reading->text + at, end - at));
}

/* The parts of the compound text[at, end). */
static void add_parts(struct reading *reading, size_t at, size_t end)
{
	for (size_t part = at; at <= end; at++) {
		if (at < end && reading->text[at] != '-')
			continue;
		add_word(reading, part, at);
		part = at + 1;
	}
}

/* The word that begins at `at`; where it ends. */
static size_t read_word(struct reading *reading, size_t at)
{
	uint64_t hash;
	const size_t first = read_letters(reading, at, &hash);
	size_t end = first;

	while (bytes_at(reading->text, reading->len, end) == '-' &&
	       is_letter(reading->text, reading->len, end + 1))
		for (end++; is_letter(reading->text, reading->len, end);)
			end++;
	if (wordset_is_piece(reading->text, reading->len, at, end))
		return end;
	if (end > first) {
		add_word(reading, at, end);
		add_parts(reading, at, end);
	} else if (end - at > 1) {
		add(reading, hash);
	}
	return end;
}

static void add_words(struct reading *reading)
{
	size_t at = 0;

	while (at < reading->len && !reading->failed)
		at = is_letter(reading->text, reading->len, at)
			     ? read_word(reading, at)
			     : at + 1;
}

bool wordset_read(struct wordset *set, struct arena *arena, const char *text,
		  size_t len)
{
	struct reading reading = {
		.set = set,
		.arena = arena,
		.text = text,
		.len = len,
	};
	size_t slots = SLOTS_LEAST;

	while (slots < len / BYTES_A_SLOT)
		slots *= 2;
	if (!make_slots(set, arena, slots))
		return false;
	add_words(&reading);
	return !reading.failed;
}

bool wordset_holds(const struct wordset *set, const char *word, size_t len)
{
	return *slot_of(set, wordset_hash(word, len)) != 0;
}
