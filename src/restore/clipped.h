/*
 * Apostrophes of which the model saw few: "since the ’90s", "rock ’n’ roll".
 */
#ifndef COPYDESK_RESTORE_CLIPPED_H
#define COPYDESK_RESTORE_CLIPPED_H

#include "restore/allow.h"

/* Whether gap i is before a decade, and no other before that, or a class's
 * year. */
bool gap_is_decade(const struct words *words, size_t i);

/*
 * Before "90s", or "class of 50", no mark but its apostrophe was lost: only
 * that stays allowed, if it was, and the class `own`.
 */
void gap_limit_decade(const struct restore_model *model, unsigned own,
		      uint8_t allowed[RESTORE_GAPS]);

/* Whether gap i is before or behind the n of "rock  n  roll". */
bool gap_is_clipped(const struct words *words, size_t i);

/* Of such a gap nothing but the apostrophe stays allowed. */
void gap_limit_clipped(const struct restore_model *model,
		       const struct words *words, size_t i,
		       uint8_t allowed[RESTORE_GAPS]);

#endif
