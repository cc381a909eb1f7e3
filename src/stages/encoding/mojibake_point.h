/*
 * What code points are to mojibake: whether clean text has them at such a
 * place, and how often they are what mojibake hides.
 */
#ifndef COPYDESK_STAGES_ENCODING_MOJIBAKE_POINT_H
#define COPYDESK_STAGES_ENCODING_MOJIBAKE_POINT_H

#include <stdbool.h>
#include <stdint.h>

enum mojibake_script {
	MOJIBAKE_NONE,
	MOJIBAKE_LATIN,
	MOJIBAKE_COMMON, /* known, and found alone only by chance */
	MOJIBAKE_RARE,
};

/* Code points by how they are met in news, from `first` on. */
struct mojibake_range {
	uint32_t first;
	uint8_t script;
	uint8_t family; /* neighbours of one family belong together */
	int8_t weight;	/* of a code point without such neighbours */
};

const struct mojibake_range *mojibake_range_of(uint32_t point);

/*
 * The script of a code point that is found in company: 1 to 31, or 0. A lone
 * unit of a script that the article's sure mojibake holds is more likely.
 */
unsigned mojibake_family(uint32_t point);

/* A letter, but for those that are signs in text. */
bool mojibake_is_letter(uint32_t point);

/* Marks that are beside letters in clean text. */
bool mojibake_is_ordinary_mark(uint32_t point);

/* Neither of the two, and not ASCII. */
bool mojibake_is_sign(uint32_t point);

/* Signs that follow a word with nothing wrong: a trade mark, a note, a unit. */
bool mojibake_is_trailing_sign(uint32_t point);

/* Lines of tables and diagrams. */
bool mojibake_is_box(uint32_t point);

/* Latin beside Greek, Cyrillic or another. */
bool mojibake_mixes_scripts(uint32_t a, uint32_t b);

/*
 * Carons and œ after the letters that the bytes C2 to D9 are in Windows-1252:
 * "ÄŒ", "Åž". Languages that have both do not write them so.
 */
bool mojibake_is_odd_pair(uint32_t before, uint32_t point);

#endif
