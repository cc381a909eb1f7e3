/*
 * Labels of lines, the names of speakers: "ANNA: Hello". README.md, "Case".
 */
#ifndef COPYDESK_RESTORE_LABEL_H
#define COPYDESK_RESTORE_LABEL_H

#include "restore/verdict.h"

/*
 * Once the cases of words are settled: labels that recur are in capitals, or
 * none is. False when memory runs out.
 */
bool label_settle(const struct decoder *decoder, struct verdict *verdicts);

#endif
