/*
 * The shape of a text, as the survey keeps it for the stages: see shape.h.
 */
#ifndef COPYDESK_EDIT_SHAPE_FACTS_H
#define COPYDESK_EDIT_SHAPE_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What of a shape was counted; the rest is zero. */
enum shape_known {
	SHAPE_KNOWS_RUNS = 1 << 0,
	SHAPE_KNOWS_NUMBERS = 1 << 1,
	SHAPE_KNOWS_MARKS = 1 << 2,
};

struct shape {
	unsigned known;	    /* enum shape_known */
	size_t width;	    /* columns of a full line; 0: not wrapped */
	bool bytes;	    /* a column is a byte, not a code point */
	size_t indent;	    /* that most lines share */
	bool indented;	    /* paragraphs begin further in */
	bool doubled;	    /* there is a blank line after each line */
	bool ragged;	    /* blocks are wrapped, not the text as a whole */
	bool loose;	    /* lines end a little earlier than they could */
	bool apart;	    /* blank lines are between all paragraphs */
	size_t ends;	    /* sentence ends with one space */
	size_t wide_ends;   /* with two or more */
	size_t wide_inside; /* of these between quotation marks */
	/* Bytes of the sentences before these, and the sum of their squares. */
	uint64_t wide_bytes, wide_squares;
	/* Wide gaps of two spaces, and of more: after a sentence end, and
	   before a lower-case letter. */
	size_t pair_ends, pair_lower;
	size_t more_ends, more_lower;
	size_t pair_odd;    /* two spaces in mid-sentence, before a capital */
	size_t lost;	    /* of three spaces between lower-case words */
	size_t hyphens;	    /* between letters */
	size_t marks_tight; /* ? ! : ; after a letter, before a space */
	size_t marks_wide;  /* the same after one space */
	size_t stops_wide;  /* , . after one space */
	size_t numbers_separated; /* "$2, 500", "110, 000" */
	size_t numbers_whole;	  /* "2,500", "7.5" */
	bool pair_is_break; /* two spaces are a paragraph break throughout */
	bool pair_heads;    /* and a headline may be before them */
	bool more_is_break; /* and so are more */
	bool lost_words;    /* compounds were deleted */
	bool french;	    /* a space before ? ! : ; is the custom */
};

#endif
