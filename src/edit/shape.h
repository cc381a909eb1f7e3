/*
 * The shape of a text: where its lines were broken, and what its wide gaps
 * stand for. The survey looks only when its counters make it worth while; a
 * stage that undoes the shape looks again, for the details.
 */
#ifndef COPYDESK_EDIT_SHAPE_H
#define COPYDESK_EDIT_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "edit/survey.h"

struct shape {
	size_t width;	    /* columns of a full line; 0: not wrapped */
	bool bytes;	    /* a column is a byte, not a code point */
	size_t indent;	    /* that most lines share */
	bool indented;	    /* paragraphs begin further in */
	bool doubled;	    /* there is a blank line after each line */
	size_t ends;	    /* sentence ends with one space */
	size_t wide_ends;   /* with two or more */
	size_t wide_inside; /* of these between quotation marks */
	/* Wide gaps of two spaces, and of more: after a sentence end, and
	   before a lower-case letter. */
	size_t pair_ends, pair_lower;
	size_t more_ends, more_lower;
	size_t lost;	       /* of three spaces between lower-case words */
	size_t hyphens;	       /* between letters */
	size_t marks_tight;    /* ? ! : ; after a letter, before a space */
	size_t marks_wide;     /* the same after one space */
	size_t stops_wide;     /* , . after one space */
	size_t numbers_parted; /* "$2, 500", "110, 000" */
	size_t numbers_whole;  /* "2,500", "7.5" */
	bool pair_is_break;    /* two spaces are a paragraph break throughout */
	bool more_is_break;    /* and so are more */
	bool lost_words;       /* compounds were deleted */
	bool french;	       /* a space before ? ! : ; is the custom */
};

enum shape_end {
	SHAPE_END_SENTENCE, /* . ? ! and what closes after it */
	SHAPE_END_WORD,	    /* a word, or a colon */
	SHAPE_END_OTHER,
};

enum shape_start {
	SHAPE_START_UPPER, /* a capital, after what may open, or a bullet */
	SHAPE_START_DIGIT,
	SHAPE_START_LOWER,
	SHAPE_START_OTHER,
};

/* What is before and after a place in valid UTF-8. */
enum shape_end shape_end(const char *text, size_t at);
enum shape_start shape_start(const char *text, size_t len, size_t at);

/* Whether the text is hard-wrapped; fills width, indented and doubled. */
bool shape_read_lines(struct shape *shape, const struct survey *survey,
		      const char *text, size_t len);

/*
 * Counts: the wide gaps (ends .. lost_words), the numbers (numbers_..), and the
 * marks with a space before them (marks_.., french).
 */
void shape_read_runs(struct shape *shape, const char *text, size_t len);
void shape_read_numbers(struct shape *shape, const char *text, size_t len);
void shape_read_marks(struct shape *shape, const char *text, size_t len);

/* How often there are two spaces or more in a row. */
size_t shape_count_runs(const struct survey *survey);

/*
 * The conditions that a text's shape shows: wrapped, flattened, double-spaced,
 * tokenised. `survey` holds the counters of the same text.
 */
uint32_t shape_conditions(const struct survey *survey, const char *text,
			  size_t len);

#endif
