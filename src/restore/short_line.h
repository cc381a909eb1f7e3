/*
 * Short lines: captions, verse, a chat, a list. The network has read articles,
 * and takes such a line for a headline: "I Couldn't Believe It". README.md,
 * "Case".
 */
#ifndef COPYDESK_RESTORE_SHORT_LINE_H
#define COPYDESK_RESTORE_SHORT_LINE_H

#include "restore/verdict.h"

/* Once the cases of words are settled: those of such lines. */
void short_line_settle(const struct decoder *decoder, struct verdict *verdicts);

#endif
