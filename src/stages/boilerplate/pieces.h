/*
 * Sentences in pieces: a page was saved with a line for each link, so that "The
 * count is at", "harbour.example" and "." are three lines.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_PIECES_H
#define COPYDESK_STAGES_BOILERPLATE_PIECES_H

#include "stages/boilerplate/article.h"

/* Set `piece` of all lines that are a part of such a sentence. */
void pieces_find(struct article *article);

#endif
