/*
 * "Â€™": "â€™" in capitals.
 */
#ifndef COPYDESK_STAGES_ENCODING_MOJIBAKE_RAISED_H
#define COPYDESK_STAGES_ENCODING_MOJIBAKE_RAISED_H

#include "stages/encoding/mojibake_unit.h"

/* Read the unit at text[at]. False where there is none. */
bool mojibake_read_raised(const char *text, size_t len, size_t at,
			  struct unit *unit);

#endif
