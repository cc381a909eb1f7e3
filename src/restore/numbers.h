/*
 * Marks in numbers that nobody can tell: the gap stays as it was.
 */
#ifndef COPYDESK_RESTORE_NUMBERS_H
#define COPYDESK_RESTORE_NUMBERS_H

#include "restore/verdict.h"

/* Whether what the verdict puts into gap i, 0 < i < words, may be wrong. */
bool number_is_open(const struct decoder *decoder, size_t i,
		    const struct verdict *verdict);

#endif
