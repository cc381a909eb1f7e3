/* Whether a stream's first bytes tell its charset. */
#include "reader/guess.h"

bool guess_needs_more(const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const unsigned char c = (unsigned char)bytes[i];

		if (c < '\t' || (c > '\r' && c < ' '))
			return true;
	}
	return false;
}
