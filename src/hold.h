/*
 * Places that are held. A stage may change what is beside a place so that a
 * later iteration would decode it: letters that the first did not know of. The
 * run then begins again, and edits beside that place are not made.
 */
#ifndef COPYDESK_HOLD_H
#define COPYDESK_HOLD_H

#include "run.h"

/*
 * Hold what layers [first, end) edited: decoding steps of an iteration that is
 * not the first, and whose proof failed. False: no memory.
 */
bool hold_places(struct run *run, size_t first, size_t end);

/*
 * Begin again, at the source, with more around them held each time. False: no
 * place is held, or it was done often enough.
 */
bool hold_begin_again(struct run *run);

/* Drop the edits of the last layer that are beside held places. */
void hold_edits(const struct run *run, struct pass *pass);

#endif
