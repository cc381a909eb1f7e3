/*
 * How rare a letter is in the languages that a line may be recoded to.
 */
#ifndef COPYDESK_STAGES_ENCODING_RECODE_LETTERS_H
#define COPYDESK_STAGES_ENCODING_RECODE_LETTERS_H

#include <stdint.h>

enum recode_script {
	RECODE_OTHER, /* Latin, and what no line is recoded to */
	RECODE_CYRILLIC,
	RECODE_GREEK,
	RECODE_HEBREW,
	RECODE_ARABIC,
};

enum recode_script recode_script_of(uint32_t point);

/* In quarters of a bit, in Russian, Greek, Hebrew or Arabic. */
unsigned recode_cost(uint32_t point);

#endif
