/*
 * Case of single code points, as the skeleton allows it: a mapping that full
 * case folding would not undo is not made (dotless i stays as it is, and so
 * does sharp s, which has no capital of one code point).
 */
#ifndef COPYDESK_UNICODE_CASE_H
#define COPYDESK_UNICODE_CASE_H

#include <stdint.h>

#include "base/ascii.h"

uint32_t unicode_high_lower(uint32_t point);
uint32_t unicode_high_upper(uint32_t point);

static inline uint32_t unicode_lower(uint32_t point)
{
	return point < 0x80 ? ascii_lower(point) : unicode_high_lower(point);
}

static inline uint32_t unicode_upper(uint32_t point)
{
	if (point < 0x80)
		return ascii_is_lower(point) ? point - 32 : point;
	return unicode_high_upper(point);
}

#endif
