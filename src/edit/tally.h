/*
 * A tally of a text's words, marks and gaps: the second, closer look that tells
 * whether an article lost its case or its marks. Clean text never pays for it.
 */
#ifndef COPYDESK_EDIT_TALLY_H
#define COPYDESK_EDIT_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/word_lists.h"

/* What is counted of a line. */
struct tally_line {
	size_t lower, upper; /* letters */
	size_t tail;	     /* lower-case letters after the last capital */
	bool led, wide;	     /* begins with one space; holds an odd wide gap */
	size_t starts_upper; /* sentences that begin with a capital */
};

/* The counts of a text. Letters are ASCII's. */
struct tally {
	size_t words, lower, upper;
	size_t small; /* words that begin with a small letter, no clitics */
	size_t starts_lower; /* sentences that begin with a small letter */
	size_t inner_lower;  /* of these, within a line and behind a stop */
	size_t starts_upper; /* and with a capital; not in lines of capitals */
	size_t plain_lower;  /* common words that begin one small; */
	size_t plain_upper;  /* and with a capital */
	size_t fronts;	     /* capitals that are the first letter of a line */
	size_t heads;	     /* capitals of lines that have no small letter */
	size_t tails;	     /* lower-case letters after a line's capitals */
	size_t strong;	     /* clitics that are surely that: "didn t" */
	size_t lines, led;   /* lines; those with one space before a capital and
				an odd wide gap: a mark was at their start */
	size_t speech;	     /* wide gaps beside a verb of speech */
	size_t plain_wide;   /* wide gaps between small words */
	size_t spoken;	     /* ",  " beside one: ",  she said" */
	size_t nicks;	     /* lines that are messages of a chat */
	size_t running;	     /* lines whose last word ends no sentence */
	size_t leads;	     /* lines that begin with a time or a speaker */
	bool led_in;	     /* such a lead is before the next word */
	const struct word_lists *lists; /* of the language; borrowed */
	uint32_t last;			/* the lists with the last word */
	bool owner, said;  /* it was a possessive, a verb of speech */
	size_t row;	   /* words of one small letter up to here */
	size_t spelled;	   /* rows of three and more: "l i g h t" */
	size_t wide_comma; /* the last word after ",  ", from 1; 0: none */
	struct tally_line line;
	size_t common;	     /* words of the telltale list */
	size_t common_upper; /* those that begin with a capital */
	size_t small_names;  /* "monday", "october", "mr", "i" */
	size_t kept_names;   /* "Monday" within a sentence, "I", "the i" */
	size_t clitics;	     /* "didn t", "kerry s": the mark is a space */
	size_t apostrophes;  /* before or inside words */
	size_t quotes;	     /* double, or single and not apostrophes */
	size_t doubles;	     /* of these the double ones */
	size_t stops;	     /* . , ; : ? ! in gaps */
	size_t commas;	     /* of these */
	size_t soft;	     /* hyphens, brackets, signs in gaps */
	size_t wide;	     /* gaps that hold two spaces in a row; */
	size_t set_in;	     /* of these, those that hold a line end, too */
	size_t odd_wide;     /* those that are no sentence end */
	size_t columns;	     /* gaps of a table */
	size_t sentences;    /* gaps between two sentences */
	size_t between;	     /* gaps with a mark that separates words */
	size_t dashed;	     /* of these a line's dash alone: "- we do" */
	size_t names, code;  /* gaps of a program: in "a_name", "f(x" */
};

/* Add the counts of a text, or of a line of it. Zero the tally first, but for
 * its lists. */
void tally_text(struct tally *tally, const char *text, size_t len);

/* The same, but `words` and `common` only: of these no part of a word, as "for"
 * of "foråret". */
void tally_words(struct tally *tally, const char *text, size_t len);

/* A dash or a quotation mark, U+2010 to U+201F, at text[at]. */
bool tally_is_high_mark(const char *text, size_t len, size_t at);

/* tally_gap.c, what is between words: count the gap text[at, end) of text[0,
 * len).
 */
void tally_gap(struct tally *tally, const char *text, size_t len, size_t at,
	       size_t end);

/* The same of the last one, which ends the text and its last line. */
void tally_end(struct tally *tally, const char *text, size_t at, size_t end);

/* Wide spaces that no sentence end explains: ",  ", "said  the". */
bool tally_gap_is_odd(const char *text, size_t at, size_t end);

/*
 * Whether the gap before a word is one between sentences: the start of the
 * text, a blank line, or a full stop and white space; quotation marks and
 * brackets may be in it, bullets and dashes may not.
 */
bool tally_gap_starts(const char *text, size_t at, size_t end);

/* "but ... the guide", "Why? (one more)": it may be none. */
bool tally_gap_is_loose(const char *text, size_t at, size_t end);

#endif
