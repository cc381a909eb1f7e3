/* Numbers for people. */
#include "support/count.h"

#include <stdio.h>

void add_count(struct buffer *out, size_t count)
{
	char digits[32];
	const int len = snprintf(digits, sizeof(digits), "%zu", count);

	for (int i = 0; i < len; i++) {
		buffer_add_byte(out, digits[i]);
		if ((len - i) % 3 == 1 && i + 1 < len)
			buffer_add_byte(out, ',');
	}
}
