/* The words of an article, by their hashes. */
#include "text/wordset.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define SLOTS_LEAST 64

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

static void add(struct wordset *set, const char *word, size_t len)
{
	const uint64_t value = wordset_hash(word, len);

	*slot_of(set, value) = value;
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

/* Words of one letter are not kept: three bytes to a word at the least. */
static void add_word(struct wordset *set, const char *text, size_t at,
		     size_t end)
{
	if (end - at > 1)
		add(set, text + at, end - at);
}

/* The compound text[at, end), and its parts if it has several. */
static void add_compound(struct wordset *set, const char *text, size_t at,
			 size_t end)
{
	size_t part = at;

	add_word(set, text, at, end);
	for (size_t i = at; i < end; i++) {
		if (text[i] != '-')
			continue;
		add_word(set, text, part, i);
		part = i + 1;
	}
	if (part > at)
		add_word(set, text, part, end);
}

static void add_words(struct wordset *set, const char *text, size_t len)
{
	size_t at = 0;

	while (at < len) {
		const size_t front = at;

		while (is_letter(text, len, at) ||
		       (at > front && at < len && text[at] == '-' &&
			is_letter(text, len, at + 1)))
			at++;
		if (at > front && !goes_on(utf8_at(text, len, at)) &&
		    !goes_on(utf8_before(text, front)))
			add_compound(set, text, front, at);
		at += at == front;
	}
}

bool wordset_read(struct wordset *set, struct arena *arena, const char *text,
		  size_t len)
{
	size_t slots = SLOTS_LEAST;

	/* At most one word in two bytes: "ab-cd" has three. Mostly one in six.
	 */
	while (slots < len * 2 / 3)
		slots *= 2;
	set->slots = arena_alloc(arena, slots * sizeof(*set->slots));
	if (!set->slots)
		return false;
	memset(set->slots, 0, slots * sizeof(*set->slots));
	set->mask = slots - 1;
	add_words(set, text, len);
	return true;
}

bool wordset_holds(const struct wordset *set, const char *word, size_t len)
{
	return *slot_of(set, wordset_hash(word, len)) != 0;
}
