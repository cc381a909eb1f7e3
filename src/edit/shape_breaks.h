/* Line breaks of a text: which width of line explains them. */
#ifndef COPYDESK_EDIT_SHAPE_BREAKS_H
#define COPYDESK_EDIT_SHAPE_BREAKS_H

#include <stdbool.h>
#include <stddef.h>

#include "edit/shape_line.h"

/*
 * The numbers that decide, each with its margin: other values of it at which
 * none of 1,035 clean and 4,265 damaged articles (every third was taken) came
 * out differently, and the nearest ones at which damaged ones did. Counted by
 * tools/margins.py.
 */

/* Lines that people wrap are no wider, and no narrower. */
#define SHAPE_WIDEST 100   /* 75 to 200; 50: 240 */
#define SHAPE_NARROWEST 30 /* 15 to 37; 60: 2 */

/* Of the line breaks that end no paragraph, so many come where one width of
   line explains them. */
#define SHAPE_FULL_LEAST 2 /* 1 to 4 */

/* A filled text of few lines is at least so wide; lists and verse are narrower.
 */
#define SHAPE_FILLED_WIDTH 60

/* Line breaks of one kind: those that hold no blank line, or one. */
struct shape_breaks {
	size_t all;	   /* of any line */
	size_t count;	   /* from a line that could be full */
	size_t least;	   /* of these, columns with the next word, and no
			      space between; 0: there is none */
	size_t lower;	   /* a sentence goes on in lower case */
	size_t open;	   /* no sentence ends here */
	size_t shortest;   /* columns of such a line */
	size_t paragraphs; /* a sentence ends, and another begins */
	size_t narrow;	   /* from a line that is none, but no sentence ends */
	size_t ended;	   /* of all: the line ends in a mark */
	size_t paused;	   /* of `lower`: in a comma or a dash */
	int covers[SHAPE_WIDEST +
		   2]; /* differences: breaks that this width makes */
};

/* Note the break between two lines that follow each other; both measured. */
void shape_breaks_see(struct shape_breaks *breaks, const char *text, size_t len,
		      const struct shape_line *line,
		      const struct shape_line *next);

/* The width that explains most breaks; *most is how many. */
size_t shape_breaks_best(const struct shape_breaks *breaks, size_t *most);

/*
 * A full line is one that the next line's first word would have made too
 * long. Where one width explains most breaks, the text was wrapped there; in
 * a list or in verse no width does, and few lines begin lower. Where
 * paragraphs are indented (or all is in capitals), it is enough that few lines
 * end a sentence. Columns, if so many in a hundred of the breaks that end no
 * paragraph are explained; 0: the text was not wrapped.
 */
size_t shape_breaks_width(const struct shape_breaks *breaks, size_t share,
			  bool indented);

#endif
