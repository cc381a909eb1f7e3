/*
 * Restoration: a text that lost its case or its marks in, edits out.
 */
#ifndef COPYDESK_RESTORE_RESTORE_H
#define COPYDESK_RESTORE_RESTORE_H

#include "restore/task.h"

/*
 * Whether a text that lost its marks kept a space for each: at least one gap
 * in fifty is wider than one space.
 */
bool restore_has_runs(const char *text, size_t len);

/* Tell what was lost. False when memory runs out. */
bool restore_text(const struct restore_task *task);

#endif
