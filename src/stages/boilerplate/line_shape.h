/*
 * What a line looks like, as small numbers: what the scorer's trees read beside
 * the text models. Their order is part of the model's format.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINE_SHAPE_H
#define COPYDESK_STAGES_BOILERPLATE_LINE_SHAPE_H

#include "stages/boilerplate/rules.h"

enum line_shape {
	SHAPE_WORDS,	/* at most 255, as all counts */
	SHAPE_BYTES,	/* at most 2,000 */
	SHAPE_LENGTH,	/* bytes of a word, eighths */
	SHAPE_CAPITALS, /* words with a capital, of 64 */
	SHAPE_CAPS,	/* words in capitals, of 64 */
	SHAPE_NUMBERS,	/* numbers, of 64 */
	SHAPE_SMALL,	/* words without a capital, of 64 */
	SHAPE_RUN,	/* capitalised words in a row at most */
	SHAPE_ADDRESSES,
	SHAPE_GLUED,
	SHAPE_YOU,    /* words that speak to the reader */
	SHAPE_COMMAS, /* from here: gaps that hold the mark */
	SHAPE_COLONS,
	SHAPE_STOPS,
	SHAPE_DASHES,
	SHAPE_BARS,
	SHAPE_QUOTES,
	SHAPE_BRACKETS,
	SHAPE_SLASHES,
	SHAPE_HYPHENS,
	SHAPE_APOSTROPHES,
	SHAPE_SIGNS,
	SHAPE_FIRST_GAP, /* bits: quote, bracket, bullet or dash */
	SHAPE_LAST_GAP,	 /* bits: stop, query, colon, quote, bracket, comma */
	SHAPE_FIRST,	 /* flags of the first word */
	SHAPE_LAST,	 /* flags of the last word */
	SHAPE_TITLE,	 /* the features of this name: enum line_feature */
	SHAPE_NAME,
	SHAPE_COMMON,
	SHAPE_TIGHT,
	SHAPE_TABLE,
	SHAPE_COUNT,
};

/*
 * The shape of words [first, end); `features` are those of the line
 * (features_find()).
 */
void line_shape_find(const struct strip_rules *rules,
		     const struct tokens *words, uint32_t features,
		     int16_t shape[SHAPE_COUNT]);

#endif
