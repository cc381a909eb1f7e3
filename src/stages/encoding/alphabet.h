/*
 * Which Latin letters above ASCII are found in one language's words.
 */
#ifndef COPYDESK_STAGES_ENCODING_ALPHABET_H
#define COPYDESK_STAGES_ENCODING_ALPHABET_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Whether a language has both letters. True, too, where one of them is ASCII,
 * no Latin letter, or in no language of the table.
 */
bool alphabet_has_both(uint32_t a, uint32_t b);

/* The languages that have a letter, as bits; all of them in those cases. */
uint64_t alphabet_languages(uint32_t point);

#endif
