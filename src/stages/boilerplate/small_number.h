/* The small numbers that the scorer's trees read. */
#ifndef COPYDESK_STAGES_BOILERPLATE_SMALL_NUMBER_H
#define COPYDESK_STAGES_BOILERPLATE_SMALL_NUMBER_H

#include <stddef.h>
#include <stdint.h>

#define SMALL_NUMBER_BYTES 2000 /* the most that a line's bytes count */

/* A count, or `most` where there are more. */
static inline int16_t small_number(size_t count, int16_t most)
{
	return count < (size_t)most ? (int16_t)count : most;
}

#endif
