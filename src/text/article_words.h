/*
 * Whether a word is in an article. The first questions are answered by a
 * search: most articles are asked one or two, and to make a set of all words
 * takes as long as many searches.
 */
#ifndef COPYDESK_TEXT_ARTICLE_WORDS_H
#define COPYDESK_TEXT_ARTICLE_WORDS_H

#include "text/wordset.h"

/* Begins as zeros. */
struct article_words {
	struct wordset set; /* no slots: not made yet */
	unsigned searches;  /* made instead */
};

/*
 * What wordset_holds() says of the words of text[0, len), which is the same at
 * each call, for a word or a compound of ASCII letters in small ones. *failed
 * becomes true when memory runs out.
 */
bool article_words_hold(struct article_words *words, struct arena *arena,
			const char *text, size_t len, const char *word,
			size_t word_len, bool *failed);

/* The same by a search. */
bool article_words_search(const char *text, size_t len, const char *word,
			  size_t word_len);

#endif
