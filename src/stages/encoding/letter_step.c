/*
 * Letters that were lost, where the article has the word with its letter:
 * "caf?s" beside "café", "Fran" and U+FFFD and "ois" beside "François". Words
 * of English that end in é ("clich?s") are known without. Two letters for one
 * gap are none.
 */
#include "stages/stage.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "text/word_lists.h"
#include "text/wordset.h"
#include "unicode/props.h"

#define WORD_MAX 40  /* bytes of a word's other letters */
#define WORD_LEAST 3 /* letters that are left of it */
#define GAP_MAX 3    /* U+FFFD of one letter */
#define GAP '?'	     /* for the letter, in the hash of a word */
#define DIFFERENT UINT32_MAX

/* A word without its one letter above ASCII, by hash; 0: free. */
struct known_word {
	uint64_t hash;
	uint32_t letter; /* or DIFFERENT */
};

struct known_words {
	struct known_word *slots;
	size_t mask;
};

/* The letters beside a gap, and GAP. */
struct gapped {
	char bytes[WORD_MAX + 2];
	size_t len, gap; /* `gap`: where it is */
	bool asked;	 /* it is "?" in the text, which patterns have, too */
};

static bool is_letter_byte(const struct pass *pass, size_t at)
{
	return at < pass->len && ascii_is_letter((unsigned char)pass->text[at]);
}

/* Of an address, a query or another name. */
static bool is_name_sign(uint32_t point)
{
	return point && point < 0x80 && strchr("/=@_&#%\\", (int)point);
}

/* No letter is on the word's outer sides, no other gap, and no sign of a name.
 */
static bool is_whole(const struct pass *pass, size_t at, size_t end)
{
	const uint32_t before = utf8_before(pass->text, at);
	const uint32_t after = pass_point(pass, end);

	return !unicode_is_word(before) && !unicode_is_word(after) &&
	       !is_name_sign(before) && !is_name_sign(after) &&
	       before != UTF8_REPLACEMENT && after != UTF8_REPLACEMENT;
}

/* The word around text[at, end), whose other letters are of ASCII. */
static bool read_word(const struct pass *pass, size_t at, size_t end,
		      struct gapped *word)
{
	size_t from = at, to = end;

	while (from && at - from <= WORD_MAX && is_letter_byte(pass, from - 1))
		from--;
	while (to - end <= WORD_MAX && is_letter_byte(pass, to))
		to++;
	word->asked = pass->text[at] == GAP;
	word->gap = at - from;
	word->len = word->gap + 1 + (to - end);
	if (word->len > WORD_MAX || word->len <= WORD_LEAST ||
	    !is_whole(pass, from, to))
		return false;
	memcpy(word->bytes, pass->text + from, word->gap);
	word->bytes[word->gap] = GAP;
	memcpy(word->bytes + word->gap + 1, pass->text + end, to - end);
	return true;
}

static struct known_word *slot_of(const struct known_words *words,
				  uint64_t hash)
{
	size_t i = (size_t)hash & words->mask;

	while (words->slots[i].hash && words->slots[i].hash != hash)
		i = (i + 1) & words->mask;
	return &words->slots[i];
}

static void add(struct known_words *words, const struct gapped *word,
		uint32_t letter)
{
	const uint64_t hash = wordset_hash(word->bytes, word->len);
	struct known_word *slot = slot_of(words, hash);

	if (!slot->hash)
		*slot = (struct known_word){ hash, letter };
	else if (slot->letter != letter)
		slot->letter = DIFFERENT;
}

/* Whether the letter beside the gap is small; others may be as well. */
static bool is_small(const struct gapped *word)
{
	const size_t beside =
		word->gap + 1 < word->len ? word->gap + 1 : word->gap - 1;

	return ascii_is_lower((unsigned char)word->bytes[beside]);
}

/* "CAFÉ" tells nothing of "café"; a capital may begin a word. */
static bool may_stand(const struct gapped *word, uint32_t letter)
{
	if (!unicode_is_letter(letter))
		return false;
	return is_small(word) ? !word->gap || unicode_is_lower(letter)
			      : unicode_is_upper(letter);
}

static bool read_words(struct pass *pass, struct known_words *words)
{
	struct byte_set high = byte_set_of("");
	size_t slots = 64, at = 0;

	byte_set_add(&high, 0x80, 0xFF);

	while (slots < 2 * pass->survey->high)
		slots *= 2;
	words->mask = slots - 1;
	words->slots = arena_alloc(pass->arena, slots * sizeof(*words->slots));
	if (!words->slots)
		return false;
	memset(words->slots, 0, slots * sizeof(*words->slots));
	while ((at = byte_set_find(&high, pass->text, at, pass->len)) <
	       pass->len) {
		const size_t start = at;
		const uint32_t point = utf8_next(pass->text, &at);
		struct gapped word;

		if (point != UTF8_REPLACEMENT && unicode_is_letter(point) &&
		    read_word(pass, start, at, &word) &&
		    may_stand(&word, point))
			add(words, &word, point);
	}
	return true;
}

static uint32_t find(const struct known_words *words, const char *word,
		     size_t len)
{
	const struct known_word *slot = slot_of(words, wordset_hash(word, len));

	return slot->hash && slot->letter != DIFFERENT ? slot->letter : 0;
}

/* "clich?s" and, but for "?", "fiancée": after the é comes an ending. */
static bool is_accented(const struct pass *pass, const struct gapped *word)
{
	static const char *const rests[] = { "s", "e", "es" };
	const size_t endings = word->asked ? 1 : sizeof(rests) / sizeof(*rests);
	const size_t len = word->len - word->gap - 1;
	const char *rest = word->bytes + word->gap + 1;

	if (!(word_lists_find(pass->settings->lists, word->bytes, word->gap) &
	      LIST_ACCENTED))
		return false;
	for (size_t i = 0; i < endings; i++)
		if (len == strlen(rests[i]) &&
		    !strncasecmp(rest, rests[i], len))
			return true;
	return false;
}

/* The letter of the gap; 0: it is not known. One of many has an s more. */
static uint32_t letter_for(const struct pass *pass,
			   const struct known_words *words, struct gapped *word)
{
	uint32_t letter = find(words, word->bytes, word->len);

	const char plural = is_small(word) ? 's' : 'S';

	if (!letter && word->bytes[word->len - 1] == plural)
		letter = find(words, word->bytes, word->len - 1);
	else if (!letter) {
		word->bytes[word->len] = plural;
		letter = find(words, word->bytes, word->len + 1);
	}
	if (!letter && is_accented(pass, word))
		letter = is_small(word) ? 0xE9 : 0xC9;
	return letter && may_stand(word, letter) ? letter : 0;
}

/* The next gap from *at on: "?" between letters, or up to three U+FFFD. */
static bool next_gap(const struct pass *pass, size_t *at, size_t *end)
{
	const struct byte_set leads = byte_set_of("?\xEF");

	for (size_t i = *at;
	     (i = byte_set_find(&leads, pass->text, i, pass->len)) < pass->len;
	     i++) {
		const unsigned char c = (unsigned char)pass->text[i];

		*at = i;
		*end = i + 1;
		if (c == '?' && i && is_letter_byte(pass, i - 1) &&
		    is_letter_byte(pass, i + 1))
			return true;
		if (c != 0xEF || pass_point(pass, i) != UTF8_REPLACEMENT)
			continue;
		for (*end = i + 3; pass_point(pass, *end) == UTF8_REPLACEMENT;)
			*end += 3;
		if (*end - i <= 3 * GAP_MAX)
			return true;
		i = *end - 1;
	}
	return false;
}

static void run(struct pass *pass)
{
	struct known_words words = { .slots = NULL };
	struct gapped word;
	size_t end;

	for (size_t at = 0; next_gap(pass, &at, &end); at = end) {
		uint32_t letter;

		if (!read_word(pass, at, end, &word))
			continue;
		if (!words.slots && !read_words(pass, &words)) {
			pass->failed = true;
			return;
		}
		letter = letter_for(pass, &words, &word);
		if (letter)
			pass_put_point(pass, RULE_ENCODING_LOST_LETTER, at, end,
				       letter);
	}
}

const struct stage letter_stage = {
	.name = "encoding",
	.decodes = true,
	.sees = SEEN_REPLACEMENT | SEEN_QUESTION,
	.rule = RULE_ENCODING_LOST_LETTER,
	.run = run,
};
