/*
 * Mojibake: UTF-8 that was read in another charset.
 *
 * A unit is a row of characters that are, as bytes of that charset, the UTF-8
 * sequence of one code point: "Ã©" for é, "â€™" for ’. Its score is the
 * evidence, in bits or so, that it is mojibake: how unlikely it looks
 * and how well the code point fits where it would be.
 */
#ifndef COPYDESK_STAGES_ENCODING_MOJIBAKE_H
#define COPYDESK_STAGES_ENCODING_MOJIBAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stages/encoding/mojibake_unit.h"

#define MOJIBAKE_CHARSETS 19 /* charset_table.py names them */

/* The byte above ASCII that it is in Windows-1252; 0: none. */
uint8_t mojibake_byte(uint32_t point);

/* The charsets, as bits, in which a unit may begin with these two. */
unsigned mojibake_charsets(uint32_t first, uint32_t second);

/* Read the unit at text[at] in that charset. False when there is none. */
bool mojibake_read(const char *text, size_t len, size_t at, unsigned charset,
		   struct unit *unit);

/* What is before a unit. */
struct unit_context {
	uint32_t before;  /* the character as it is; 0 at the start */
	uint32_t decoded; /* the code point of a unit that touches it, or 0 */
	bool capitals;	  /* two capitals or more, as it would read */
};

/*
 * The unit's score: how much odder the text is now than it would be
 * with the unit's code point, in bits or so.
 */
int mojibake_score(const struct unit *unit, const struct unit_context *context);

/* More for a script of which the article has sure mojibake. */
#define MOJIBAKE_FAMILY_BONUS 5

#endif
