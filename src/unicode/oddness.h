/*
 * Inside the charset part: characters that make no sense where they stand, by
 * which a wrong charset is known.
 */
#ifndef COPYDESK_UNICODE_ODDNESS_H
#define COPYDESK_UNICODE_ODDNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct oddness {
	size_t high;	/* code points above ASCII */
	size_t letters; /* of these, letters */
	size_t odd;
	size_t row;   /* letters above ASCII right after another */
	size_t box;   /* lines of tables */
	size_t signs; /* neither letters nor marks that join words */
};

/* Marks that may be inside a word or touch one on each side. */
bool oddness_joins_words(uint32_t point);

/*
 * Whether a code point above ASCII makes no sense between its neighbours: a
 * control character, a sign inside a word, a capital after a small letter, a
 * letter between a small letter and a digit.
 */
bool oddness_is_odd(uint32_t before, uint32_t point, uint32_t after);

/* The same counted over a text of valid UTF-8. */
struct oddness oddness_look(const char *text, size_t len);

#endif
