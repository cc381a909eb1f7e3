/*
 * Verdicts to edits: what words and gaps become. Letters and digits stay, and
 * so does every mark that survived.
 */
#ifndef COPYDESK_RESTORE_WRITE_H
#define COPYDESK_RESTORE_WRITE_H

#include "restore/verdict.h"
#include "restore/writer.h"

/* Tell the edits of a sequence: a verdict for each gap. */
void write_edits(const struct writer *w, const struct verdict *verdicts);

#endif
