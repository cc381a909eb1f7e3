/*
 * Learning: which lines and templates occur in many articles of a corpus.
 *
 * Memory is bounded, whatever the corpus: all lines are counted in a count-min
 * sketch (Cormode and Muthukrishnan 2005), and those that it has seen a few
 * times are kept in a table of fixed size. Nothing depends on time, addresses
 * or chance, so that the same articles in the same order give the same rules.
 */
#ifndef COPYDESK_LEARN_LEARN_H
#define COPYDESK_LEARN_LEARN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

#define LEARN_LEAST 3 /* articles before a line is worth keeping */

struct learn_entry;

struct learn {
	uint32_t *sketch;	     /* owned: SKETCH_ROWS rows */
	struct learn_entry *entries; /* owned; a hash table */
	size_t entry_count;
	uint64_t *seen;	       /* owned: a filter of paragraphs */
	struct buffer texts;   /* patterns and examples of entries */
	struct buffer pattern; /* of the line at hand */
	struct buffer rules;   /* the last result */
	struct arena arena;    /* for one article */
	size_t articles, repeated;
};

/* False when memory runs out; learn_release() is due either way. */
bool learn_init(struct learn *learn);
void learn_release(struct learn *learn);

/*
 * Count the lines of an article of valid UTF-8. An article whose longest
 * paragraph was seen before is a copy: it is counted as repeated only. False
 * when memory runs out.
 */
bool learn_article(struct learn *learn, const char *text, size_t len);

/*
 * Write the rules for what occurs in `least` articles or more, first
 * those that take the most words, to learn->rules. False when memory runs out.
 */
bool learn_write(struct learn *learn, size_t least);

#endif
