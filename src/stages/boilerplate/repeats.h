/*
 * Headlines that a page lists twice: where one of them went with a list of
 * other stories, the other goes, too.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_REPEATS_H
#define COPYDESK_STAGES_BOILERPLATE_REPEATS_H

#include "stages/boilerplate/article.h"

/* Mark them. Returns whether one was marked. */
bool repeats_mark(struct article *article);

#endif
