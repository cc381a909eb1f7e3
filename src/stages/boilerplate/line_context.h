/*
 * What is around a line, as small numbers: what the scorer's trees read
 * beside the line's own words and shape.
 *
 * All but three count only lines that stay, so that a second run over what is
 * left sees the same. Those three count furniture, and the trees may only hold
 * it against a line: without it the line scores no higher.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINE_CONTEXT_H
#define COPYDESK_STAGES_BOILERPLATE_LINE_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Part of the model's format, in this order. */
enum line_context {
	CONTEXT_TEXT, /* the line's text scores */
	CONTEXT_TEXT_MORE,
	CONTEXT_PREVIOUS, /* of the first text model */
	CONTEXT_NEXT,
	CONTEXT_PREVIOUS_MORE, /* of the second, as all that follow */
	CONTEXT_NEXT_MORE,
	CONTEXT_PREVIOUS_SECOND,
	CONTEXT_NEXT_SECOND,
	CONTEXT_AFTER_MOST,
	CONTEXT_AFTER_MEAN,
	CONTEXT_BEFORE_MEAN,
	CONTEXT_ALL_MEAN,
	CONTEXT_BEFORE, /* lines before it, at most 30 */
	CONTEXT_AFTER,
	CONTEXT_LINES, /* at most 100 */
	CONTEXT_PLACE, /* of 64 */
	CONTEXT_BYTES, /* mean of a line */
	CONTEXT_PREVIOUS_BYTES,
	CONTEXT_NEXT_BYTES,
	CONTEXT_PREVIOUS_SENTENCE, /* 0, 1; 2: there is no such line */
	CONTEXT_NEXT_SENTENCE,
	CONTEXT_SENTENCES,	  /* of 64 lines */
	CONTEXT_SENTENCES_BEFORE, /* at most 30 */
	CONTEXT_SENTENCES_AFTER,
	CONTEXT_GONE_BEFORE, /* furniture right before it, at most 8 */
	CONTEXT_GONE_AFTER,
	CONTEXT_GONE, /* at most 20 lines */
	CONTEXT_COUNT,
};

#define CONTEXT_NO_LINE (-5000)	 /* text score where there is no line */
#define CONTEXT_NO_SCORE (-1024) /* of a line that is not scored */

/* A line that stays. */
struct context_line {
	int16_t text[2]; /* its scores, or CONTEXT_NO_SCORE */
	int16_t bytes;	 /* at most SMALL_NUMBER_BYTES */
	bool sentence;
	uint32_t gone; /* lines right before it that go */
};

struct context_sums; /* of the lines before each */

/*
 * The lines that stay, in order, and one more whose `gone` counts the lines
 * after the last one.
 */
struct line_contexts {
	const struct context_line *lines;
	size_t count;
	const struct context_sums *sums; /* count + 1 */
	uint32_t gone;			 /* lines that go, in all */
};

struct context_sums {
	int32_t text, bytes; /* of all lines before */
	uint32_t sentences;
	int16_t most; /* of this line's score and those after it */
};

/* Fill `sums`, which has room for one more than there are lines. */
void line_contexts_sum(struct line_contexts *contexts,
		       struct context_sums *sums);

/* The context of line `index`, whose own text scores are `text`. */
void line_context_find(const struct line_contexts *contexts, size_t index,
		       const int16_t text[2], int16_t context[CONTEXT_COUNT]);

#endif
