/*
 * Whether a text, or a line of one, is in another language than English.
 */
#ifndef COPYDESK_EDIT_FOREIGN_H
#define COPYDESK_EDIT_FOREIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "text/word_lists.h"

/*
 * Whether a line of an article in English is in another language: a sentence
 * without any word that English needs.
 */
bool foreign_line(const char *text, size_t len, const struct word_lists *lists);

/*
 * Whether a sentence of an article in English is in another language: it has
 * several small words of others, and more than of English.
 */
bool foreign_sentence(const char *text, size_t len,
		      const struct word_lists *lists);

/* Whether a text is in another language than English. */
enum other_language {
	OTHER_LANGUAGE_UNASKED, /* no answer of foreign_language() */
	OTHER_LANGUAGE_NONE,	/* English, as far as can be said */
	OTHER_LANGUAGE_PERHAPS, /* a short text without a word of English */
	OTHER_LANGUAGE_SURE,	/* in another script, or with letters beyond
				   ASCII, or some sentences without one */
};

/* By the first 4 KiB; `lists` are English ones. */
enum other_language foreign_language(const char *text, size_t len,
				     const struct word_lists *lists);

#endif
