/*
 * Abbreviations of a language, looked up in its file (src/lang/README.md):
 * sorted lines of a word with its periods and a class.
 */
#ifndef COPYDESK_LANG_ABBREVIATIONS_H
#define COPYDESK_LANG_ABBREVIATIONS_H

#include <stddef.h>

#include "lang/lang.h"

enum abbreviation {
	ABBREVIATION_NONE,
	ABBREVIATION_TITLE,  /* a name follows: never ends a sentence */
	ABBREVIATION_WORD,   /* ends in a period, may end a sentence */
	ABBREVIATION_JOINED, /* letters that close up: U.S. */
	ABBREVIATION_HOUR,   /* closes up after a number: p.m. */
	ABBREVIATION_PLACE,  /* closes up where it is no person's: D.C. */
};

#define ABBREVIATION_MAX 12 /* bytes of the longest */

/* Where the letters and periods begin that end at `end`: "U.S.", "Corp."; no
 * more of them than an abbreviation has. */
size_t abbreviation_start(const char *text, size_t end);

/* The class of `word`, periods included, as it is spelled in the file. */
enum abbreviation abbreviation_find(const struct lang_file *file,
				    const char *word, size_t len);

/* The class of what ends at `end`, with its stop. */
enum abbreviation abbreviation_before(const struct lang_file *file,
				      const char *text, size_t end);

#endif
