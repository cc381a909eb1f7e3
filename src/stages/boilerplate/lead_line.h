/* "LEAD: The ferry stops.", above that very paragraph. */
#ifndef COPYDESK_STAGES_BOILERPLATE_LEAD_LINE_H
#define COPYDESK_STAGES_BOILERPLATE_LEAD_LINE_H

#include "stages/boilerplate/article.h"

/* Mark it, where nothing of it is lost with the line. */
void lead_line_mark(struct article *article);

#endif
