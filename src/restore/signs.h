/*
 * Words that are signs: tickers, numbers of documents, what stands for a word,
 * and letters of characters that were read in another charset. Their case says
 * something else than in a sentence.
 */
#ifndef COPYDESK_RESTORE_SIGNS_H
#define COPYDESK_RESTORE_SIGNS_H

#include "restore/verdict.h"
#include "restore/words.h"

/* Once the cases of words are settled: those of signs are what they must be. */
void signs_settle(const struct words *words, struct verdict *verdicts);

/* Whether "[TEXT]", as monitors of news write it, is before word i, from 1. */
bool signs_follow_kind(const struct words *words, size_t i);

#endif
