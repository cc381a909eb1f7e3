/*
 * A unit of mojibake: characters that were the bytes of one code point.
 */
#ifndef COPYDESK_STAGES_ENCODING_MOJIBAKE_UNIT_H
#define COPYDESK_STAGES_ENCODING_MOJIBAKE_UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MOJIBAKE_MAX 6 /* characters of a unit */

struct unit {
	size_t end;	/* of the text: after the unit */
	uint32_t point; /* what it stands for */
	uint32_t near;	/* one of its row of 64: the script of a lost letter */
	uint32_t literal[MOJIBAKE_MAX];
	size_t count;	/* characters of `literal` */
	uint32_t after; /* the character after it; 0 at the end */
	bool lost;	/* its last character was lost */
	bool spaced;	/* its last character became a space */
	bool gone;	/* its last character is U+FFFD, and so is its point */
};

/* Its next character, which ends at `end`. */
static inline void unit_add(struct unit *unit, uint32_t literal, size_t end)
{
	unit->literal[unit->count++] = literal;
	unit->end = end;
}

#endif
