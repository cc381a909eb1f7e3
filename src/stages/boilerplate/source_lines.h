/* The lines that a database sets between headline and text, without names. */
#ifndef COPYDESK_STAGES_BOILERPLATE_SOURCE_LINES_H
#define COPYDESK_STAGES_BOILERPLATE_SOURCE_LINES_H

#include "stages/boilerplate/article.h"

/* Mark them as metadata, with the copyright that ends them. */
void source_lines_mark(struct article *article);

#endif
