/*
 * Words that an apostrophe joins, which are one name: Sana’a, De’Andre.
 */
#ifndef COPYDESK_RESTORE_ELISION_H
#define COPYDESK_RESTORE_ELISION_H

#include "restore/verdict.h"
#include "restore/words.h"

/* One case for what is before and after an apostrophe of the text. */
void elision_settle(const struct words *words, struct verdict *verdicts);

#endif
