/*
 * Lines of the article's own, as own_lines.h has others: who said what is
 * above, an address with which a sentence goes on, what a page of questions
 * asks, and a face of marks.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_OWN_VOICES_H
#define COPYDESK_STAGES_BOILERPLATE_OWN_VOICES_H

#include "stages/boilerplate/article.h"

void own_voices_mark(struct article *article);

#endif
