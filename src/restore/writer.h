/* Writing edits: what words and gaps share. */
#ifndef COPYDESK_RESTORE_WRITER_H
#define COPYDESK_RESTORE_WRITER_H

#include "restore/task.h"
#include "restore/verdict.h"

/* A sequence whose text begins at task->text + base. */
struct writer {
	const struct restore_task *task;
	const struct gap_rules *rules;
	const struct words *words;
	size_t base;
};

/* `edit` is of this sequence; nothing is told where it has that text. */
void writer_emit(const struct writer *w, struct restore_edit edit,
		 unsigned per_mille);

/* Gap i, where every mark became a space: the class, and perhaps a break. */
void write_lost_gap(const struct writer *w, size_t i,
		    const struct verdict *verdict);

/* Gap i, where some marks survived: the class around them. */
void write_kept_gap(const struct writer *w, size_t i,
		    const struct verdict *verdict);

#endif
