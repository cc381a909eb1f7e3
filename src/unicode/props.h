/*
 * What a code point is. ASCII is answered here, all else by ICU.
 */
#ifndef COPYDESK_UNICODE_PROPS_H
#define COPYDESK_UNICODE_PROPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ascii.h"

bool unicode_high_is_letter(uint32_t point);
bool unicode_high_is_upper(uint32_t point);
bool unicode_high_is_lower(uint32_t point);
bool unicode_high_is_word(uint32_t point);
bool unicode_high_is_digit(uint32_t point);
bool unicode_high_is_space(uint32_t point);
bool unicode_high_ends_sentence(uint32_t point);

/* Categories L*. */
static inline bool unicode_is_letter(uint32_t point)
{
	return point < 0x80 ? ascii_is_letter(point)
			    : unicode_high_is_letter(point);
}

/* Upper-case or title-case letter. */
static inline bool unicode_is_upper(uint32_t point)
{
	return point < 0x80 ? ascii_is_upper(point)
			    : unicode_high_is_upper(point);
}

static inline bool unicode_is_lower(uint32_t point)
{
	return point < 0x80 ? ascii_is_lower(point)
			    : unicode_high_is_lower(point);
}

/* Category Nd. */
static inline bool unicode_is_digit(uint32_t point)
{
	return point < 0x80 ? ascii_is_digit(point)
			    : unicode_high_is_digit(point);
}

/* Categories L*, M* and N*: what words and the skeleton are made of. */
static inline bool unicode_is_word(uint32_t point)
{
	return point < 0x80 ? ascii_is_alnum(point)
			    : unicode_high_is_word(point);
}

/* White_Space: space, line ends, no-break and exotic spaces. */
static inline bool unicode_is_space(uint32_t point)
{
	return point < 0x80 ? ascii_is_space(point)
			    : unicode_high_is_space(point);
}

/* The same within a line. */
static inline bool unicode_is_inline_space(uint32_t point)
{
	return point != '\n' && unicode_is_space(point);
}

/* Sentence_Terminal: stops, question and exclamation marks of any script. */
static inline bool unicode_ends_sentence(uint32_t point)
{
	return point < 0x80 ? point == '.' || point == '!' || point == '?'
			    : unicode_high_ends_sentence(point);
}

/* The code point of that name ("EM DASH"); 0: none has it. */
uint32_t unicode_named(const char *name, size_t len);

/* White space, or 0: the start or the end of a text. */
static inline bool unicode_is_edge(uint32_t point)
{
	return !point || unicode_is_space(point);
}

#endif
