/*
 * The case that words had before theirs was lost: where a program or a typist
 * changed the others, what is left of it is right. README.md, "Case".
 */
#ifndef COPYDESK_RESTORE_SEEN_CASE_H
#define COPYDESK_RESTORE_SEEN_CASE_H

#include "restore/verdict.h"

/* Once the cases of words are settled: those of such words. */
void seen_case_settle(const struct decoder *decoder, struct verdict *verdicts);

#endif
