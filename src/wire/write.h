/*
 * Verdicts to edits: what words and gaps become. Letters and digits stay, and
 * so does every mark that survived.
 */
#ifndef COPYDESK_WIRE_WRITE_H
#define COPYDESK_WIRE_WRITE_H

#include "wire/decode.h"
#include "wire/wire.h"

/* Edits of a sequence whose text begins at task->text + base. */
void write_edits(const struct wire_task *task, const struct gap_rules *rules,
		 const struct words *words, size_t base,
		 const struct verdict *verdicts);

#endif
