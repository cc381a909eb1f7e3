/*
 * Paragraph breaks where no mark ends the paragraph.
 */
#ifndef COPYDESK_RESTORE_BREAK_STOP_H
#define COPYDESK_RESTORE_BREAK_STOP_H

#include "restore/verdict.h"

/* Before the case of words is settled: give such breaks a stop, or them up. */
void break_stop_settle(const struct decoder *decoder, struct verdict *verdicts);

#endif
