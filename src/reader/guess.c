/* Whether a stream's first bytes tell its charset. */
#include "reader/guess.h"

#include "base/byte_set.h"

/*
 * Control characters that a text has no use for, all but \t, \n, \v, \f and \r:
 * by the low half of the byte, 1 for those of the row 0x00, 2 for the row 0x10.
 */
static const struct byte_set controls = {
	.rows = { { 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 3, 3 } },
};

bool guess_needs_more(const char *bytes, size_t len)
{
	return byte_set_find(&controls, bytes, 0, len) < len;
}
