/* Words of an article: by a search, or by the set of all. */
#include "text/article_words.h"

#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/bytes.h"

/* A set takes as long as some thirty of them: an article that is asked more
   often than this is asked often. */
#define SEARCHES_MOST 8

/* Letters of English from the rarest on. */
static const char by_rarity[] = "zqxjkvbpygfwmucldrhsnioate";

/* Where the letter of the word is that a text has least. */
static size_t rarest(const char *word, size_t len)
{
	size_t best = 0, least = sizeof(by_rarity);

	for (size_t i = 0; i < len; i++) {
		const char *found = word[i] ? strchr(by_rarity, word[i]) : NULL;

		if (found && (size_t)(found - by_rarity) < least) {
			least = (size_t)(found - by_rarity);
			best = i;
		}
	}
	return best;
}

static bool is_at(const char *text, const char *word, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (ascii_lower((unsigned char)text[i]) !=
		    (unsigned char)word[i])
			return false;
	return true;
}

static bool is_letter(const char *text, size_t len, size_t at)
{
	return at < len && ascii_is_letter((unsigned char)text[at]);
}

static bool is_letter_before(const char *text, size_t at)
{
	return at && ascii_is_letter((unsigned char)text[at - 1]);
}

/* The compound that the part text[at, end) belongs to. */
static size_t compound_start(const char *text, size_t at)
{
	for (;; at--) {
		while (is_letter_before(text, at))
			at--;
		if (bytes_before(text, at) != '-' ||
		    !is_letter_before(text, at - 1))
			return at;
	}
}

static size_t compound_end(const char *text, size_t len, size_t end)
{
	for (;; end++) {
		while (is_letter(text, len, end))
			end++;
		if (bytes_at(text, len, end) != '-' ||
		    !is_letter(text, len, end + 1))
			return end;
	}
}

/* Whether text[at, end) is a word, or a part of one; a compound is all of it.
 *next: where to go on if not. */
static bool is_word(const char *text, size_t len, size_t at, size_t end,
		    bool compound, size_t *next)
{
	size_t from, to;

	if (is_letter_before(text, at) || is_letter(text, len, end))
		return false;
	from = compound_start(text, at);
	to = compound_end(text, len, end);
	*next = to;
	return !wordset_is_piece(text, len, from, to) &&
	       (!compound || (from == at && to == end));
}

bool article_words_search(const char *text, size_t len, const char *word,
			  size_t word_len)
{
	const size_t rare = rarest(word, word_len);
	const char letters[] = { word[rare], (char)(word[rare] ^ ' '), '\0' };
	const struct byte_set set = byte_set_of(letters);
	const bool compound = memchr(word, '-', word_len) != NULL;
	size_t next = rare;

	if (word_len < 2)
		return false;
	while ((next = byte_set_find(&set, text, next, len)) < len) {
		const size_t at = next++ - rare;

		if (len - at >= word_len && is_at(text + at, word, word_len) &&
		    is_word(text, len, at, at + word_len, compound, &next))
			return true;
	}
	return false;
}

bool article_words_hold(struct article_words *words, struct arena *arena,
			const char *text, size_t len, const char *word,
			size_t word_len, bool *failed)
{
	if (!words->set.slots && words->searches++ < SEARCHES_MOST)
		return article_words_search(text, len, word, word_len);
	if (!words->set.slots && !wordset_read(&words->set, arena, text, len)) {
		*failed = true;
		return false;
	}
	return wordset_holds(&words->set, word, word_len);
}
