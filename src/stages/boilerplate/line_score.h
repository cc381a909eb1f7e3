/*
 * Text scores of an article's lines, worked out when they are asked for and
 * kept: for the article's other iterations, too.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINE_SCORE_H
#define COPYDESK_STAGES_BOILERPLATE_LINE_SCORE_H

#include "stages/boilerplate/article.h"
#include "stages/boilerplate/line_scorer.h"

struct line_score {
	uint8_t known; /* bits: which of them */
	int16_t text[SCORER_TEXTS];
};

/* Room for the scores of all lines, if there is none; false: no memory. */
bool line_scores_make(struct article *article);

/*
 * The line's score of a text model. Most lines need no more than the second's:
 * it is what tells whether they are worth the trees.
 */
int16_t line_score_text(struct article *article, size_t index, unsigned which);

#endif
