/* Alphabets: a table of letters, and the languages that have them. */
#include "stages/encoding/alphabet.h"

#include <stddef.h>

#include "base/search.h"

struct letter_row {
	uint16_t point;
	uint64_t languages; /* as bits */
};

#include "stages/encoding/alphabet_table.h"

#define ALL_LANGUAGES UINT64_MAX

/* In Unicode's order: letters with two accents are Vietnamese. */
#define VIETNAMESE_FIRST 0x1EA0
#define VIETNAMESE_LAST 0x1EF9

static bool letter_is_before(const void *rows, size_t i, size_t point)
{
	return ((const struct letter_row *)rows)[i].point < point;
}

uint64_t alphabet_languages(uint32_t point)
{
	const size_t count = sizeof(letter_rows) / sizeof(*letter_rows);
	size_t row;

	if (point >= VIETNAMESE_FIRST && point <= VIETNAMESE_LAST)
		point = 0x01A1; /* ơ, which only Vietnamese has */
	row = search_last(letter_rows, count, point + 1, letter_is_before);
	return letter_rows[row].point == point ? letter_rows[row].languages
					       : ALL_LANGUAGES;
}

bool alphabet_has_both(uint32_t a, uint32_t b)
{
	return (alphabet_languages(a) & alphabet_languages(b)) != 0;
}
