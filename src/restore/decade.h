/* Decades in digits, of which the model saw few: "since the ’90s". */
#ifndef COPYDESK_RESTORE_DECADE_H
#define COPYDESK_RESTORE_DECADE_H

#include "restore/allow.h"

/*
 * Before "90s" no mark but its apostrophe was lost: only that stays allowed, if
 * it was, and the class `own`.
 */
void gap_limit_decade(const struct gap_rules *rules, size_t i, unsigned own,
		      uint8_t allowed[RESTORE_GAPS]);

#endif
