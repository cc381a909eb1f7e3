/*
 * English contractions with something else where their apostrophe was: what
 * stands there cannot be itself.
 */
#ifndef COPYDESK_STAGES_ENCODING_CONTRACTION_H
#define COPYDESK_STAGES_ENCODING_CONTRACTION_H

#include "edit/pass.h"

/* Whether `word` stands at `at` and ends there; not "s=1", a link's. */
bool contraction_ends(const struct pass *pass, size_t at, const char *word);

/* "don?t", "it?s", "we?re": an apostrophe was at [at, end). */
bool contraction_holds(const struct pass *pass, size_t at, size_t end);

#endif
