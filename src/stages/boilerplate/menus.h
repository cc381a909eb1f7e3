/*
 * Menus: the navigation of a page, which comes as a run of short lines. Words
 * such as "Careers" say nothing alone; several near each other do.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_MENUS_H
#define COPYDESK_STAGES_BOILERPLATE_MENUS_H

#include "stages/boilerplate/article.h"

/* Mark the lines of menus. Returns whether one was marked. */
bool menus_mark(struct article *article);

#endif
