/*
 * What is known of single words: by the language, in its lists and its files of
 * frequent words, or by the article.
 */
#ifndef COPYDESK_STAGES_WHITESPACE_KNOWN_H
#define COPYDESK_STAGES_WHITESPACE_KNOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "edit/pass.h"

#define KNOWN_MAX 24 /* letters of the longest word that is asked for */

/* A word of ASCII letters, in small ones. */
struct known_word {
	char letters[KNOWN_MAX];
	size_t len;
};

/* Add a letter; false: the word is too long. */
bool known_word_add(struct known_word *word, char letter);

/* The lists with the word. */
uint32_t known_lists(const struct pass *pass, const struct known_word *word);

/* Whether the language has files that tell its words, short ones too. */
bool known_tells(const struct pass *pass);

bool known_by_language(const struct pass *pass, const struct known_word *word);

/* The same, or the word is in the article. */
bool known_at_all(struct pass *pass, const struct known_word *word);

#endif
