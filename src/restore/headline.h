/*
 * One style for a headline: as a sentence ("Council backs new pier") or with
 * capitals throughout ("Council Backs New Pier"), never half of each. README.md,
 * "Case".
 */
#ifndef COPYDESK_RESTORE_HEADLINE_H
#define COPYDESK_RESTORE_HEADLINE_H

#include "restore/verdict.h"

/*
 * Once the cases of words are settled: the words of the first line, if it is a
 * headline, in the style that most of them have.
 */
void headline_settle(const struct decoder *decoder, struct verdict *verdicts);

#endif
