/* Numbers as escapes have them. */
#ifndef COPYDESK_STAGES_ENCODING_DIGITS_H
#define COPYDESK_STAGES_ENCODING_DIGITS_H

#include "edit/pass.h"

/*
 * The number that the digits at text[at] make, of which up to `most` are read.
 * Returns how many they are.
 */
size_t digits_read_hex(const struct pass *pass, size_t at, size_t most,
		       uint32_t *value);
size_t digits_read_decimal(const struct pass *pass, size_t at, size_t most,
			   uint32_t *value);

#endif
