/*
 * A sequence whose edits are told: what the files that make them of verdicts
 * share.
 */
#ifndef COPYDESK_RESTORE_WRITER_H
#define COPYDESK_RESTORE_WRITER_H

#include "restore/task.h"

/* A sequence, whose text begins at task->text + base. */
struct writer {
	const struct restore_task *task;
	const struct gap_rules *rules;
	const struct words *words;
	size_t base;
};

/* `edit` is of this sequence; nothing is told where it has that text. */
void writer_emit(const struct writer *w, struct restore_edit edit,
		 unsigned per_mille);

#endif
