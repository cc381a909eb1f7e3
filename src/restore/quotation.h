/*
 * Quotations that may be narration. README.md, "Quotes and brackets".
 */
#ifndef COPYDESK_RESTORE_QUOTATION_H
#define COPYDESK_RESTORE_QUOTATION_H

#include "restore/task.h"
#include "restore/verdict.h"

/*
 * Where no space tells of a lost mark, a quotation whose words may as well be
 * narration is asked more than its marks alone are; both marks go if it is less
 * sure. True if any went.
 */
bool quotations_judge(const struct decoder *decoder,
		      const struct restore_task *task,
		      struct verdict *verdicts);

#endif
