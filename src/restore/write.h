/*
 * Verdicts to edits: what words and gaps become. Letters and digits stay, and
 * so does every mark that survived.
 */
#ifndef COPYDESK_RESTORE_WRITE_H
#define COPYDESK_RESTORE_WRITE_H

#include "restore/task.h"
#include "restore/verdict.h"

/* Edits of a sequence whose text begins at task->text + base. */
void write_edits(const struct restore_task *task, const struct gap_rules *rules,
		 const struct words *words, size_t base,
		 const struct verdict *verdicts);

#endif
