/*
 * Verdicts to edits: what words and gaps become. Letters and digits stay, and
 * so does every mark that survived.
 */
#ifndef COPYDESK_RESTORE_WRITE_H
#define COPYDESK_RESTORE_WRITE_H

#include "restore/task.h"
#include "restore/verdict.h"

/* A sequence, whose text begins at task->text + base. */
struct writer {
	const struct restore_task *task;
	const struct gap_rules *rules;
	const struct words *words;
	size_t base;
};

/* Tell the edits of a sequence: a verdict for each gap. */
void write_edits(const struct writer *w, const struct verdict *verdicts);

/* Gap i, where every mark became a space: the class, and perhaps a break. */
void write_lost_gap(const struct writer *w, size_t i,
		    const struct verdict *verdict);

/* Gap i, where some marks survived: the class around them. */
void write_kept_gap(const struct writer *w, size_t i,
		    const struct verdict *verdict);

/* `edit` is of this sequence; nothing is told where it has that text. */
void writer_emit(const struct writer *w, struct restore_edit edit,
		 unsigned per_mille);

#endif
