/*
 * The shape of a text: where its lines were broken, and what its wide gaps
 * stand for. The survey looks only when its counters make it worth while; a
 * stage that undoes the shape reads the rest of it.
 */
#ifndef COPYDESK_EDIT_SHAPE_H
#define COPYDESK_EDIT_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "edit/survey.h"

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

/*
 * Whether a list's number ends at `at`: "1." at the start of a line, or after a
 * sentence. Not "on Nov. 2." and "of No. 2.", which a short name is before.
 */
bool shape_ends_number(const char *text, size_t at);

/*
 * Whether a line that begins at text[at] goes on with the one before it: a
 * small letter, or a mark that no line begins with.
 */
bool shape_goes_on(const char *text, size_t len, size_t at);

/*
 * Whether what follows the line text[at, end) may be an item of a list that has
 * no bullets: since one that ended in a colon no sentence has ended. `listed`:
 * the same of the line before.
 */
bool shape_lists(const char *text, size_t at, size_t end, bool listed);

/*
 * Whether the text is hard-wrapped; fills width, indented and doubled. `shape`
 * is zeroed, here and below.
 */
bool shape_read_lines(struct shape *shape, const struct survey *survey,
		      const char *text, size_t len);

/*
 * Paragraphs that are broken into lines in a text that is not wrapped as a
 * whole: lines of a proportional font, which end where they like, or prose
 * beside lists, figures and verse. Whether broken lines prove that there are
 * some; fills ragged and width. Each block, the lines between two blank ones,
 * is then judged by itself.
 */
bool shape_read_blocks(struct shape *shape, const struct survey *survey,
		       const char *text, size_t len);

/* A block that was read: bytes [at, end). */
struct shape_block {
	size_t at, end;
	size_t width;  /* columns of its widest broken line; 0: leave it */
	size_t indent; /* the least of its lines */
};

/* The block whose first line starts at text[at]. */
void shape_block_read(struct shape_block *block, const struct shape *shape,
		      const char *text, size_t len, size_t at);

/*
 * How lines of the width that was found fit it: whether they end a little
 * earlier than they could (loose), and whether no paragraph ends but at a blank
 * line (apart).
 */
void shape_read_fit(struct shape *shape, const char *text, size_t len);

/*
 * Counts: the wide gaps (ends .. lost_words), the numbers (numbers_..), and the
 * marks with a space before them (marks_.., french). What is known is not
 * counted again.
 */
void shape_read_runs(struct shape *shape, const char *text, size_t len);
void shape_read_numbers(struct shape *shape, const char *text, size_t len);
void shape_read_marks(struct shape *shape, const char *text, size_t len);

/* How often there are two spaces or more in a row. */
size_t shape_count_runs(const struct survey *survey);

/*
 * Find the conditions that a text's shape shows: wrapped, flattened,
 * double-spaced, tokenised. `survey` holds the counters of the same text, and
 * gets what had to be read of its shape.
 */
void shape_conditions(struct survey *survey, const char *text, size_t len);

#endif
