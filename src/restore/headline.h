/*
 * Lines that are no sentences. A headline has one style: as a sentence
 * ("Council backs new pier") or with capitals throughout ("Council Backs New
 * Pier"), never half of each. README.md, "Case".
 */
#ifndef COPYDESK_RESTORE_HEADLINE_H
#define COPYDESK_RESTORE_HEADLINE_H

#include "restore/verdict.h"

/* Once the cases of words are settled: those of such lines. */
void headline_settle(const struct decoder *decoder, struct verdict *verdicts);

#endif
