/*
 * "Ferry vote is near - Lowell Times", and below it, after the page's menu, the
 * headline "Ferry vote is near": the first line is the title of the page.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_PAGE_TITLE_H
#define COPYDESK_STAGES_BOILERPLATE_PAGE_TITLE_H

#include "stages/boilerplate/article.h"

/* Mark it. The lines have their places. */
void page_title_mark(struct article *article);

#endif
