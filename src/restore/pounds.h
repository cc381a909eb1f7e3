/*
 * Pounds or dollars: what an article's words say. The network knows the outlets
 * that it learnt from, of which few are British; what it takes for dollars in
 * others may be pounds. README.md, "Pounds and dollars".
 */
#ifndef COPYDESK_RESTORE_POUNDS_H
#define COPYDESK_RESTORE_POUNDS_H

#include "lang/lang.h"
#include "restore/words.h"

enum pounds { POUNDS_NO, POUNDS_PERHAPS, POUNDS_LIKELY };

/*
 * How much the words of a whole text speak for pounds, in tenths of a bit, by
 * the language's list; 0 without one.
 */
int pounds_read(const struct lang_file *list, const struct words *words);

/* The amount behind gap i: with the words about it, of a text that says `all`.
 */
enum pounds pounds_at(const struct lang_file *list, int all,
		      const struct words *words, size_t i);

#endif
