/*
 * Own lines: those that are the article's by what is around them, whatever
 * their words say: code between fences, the header of a mail, a card with
 * three fields or more before a paragraph ("Phone: 555-0100"), the items of a
 * list that a sentence leads to, and numbered headings (sections.h). Front
 * matter is kept from all stages: see edit/spare.h.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_OWN_LINES_H
#define COPYDESK_STAGES_BOILERPLATE_OWN_LINES_H

#include "stages/boilerplate/article.h"

/* Mark them. The lines have their places, and nothing more is known. */
void own_lines_mark(struct article *article);

#endif
