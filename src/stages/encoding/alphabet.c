/* Alphabets: a table of letters, and the languages that have them. */
#include "stages/encoding/alphabet.h"

#include <stddef.h>

struct letter_row {
	uint16_t point;
	uint64_t languages; /* as bits */
};

#include "stages/encoding/alphabet_table.h"

#define ALL_LANGUAGES UINT64_MAX

/* In Unicode's order: letters with two accents are Vietnamese. */
#define VIETNAMESE_FIRST 0x1EA0
#define VIETNAMESE_LAST 0x1EF9

uint64_t alphabet_languages(uint32_t point)
{
	size_t low = 0, high = sizeof(letter_rows) / sizeof(*letter_rows);

	if (point >= VIETNAMESE_FIRST && point <= VIETNAMESE_LAST)
		point = 0x01A1; /* ơ, which only Vietnamese has */
	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (letter_rows[middle].point == point)
			return letter_rows[middle].languages;
		if (letter_rows[middle].point < point)
			low = middle + 1;
		else
			high = middle;
	}
	return ALL_LANGUAGES;
}

bool alphabet_has_both(uint32_t a, uint32_t b)
{
	return (alphabet_languages(a) & alphabet_languages(b)) != 0;
}
