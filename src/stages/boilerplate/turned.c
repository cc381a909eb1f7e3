/* Lines whose quotation marks were turned. */
#include "stages/boilerplate/turned.h"

#include <string.h>

/* A place in each of two lines. */
struct walk {
	struct turned_line one, other; /* from here on */
};

/* The bytes of a quotation mark that begins a line; 0: none does. */
static size_t mark_length(const struct turned_line *line, uint32_t *mark)
{
	const char *s = line->text + line->at;
	const size_t left = line->end - line->at;

	if (left && (*s == '"' || *s == '\'' || *s == '`')) {
		*mark = mark_of((unsigned char)*s) & MARK_QUOTATION;
		return 1;
	}
	/* U+2018, U+2019, U+201C, U+201D */
	if (left < 3 || memcmp(s, "\xE2\x80", 2) != 0 ||
	    ((unsigned char)s[2] & 0xFA) != 0x98)
		return 0;
	*mark = (unsigned char)s[2] < 0x9C ? MARK_APOSTROPHE : MARK_QUOTE;
	return 3;
}

/* Go over marks of one kind; false where there are none. */
static bool pass_marks(struct walk *walk)
{
	uint32_t one, other;
	const size_t len = mark_length(&walk->one, &one);
	const size_t len_other = mark_length(&walk->other, &other);

	if (!len || !len_other || one != other)
		return false;
	walk->one.at += len;
	walk->other.at += len_other;
	return true;
}

/* Go over bytes that are the same, to byte `to` of the first line at most. */
static void pass_same(struct walk *walk, size_t to)
{
	const char *a = walk->one.text + walk->one.at;
	const char *b = walk->other.text + walk->other.at;
	const size_t left = walk->other.end - walk->other.at;
	const size_t wanted = to - walk->one.at;
	const size_t end = wanted < left ? wanted : left;
	size_t same = 0;

	while (same + 8 <= end && !memcmp(a + same, b + same, 8))
		same += 8;
	while (same < end && a[same] == b[same])
		same++;
	walk->one.at += same;
	walk->other.at += same;
}

/* Where marks differ in their last byte, they begin two bytes before it. */
static void go_back(struct walk *walk, size_t from)
{
	if (walk->one.at - from < 2 ||
	    memcmp(walk->one.text + walk->one.at - 2, "\xE2\x80", 2) != 0)
		return;
	walk->one.at -= 2;
	walk->other.at -= 2;
}

/* Go to byte `to` of the first line; false where the lines differ before it. */
static bool go_to(struct walk *walk, size_t to)
{
	while (walk->one.at < to) {
		const size_t from = walk->one.at;

		pass_same(walk, to);
		if (walk->one.at == to)
			break;
		go_back(walk, from);
		if (!pass_marks(walk))
			return false;
	}
	return true;
}

bool turned_same(const struct turned_line *one, const struct turned_line *other)
{
	struct walk walk = { *one, *other };

	return go_to(&walk, one->end) && walk.other.at == other->end;
}

bool turned_words(const struct turned_line *then, const struct turned_line *now,
		  struct arena *arena, const struct tokens *from,
		  struct tokens *to)
{
	struct walk walk = { *then, *now };
	const size_t count = from->count;
	struct token *word = arena_alloc(arena, (count + 1) * sizeof(*word));

	if (!word)
		return false;
	for (size_t i = 0; i <= count; i++) {
		word[i] = from->word[i];
		go_to(&walk, word[i].at);
		word[i].at = (uint32_t)walk.other.at;
		word[i].end += word[i].at - from->word[i].at;
	}
	*to = (struct tokens){ word, count };
	return true;
}
