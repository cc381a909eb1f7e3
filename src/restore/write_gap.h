/* What a gap becomes. */
#ifndef COPYDESK_RESTORE_WRITE_GAP_H
#define COPYDESK_RESTORE_WRITE_GAP_H

#include "restore/verdict.h"
#include "restore/writer.h"

/* Gap i, where every mark became a space: the class, and perhaps a break. */
void write_lost_gap(const struct writer *w, size_t i,
		    const struct verdict *verdict);

/* Gap i, where some marks survived: the class around them. */
void write_kept_gap(const struct writer *w, size_t i,
		    const struct verdict *verdict);

#endif
