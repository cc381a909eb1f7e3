/*
 * Lines of a page's programs that a scraper took for text: text/page_script.h.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_SCRIPT_LINES_H
#define COPYDESK_STAGES_BOILERPLATE_SCRIPT_LINES_H

#include "stages/boilerplate/article.h"

/* Mark them. The lines have their places. */
void script_lines_mark(struct article *article);

#endif
