/* Numbers of 16 bits that stand for fractions. */
#ifndef COPYDESK_RESTORE_FIXED_H
#define COPYDESK_RESTORE_FIXED_H

#include <stdint.h>

/*
 * a times b in Q15, rounded; what pmulhrsw does, also where both are -32768.
 */
static inline int16_t fixed_mulr(int16_t a, int16_t b)
{
	return (int16_t)((a * b + 16384) >> 15);
}

#endif
