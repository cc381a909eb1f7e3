/*
 * The lines of an article, what is known of each, and which rules matched.
 *
 * Only lines that could be furniture are looked at closely: those in which a
 * rule's literal is, and those that do not end like a sentence.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINES_H
#define COPYDESK_STAGES_BOILERPLATE_LINES_H

#include "stages/boilerplate/article.h"

/* Whether a line is a sentence of some length, by its end and its bytes. */
bool line_is_sentence(const struct article *article, size_t index);

/*
 * Find the lines, and look closely at the suspect ones: article->inspected says
 * how many. False: no memory.
 */
bool lines_read(struct article *article);

/*
 * Look closely at a line that has come to be at the article's edge, where
 * more rules apply, if it is suspect there. False: no memory.
 */
bool lines_know_edge(struct article *article, size_t index, unsigned edges);

/* Look closely at a line, if that has not been done. False: no memory. */
bool lines_know(struct article *article, size_t index);

#endif
