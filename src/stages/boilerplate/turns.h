/*
 * Turns of a conversation: an interview, a podcast or a hearing, in which each
 * line, or the line before it, names who speaks. What they say is the
 * article's, an invitation to subscribe, too.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_TURNS_H
#define COPYDESK_STAGES_BOILERPLATE_TURNS_H

#include "stages/boilerplate/article.h"

/*
 * Mark the lines that are spoken as the article's own, if people take turns in
 * it. The lines have their places. False: nobody does, or memory ran out.
 */
bool turns_mark(struct article *article);

#endif
