/*
 * Backing off: a restoration that is not sure enough gives up the part that is
 * doubtful and keeps the rest. README.md, "Confidence".
 */
#ifndef COPYDESK_RESTORE_BACKOFF_H
#define COPYDESK_RESTORE_BACKOFF_H

#include "restore/task.h"
#include "restore/verdict.h"

/*
 * Leave out of settled verdicts what is less sure than the task asks: a break
 * first, then a currency sign or a pair of quotation marks, and the stop last.
 */
void backoff_verdicts(const struct decoder *decoder,
		      const struct restore_task *task,
		      struct verdict *verdicts);

#endif
