/*
 * Contractions with something else where their apostrophe was: what is
 * there cannot be itself. Whatever the damage, the words are the same: those of
 * the language's lists.
 */
#ifndef COPYDESK_STAGES_ENCODING_CONTRACTION_H
#define COPYDESK_STAGES_ENCODING_CONTRACTION_H

#include "edit/pass.h"

/* "John?s": it joined what may be joined to any word; not "?s=1". */
bool contraction_owns(const struct pass *pass, size_t at, size_t end);

/* "don?t", "it?s", "we?re": an apostrophe was at [at, end). */
bool contraction_holds(const struct pass *pass, size_t at, size_t end);

/* The same, of a word before `at` with the lists `stem`. */
bool contraction_of(const struct pass *pass, uint32_t stem, size_t at,
		    size_t end);

#endif
