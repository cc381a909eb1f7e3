/*
 * The case of words, once it is settled what is between them. README.md,
 * "Case".
 */
#ifndef COPYDESK_RESTORE_TRUECASE_H
#define COPYDESK_RESTORE_TRUECASE_H

#include "restore/verdict.h"

/*
 * Sets `letters` and `case_confidence` of verdicts[1] to the last; a gap that
 * does not fit the letter after it is set anew. False when memory runs out.
 */
bool truecase(const struct decoder *decoder, struct verdict *verdicts);

#endif
