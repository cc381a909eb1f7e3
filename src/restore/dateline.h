/*
 * A dateline's place in one case. README.md, "Case".
 */
#ifndef COPYDESK_RESTORE_DATELINE_H
#define COPYDESK_RESTORE_DATELINE_H

#include "restore/verdict.h"

/* Once the cases of words are settled: "Port ELLIS (Reuters) - " is made one,
 * and so is "SAN Salvador, 3 Jan 90 -- ". */
void dateline_settle(const struct decoder *decoder, struct verdict *verdicts);

#endif
