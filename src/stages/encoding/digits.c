/* Numbers as escapes have them. */
#include "stages/encoding/digits.h"

#include "base/ascii.h"

size_t digits_read_hex(const struct pass *pass, size_t at, size_t most,
		       uint32_t *value)
{
	size_t digits = 0;
	int digit;

	*value = 0;
	while (digits < most &&
	       (digit = ascii_hex(pass_byte(pass, at + digits))) >= 0) {
		*value = *value * 16 + (uint32_t)digit;
		digits++;
	}
	return digits;
}

size_t digits_read_decimal(const struct pass *pass, size_t at, size_t most,
			   uint32_t *value)
{
	size_t digits = 0;

	*value = 0;
	while (digits < most && ascii_is_digit(pass_byte(pass, at + digits))) {
		*value = *value * 10 + pass_byte(pass, at + digits) - '0';
		digits++;
	}
	return digits;
}
