/*
 * Words that an apostrophe joins, which are one: Sana’a, De’Andre, can’t.
 */
#ifndef COPYDESK_RESTORE_ELISION_H
#define COPYDESK_RESTORE_ELISION_H

#include "restore/verdict.h"
#include "restore/words.h"

/* One case for what is before and after an apostrophe of the text. */
void elision_settle(const struct words *words, struct verdict *verdicts);

/*
 * What tokens leave of a verb before its negation is no name: "ca n't" is no
 * California. In a title, between two capitals, it may have one.
 */
void negations_settle(const struct decoder *decoder, struct verdict *verdicts);

#endif
