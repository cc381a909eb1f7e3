/*
 * What the class that the scorer gives a line says of it: some classes share
 * words with what articles hold.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_SCORED_CLASS_H
#define COPYDESK_STAGES_BOILERPLATE_SCORED_CLASS_H

#include "stages/boilerplate/article.h"

/* Whether the first line that stays, a headline or the lead, may have it. */
bool scored_class_may_open(uint16_t class);

/* Whether its words are those of an article's headings, too. */
bool scored_class_is_heading(uint16_t class);

/* A sentence that speaks to nobody is no part of a page's frame. */
bool scored_class_is_statement(const struct line *line, uint16_t class);

#endif
