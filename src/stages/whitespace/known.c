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

uint32_t known_lists(const struct known *known, const struct known_word *word)
{
	return word_lists_find(known->pass->settings->lists, word->letters,
			       word->len);
}

bool known_tells(const struct known *known)
{
	const struct lang *lang = known->pass->settings->lang;

	return lang->words.bytes && lang->short_words.bytes;
}

bool known_by_language(const struct known *known, const struct known_word *word)
{
	const struct lang *lang = known->pass->settings->lang;
	size_t rest;

	return known_lists(known, word) ||
	       lang_lookup(&lang->words, word->letters, word->len, &rest) ||
	       lang_lookup(&lang->short_words, word->letters, word->len, &rest);
}

bool known_at_all(struct known *known, const struct known_word *word)
{
	struct pass *pass = known->pass;

	if (known_by_language(known, word))
		return true;
	if (!known->article.slots && !wordset_read(&known->article, pass->arena,
						   pass->text, pass->len)) {
		pass->failed = true;
		return false;
	}
	return wordset_holds(&known->article, word->letters, word->len);
}
