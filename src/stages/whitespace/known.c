/* What is known of single words. */
#include "stages/whitespace/known.h"

#include "base/ascii.h"
#include "lang/lookup.h"

bool known_word_add(struct known_word *word, char letter)
{
	if (word->len == KNOWN_MAX)
		return false;
	word->letters[word->len++] = (char)ascii_lower((unsigned char)letter);
	return true;
}

uint32_t known_lists(const struct pass *pass, const struct known_word *word)
{
	return word_lists_find(pass->settings->lists, word->letters, word->len);
}

bool known_tells(const struct pass *pass)
{
	const struct lang *lang = pass->settings->lang;

	return lang->words.bytes && lang->short_words.bytes;
}

bool known_by_language(const struct pass *pass, const struct known_word *word)
{
	const struct lang *lang = pass->settings->lang;
	size_t rest;

	return known_lists(pass, word) ||
	       lang_lookup(&lang->words, word->letters, word->len, &rest) ||
	       lang_lookup(&lang->short_words, word->letters, word->len, &rest);
}

bool known_at_all(struct pass *pass, const struct known_word *word)
{
	return known_by_language(pass, word) ||
	       pass_has_word(pass, word->letters, word->len);
}
