/* The words of an article, by their hashes. */
#include "text/wordset.h"

#include <string.h>

#include "base/ascii.h"
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
uint64_t wordset_hash(const char *word, size_t len)
{
	uint64_t value = 0xCBF29CE484222325u;

	for (size_t i = 0; i < len; i++)
		value = (value ^ ascii_lower((unsigned char)word[i])) *
			0x100000001B3u;
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

static void add(struct reading *reading, const char *word, size_t len)
{
	const uint64_t value = wordset_hash(word, len);
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

/* A letter above ASCII, or what stands for a lost one. */
static bool goes_on(uint32_t point)
{
	return point == UTF8_REPLACEMENT || unicode_is_word(point);
}

/* Words of one letter are not kept. */
static void add_word(struct reading *reading, size_t at, size_t end)
{
	if (end - at > 1)
		add(reading, reading->text + at, end - at);
}

/* The compound text[at, end), and its parts if it has several. */
static void add_compound(struct reading *reading, size_t at, size_t end)
{
	size_t part = at;

	add_word(reading, at, end);
	for (size_t i = at; i < end; i++) {
		if (reading->text[i] != '-')
			continue;
		add_word(reading, part, i);
		part = i + 1;
	}
	if (part > at)
		add_word(reading, part, end);
}

static void add_words(struct reading *reading)
{
	const char *text = reading->text;
	const size_t len = reading->len;
	size_t at = 0;

	while (at < len && !reading->failed) {
		const size_t start = at;

		while (is_letter(text, len, at) ||
		       (at > start && at < len && text[at] == '-' &&
			is_letter(text, len, at + 1)))
			at++;
		if (at > start && !goes_on(utf8_at(text, len, at)) &&
		    !goes_on(utf8_before(text, start)))
			add_compound(reading, start, at);
		at += at == start;
	}
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
