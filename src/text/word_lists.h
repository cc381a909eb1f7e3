/*
 * Lists of a language's words that stages ask for: its clitics, its months ...
 *
 * Read from the language's file lists.rules, once for a desk, into one hash
 * table. src/lang/README.md says what each list is for.
 */
#ifndef COPYDESK_TEXT_WORD_LISTS_H
#define COPYDESK_TEXT_WORD_LISTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum word_list {
	LIST_ACCENTED = 1 << 0,
	LIST_BARE = 1 << 1,
	LIST_CAPITAL = 1 << 2,
	LIST_CLAUSE = 1 << 3,
	LIST_CLIPPED = 1 << 4,
	LIST_CLITIC = 1 << 5,
	LIST_CONTRACTED = 1 << 6,
	LIST_CURRENCY = 1 << 7,
	LIST_DATED = 1 << 8,
	LIST_DEFINITE = 1 << 9,
	LIST_ELIDED = 1 << 10,
	LIST_ENDING = 1 << 11,
	LIST_EXCLAIMED = 1 << 12,
	LIST_FORMING = 1 << 13,
	LIST_GLUED = 1 << 14,
	LIST_HANGING = 1 << 15,
	LIST_MEASURE = 1 << 16,
	LIST_MONTH = 1 << 17,
	LIST_NEGATED = 1 << 18,
	LIST_NEGATIVE = 1 << 19,
	LIST_PARTY = 1 << 20,
	LIST_PERIOD = 1 << 21,
	LIST_PORTION = 1 << 22,
	LIST_POSSESSIVE = 1 << 23,
	LIST_PREFIX = 1 << 24,
	LIST_PRONOUN = 1 << 25,
	LIST_PROPER = 1 << 26,
	LIST_SAID = 1 << 27,
	LIST_SINGLE = 1 << 28,
	LIST_SYMBOL = 1 << 29,
	LIST_TELLTALE = 1 << 30,
	LIST_UNIT = 1u << 31,
};

/* What an apostrophe joins to the word before it. */
#define LIST_SUFFIX (LIST_CLITIC | LIST_NEGATIVE)

#define WORD_LIST_MAX 15 /* bytes of the longest word */

struct word_lists {
	struct word_entry *entries; /* owned; by hash; 0: free */
	size_t mask;		    /* entries less one; 0: no words */
	uint32_t all;		    /* the lists that are not empty */
	/* By the low five bits of a word's first and last letter: a bit for
	 * each length. Most words of a text are passed by it. */
	uint16_t lengths[32][32];
};

/*
 * Read the lists of file[0, len). False when memory runs out. Release with
 * word_lists_release().
 */
bool word_lists_read(struct word_lists *lists, const char *file, size_t len);
void word_lists_release(struct word_lists *lists);

/* Whether the language has words in one of these lists. */
static inline bool word_lists_hold(const struct word_lists *lists,
				   uint32_t wanted)
{
	return lists && lists->all & wanted;
}

/* The lists (bits) that hold a word, in letters of any case. */
uint32_t word_lists_find(const struct word_lists *lists, const char *word,
			 size_t len);

/*
 * The lists with the ASCII word that begins at text[at], or that ends there; 0
 * where more of a word is on its other side.
 */
uint32_t word_lists_at(const struct word_lists *lists, const char *text,
		       size_t len, size_t at);
uint32_t word_lists_before(const struct word_lists *lists, const char *text,
			   size_t end);

/* The name of the list that is bit `i`; NULL after the last. */
const char *word_list_name(size_t i);

#endif
