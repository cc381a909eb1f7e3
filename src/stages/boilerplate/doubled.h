/*
 * Lines that say everything twice: a page's headline or caption, and the copy
 * that it keeps for another place.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_DOUBLED_H
#define COPYDESK_STAGES_BOILERPLATE_DOUBLED_H

#include "stages/boilerplate/article.h"

/* The word with which the second copy in a line begins; 0: there is none. */
size_t doubled_start(const char *text, const struct tokens *words);

#endif
