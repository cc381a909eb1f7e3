/*
 * The signature of a quoted post, "— Ann Lowell (@annlowell) May 3, 2017":
 * what is before it is a dash.
 */
#ifndef COPYDESK_RESTORE_SIGNATURE_H
#define COPYDESK_RESTORE_SIGNATURE_H

#include "restore/words.h"

/* Whether a signature begins after gap `i` of a cased text. */
bool signature_begins(const struct words *words, size_t i);

#endif
