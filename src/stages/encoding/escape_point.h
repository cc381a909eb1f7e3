/* Code points that a program wrote as escapes. */
#ifndef COPYDESK_STAGES_ENCODING_ESCAPE_POINT_H
#define COPYDESK_STAGES_ENCODING_ESCAPE_POINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "edit/pass.h"

/*
 * "\u2019", "\xa0" at text[at]: an escape in any style of article. Returns its
 * length; 0: there is none.
 */
size_t escape_point_read(const struct pass *pass, size_t at, uint32_t *point);

/* What escapes of text are for: letters, marks, spaces; no halves of pairs. */
bool escape_is_text(uint32_t point);

/* Whether the ASCII around text[at], up to white space, looks like an address.
 */
bool escape_is_in_address(const struct pass *pass, size_t at);

#endif
