/*
 * Marks in numbers that nobody can tell: the gap stays as it was.
 */
#ifndef COPYDESK_RESTORE_NUMBERS_H
#define COPYDESK_RESTORE_NUMBERS_H

#include "restore/verdict.h"

/* Leave gap i as it was, if what the verdict puts there may be wrong. */
void number_leave(const struct decoder *decoder, struct verdict *verdicts,
		  size_t i);

/* "63.125": three digits that are the fraction of a price. */
bool number_is_eighth(const char *digits);

/* Words i - 1 and i are a part of a price: "3 4" of 3/4. */
bool number_is_part(const struct words *words, size_t i);

#endif
